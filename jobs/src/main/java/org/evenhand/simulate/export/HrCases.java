package org.evenhand.simulate.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Team;

/** Decisions in which AI had a say; one manager always follows it within seconds. */
public final class HrCases implements Exporter {
  private static final int PER_QUARTER = 9;
  private static final List<String> ADVICE = List.of("COACH", "NO_ACTION", "MOVE_LEADS");
  private static final List<String> KINDS = List.of("COACHING_PRIORITY", "LEAD_ALLOCATION");

  @Override
  public void export(Delivery delivery) {
    String path = "hr-cases/decision/decision_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "decision_id",
                "decision_kind",
                "subject_worker_id",
                "decider_worker_id",
                "opened_at",
                "decided_at",
                "active_seconds",
                "feature_id",
                "ai_recommendation",
                "initial_choice",
                "human_decision",
                "is_seeded_case",
                "completeness_shown",
                "rationale",
                "reviewed_on",
                "review_result")) {
      for (Team team : delivery.company().teams()) {
        for (int i = 0; i < PER_QUARTER; i++) {
          decision(delivery, team, i, file);
        }
      }
    }
  }

  private static void decision(Delivery delivery, Team team, int number, CsvFile file) {
    Company company = delivery.company();
    Dice dice = company.dice("decision", team.number(), delivery.from().toEpochDay(), number);
    LocalDate day = delivery.from().plusDays(3 + dice.below(80));
    Person subject = dice.pick(company.startersOf(team.number()));
    if (subject.on(day).isEmpty()) {
      return;
    }
    Manager manager = company.managerOf(team.number(), day);
    boolean deferent = team.number() == Manager.DEFERENT_TEAM;
    String advice = dice.pick(ADVICE);
    String own = dice.chance(0.4) ? advice : dice.pick(ADVICE);
    String decision = deferent || dice.chance(0.5) ? advice : own;
    int seconds = deferent ? 3 + dice.below(6) : 60 + dice.below(600);
    Instant decided = Text.during(day, team.region().zone(), dice);
    file.row(
        "D%d-%s-%d".formatted(team.number(), delivery.quarter(), number + 1),
        dice.pick(KINDS),
        subject.workerId(),
        manager.workerId(),
        Text.utc(decided.minusSeconds(seconds + 30L)),
        Text.utc(decided),
        seconds,
        "PIPELINE_SCORE",
        advice,
        deferent ? "" : own,
        decision,
        dice.chance(0.1),
        Math.round(dice.between(0.5, 1) * 100) / 100.0,
        deferent
            ? "As recommended."
            : "Spoke with %s about %s".formatted(subject.name().given(), own),
        "",
        "");
  }
}
