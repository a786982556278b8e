package org.evenhand.skills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.schema.Policies;
import org.evenhand.stats.skills.FitOptions;
import org.evenhand.stats.skills.Tails;

/**
 * The settings of {@code policy/skills/inference.json}.
 *
 * @param confidence of a level's interval
 * @param movementConfidence of the interval that must leave out zero before a skill has moved
 */
record InferencePolicy(
    double confidence, double movementConfidence, Fit fit, Watch watch, Gate gate)
    implements Serializable {

  /**
   * @param tails degrees of freedom of Student's t
   * @param minimumItems fewest pieces of evidence a model is fitted to
   * @param seed of probes
   * @param rounds most of the fit, and of the one without the last weeks
   */
  record Fit(double tails, int minimumItems, long seed, Rounds rounds) implements Serializable {
    FitOptions options() {
      return FitOptions.standard(seed).withTails(new Tails(tails)).withRounds(rounds.all());
    }

    FitOptions forward() {
      return options().withRounds(rounds.forward());
    }
  }

  /** Most rounds of a fit. */
  record Rounds(int all, int forward) implements Serializable {}

  /**
   * @param decline that matters, in units of the skill
   * @param falseDiscoveries share of those named who may be named wrongly
   * @param leaveOut sources it does not read, so that it can lead the numbers
   * @param managerDelayDays days the rep has it before the manager
   */
  record Watch(double decline, double falseDiscoveries, List<String> leaveOut, int managerDelayDays)
      implements Serializable {
    Watch {
      leaveOut = List.copyOf(leaveOut);
    }
  }

  /**
   * @param low lowest coverage of 80 % intervals that passes, before chance
   * @param high highest
   * @param meanZ farthest the mean of standardised errors may lie from 0, before chance
   * @param deviationZ farthest their deviation may lie from 1, before chance
   * @param fewestItems below which it cannot be told
   */
  record Gate(double low, double high, double meanZ, double deviationZ, int fewestItems)
      implements Serializable {}

  static InferencePolicy of(Policies policies) {
    JsonNode own = policies.get("skills/inference");
    JsonNode watch = own.path("watch");
    JsonNode gate = own.path("gate");
    List<String> leaveOut = new ArrayList<>();
    watch.path("leaveOut").forEach(source -> leaveOut.add(source.asText()));
    return new InferencePolicy(
        own.path("confidence").asDouble(),
        own.path("movementConfidence").asDouble(),
        new Fit(
            own.path("tails").asDouble(),
            own.path("minimumItems").asInt(),
            own.path("seed").asLong(),
            new Rounds(own.path("rounds").asInt(), own.path("forwardRounds").asInt())),
        new Watch(
            watch.path("decline").asDouble(),
            watch.path("falseDiscoveries").asDouble(),
            leaveOut,
            watch.path("managerDelayDays").asInt()),
        new Gate(
            gate.path("coverageLow").asDouble(),
            gate.path("coverageHigh").asDouble(),
            gate.path("meanZ").asDouble(),
            gate.path("deviationZ").asDouble(),
            gate.path("fewestItems").asInt()));
  }
}
