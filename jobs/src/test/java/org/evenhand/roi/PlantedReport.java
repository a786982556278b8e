package org.evenhand.roi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.EffectVerdict;

/** Gathers companies' findings beside what was planted; prints tables, writes a line a finding. */
final class PlantedReport implements AutoCloseable {
  private static final List<String> MEASURES =
      List.of("time_saved", "conversion", "non_selling", "commission", "selling_hours");

  private final Map<String, PlantedTally> tallies = new TreeMap<>();
  private final Map<String, Duration> spent = new TreeMap<>();
  private final Map<EffectVerdict, Integer> teams = new TreeMap<>();
  private final PrintWriter lines;

  /**
   * @param planting effects or nothing
   */
  record Company(long seed, int number, String planting) {}

  PlantedReport(Path lines) throws IOException {
    this.lines = new PrintWriter(Files.newBufferedWriter(lines, StandardCharsets.UTF_8));
    this.lines.println(
        "seed,company,planting,measure,planted,estimate,standard_error,interval95,band95,band_verdict,verdict,strata,controls,teams,p");
  }

  void add(Company company, Findings found, Map<String, Double> truth, RoiPolicy policy) {
    double critical = critical(found, policy);
    for (String measure : MEASURES) {
      double planted = Objects.requireNonNull(truth.get(measure));
      Optional<PlantedTally.Line> line =
          found
              .found(measure)
              .flatMap(judged -> PlantedTally.line(judged, planted, policy, critical));
      tallies
          .computeIfAbsent(company.planting() + "/" + measure, key -> new PlantedTally())
          .add(line);
      line.ifPresent(one -> write(company, found.found(measure).orElseThrow(), one));
    }
    lines.flush();
  }

  private void write(Company company, Judged judged, PlantedTally.Line line) {
    lines.println(
        "%d,%d,%s,%s,%s,%s,%s,%d,%s"
            .formatted(
                company.seed(),
                company.number(),
                company.planting(),
                judged.found().measure().key(),
                line.csv(),
                judged.found().comparison().within().replace(' ', '_'),
                judged.found().comparison().controls(),
                judged.teams(),
                judged.against().p().map(p -> String.format(Locale.ROOT, "%.4f", p)).orElse("")));
  }

  /** Standard errors the band over all measures is wide at the asked coverage. */
  private static double critical(Findings findings, RoiPolicy policy) {
    List<Judged> compared =
        findings.judged().values().stream().filter(judged -> !judged.synthetic()).toList();
    List<Effect> headlines = compared.stream().map(Judged::effect).filter(Effect::varies).toList();
    int fewest = compared.stream().mapToInt(Judged::teams).min().orElse(0);
    ObjectNode asked = (ObjectNode) policy.policy().deepCopy();
    asked.put("confidence", PlantedTally.LEVEL);
    return Findings.critical(
        headlines, fewest, new RoiPolicy(asked, policy.thresholds(), policy.measures()));
  }

  /** The team whose rollout does nothing, alone. */
  void team(Findings found, RoiPolicy policy) {
    for (String measure : MEASURES) {
      found
          .found(measure)
          .ifPresent(judged -> teams.merge(RoiVerdict.of(judged, policy), 1, Integer::sum));
    }
  }

  void spend(String stage, Duration time) {
    spent.merge(stage, time, Duration::plus);
  }

  void print(int done, long first, long last) {
    System.out.printf("%n%d companies, seeds %d to %d%n", done, first, last);
    for (String planting : List.of("effects", "nothing")) {
      System.out.printf("%nRollouts with planted %s:%n%n%s%n", planting, PlantedTally.header());
      for (String measure : MEASURES) {
        Optional.ofNullable(tallies.get(planting + "/" + measure))
            .ifPresent(tally -> System.out.println(tally.row(measure)));
      }
    }
    System.out.printf(
        "%nVerdicts on the team whose rollout does nothing, alone: %s%nSeconds (jobs run two at once):%n",
        teams);
    spent.forEach((stage, time) -> System.out.printf("  %s %d%n", stage, time.toSeconds()));
    System.out.flush();
  }

  @Override
  public void close() {
    lines.close();
  }
}
