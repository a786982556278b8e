package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Feature;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Stint;
import org.evenhand.simulate.world.Team;

/**
 * AI usage events and the artefacts they made. How much a rep uses the tools says nothing about
 * outcomes here: use is drawn apart from the planted effects.
 */
public final class AiUse implements Exporter {
  private static final double USES_PER_WEEK = 2.5;
  private static final double SUMMARIES_PER_WEEK = 0.5;
  private static final int KEYS_PER_WEEK = 100;
  private static final List<Feature> BUNDLE =
      List.of(
          Feature.AUTO_FILL,
          Feature.FOLLOW_UP,
          Feature.STRATEGY_BRIEF,
          Feature.COMPETITIVE_SUMMARY);

  /** Minutes the task takes by hand, by feature of the bundle. */
  private static final int[] BY_HAND = {14, 18, 45, 25};

  private final double intensity;

  /**
   * @param intensity 1 is ordinary use; outcomes do not depend on it
   */
  public AiUse(double intensity) {
    this.intensity = intensity;
  }

  @Override
  public void export(Delivery delivery) {
    String day = delivery.extracted().toString();
    try (JsonLines usage =
            delivery.landing().jsonLines("ai/usage/usage_%s.jsonl.gz".formatted(day));
        JsonLines assists =
            delivery.landing().jsonLines("ai/assist/assists_%s.jsonl.gz".formatted(day))) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        for (Person person : delivery.company().people()) {
          week(delivery, person, week, new Files(usage, assists));
        }
      }
    }
  }

  private void week(Delivery delivery, Person person, int week, Files files) {
    Company company = delivery.company();
    Dice dice = company.dice("ai use", person.number(), week);
    LocalDate monday = company.horizon().monday(week);
    int uses = dice.poisson(USES_PER_WEEK * intensity);
    int summaries = dice.poisson(SUMMARIES_PER_WEEK * intensity);
    for (int i = 0; i < uses + summaries; i++) {
      LocalDate day = monday.plusDays(dice.below(5));
      Optional<Stint> stint = person.workingOn(day);
      if (stint.isEmpty() || !delivery.holds(day)) {
        continue;
      }
      Team team = company.team(stint.get().post().team());
      long key = ((long) person.number() * 1_000 + week) * KEYS_PER_WEEK + i;
      Instant when = Text.during(day, team.region().zone(), dice);
      if (i >= uses) {
        summary(files, person, company.managerOf(team.number(), day), key, when);
      } else if (team.treatedOn(day)) {
        use(files, person, key, when, dice);
      }
    }
  }

  /** A rep lets a tool of the bundle do something. */
  private static void use(Files files, Person person, long key, Instant when, Dice dice) {
    int which = dice.weighted(0.45, 0.3, 0.15, 0.1);
    Feature feature = BUNDLE.get(which);
    String outcome =
        List.of("accepted", "edited", "discarded", "ignored")
            .get(dice.weighted(0.45, 0.35, 0.12, 0.08));
    boolean used = outcome.equals("accepted") || outcome.equals("edited");
    int observed = (int) Math.max(1, BY_HAND[which] * dice.between(0.3, 0.8));
    files
        .usage()
        .line(
            event(key, person.email(), feature, when, "generated")
                .put("outcome", outcome)
                .put("minutes", observed)
                .put("artifact_id", "A" + key));
    ObjectNode artefact =
        artefact(key, person.email(), feature, "rep", when)
            .put("visible_to_rep_at", Text.utc(when))
            .put("decided_at", Text.utc(when.plusSeconds(300)))
            .put("outcome", outcome)
            .put("is_used", used)
            .put(
                "edit_share",
                outcome.equals("edited") ? Math.round(dice.uniform() * 50) / 100.0 : 0)
            .put("baseline_minutes", BY_HAND[which])
            .put("observed_minutes", observed);
    if (feature == Feature.AUTO_FILL) {
      artefact.put("fields_filled", 3 + dice.below(8)).put("fields_corrected", dice.below(3));
    }
    files.assists().line(artefact);
  }

  /** A manager reads a summary of a rep's call; the rep sees it later or never. */
  private static void summary(Files files, Person person, Manager manager, long key, Instant when) {
    files
        .usage()
        .line(
            event(key, manager.email(), Feature.CALL_SUMMARY, when, "viewed")
                .put("artifact_id", "A" + key)
                .put("subject_person_id", person.email()));
    ObjectNode artefact =
        artefact(key, person.email(), Feature.CALL_SUMMARY, "manager", when)
            .put("visible_to_manager_at", Text.utc(when));
    if (key % 3 == 0) {
      artefact.put("visible_to_rep_at", Text.utc(when.plusSeconds(3 * 86_400L)));
    }
    files.assists().line(artefact);
  }

  private static ObjectNode event(
      long key, String person, Feature feature, Instant when, String action) {
    return JsonLines.object()
        .put("event_id", "U" + key)
        .put("person_id", person)
        .put("feature_id", feature.name())
        .put("occurred_at", Text.utc(when))
        .put("action", action)
        .put("moment", "in_flow")
        .put("is_voluntary", key % 7 != 0);
  }

  private static ObjectNode artefact(
      long key, String person, Feature feature, String beneficiary, Instant when) {
    return JsonLines.object()
        .put("artifact_id", "A" + key)
        .put("feature_id", feature.name())
        .put("kind", feature.name())
        .put("beneficiary", beneficiary)
        .put("person_id", person)
        .put("created_at", Text.utc(when))
        .put("model_version", "m-2025-04");
  }

  private record Files(JsonLines usage, JsonLines assists) {}
}
