package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;

/** Two goals per rep and quarter with monthly progress; few are archived unfinished. */
public final class Goals implements Exporter {
  private static final int PER_QUARTER = 2;
  private final Skills skills;

  public Goals(Skills skills) {
    this.skills = skills;
  }

  @Override
  public void export(Delivery delivery) {
    LocalDate day = delivery.extracted();
    try (CsvFile goals =
            delivery
                .landing()
                .csv(
                    "feedback/goal/goal_%s.csv.gz".formatted(day),
                    Dialect.PLAIN,
                    "goal_id",
                    "owner_id",
                    "setter_id",
                    "category",
                    "metric_unit",
                    "start_value",
                    "target_value",
                    "current_value",
                    "progress",
                    "weight",
                    "skill_ids",
                    "created_at",
                    "starts_on",
                    "due_on",
                    "closed_at",
                    "archived_at",
                    "archive_reason",
                    "status",
                    "visibility",
                    "is_ai_assisted",
                    "last_modified_at");
        CsvFile progress =
            delivery
                .landing()
                .csv(
                    "feedback/goal_progress/goal_progress_%s.csv.gz".formatted(day),
                    Dialect.PLAIN,
                    "goal_id",
                    "recorded_at",
                    "recorded_by_id",
                    "value",
                    "progress",
                    "status")) {
      for (Person person : delivery.company().people()) {
        for (int i = 0; i < PER_QUARTER; i++) {
          if (person.workingOn(delivery.from()).isPresent()) {
            goal(delivery, person, i, goals, progress);
          }
        }
      }
    }
  }

  private void goal(Delivery delivery, Person person, int number, CsvFile goals, CsvFile steps) {
    Dice dice =
        delivery.company().dice("goal", person.number(), delivery.from().toEpochDay(), number);
    Skill skill = dice.pick(List.of(Skill.values()));
    double level = skills.level(person, skill, delivery.to());
    double reached = Math.max(0, Math.min(1.3, 0.85 + 0.2 * level + 0.2 * dice.normal()));
    boolean archived = dice.chance(0.05);
    String id = "G%d-%s-%d".formatted(person.number(), delivery.quarter(), number + 1);
    int team = person.on(delivery.from()).orElseThrow().post().team();
    String manager = delivery.company().managerOf(team, delivery.from()).workerId();
    String end = delivery.to().minusDays(1) + "T17:00:00Z";
    goals.row(
        id,
        person.workerId(),
        dice.chance(0.7) ? manager : person.workerId(),
        number == 0 ? "RESULT" : "DEVELOPMENT",
        "percent",
        0,
        100,
        percent(reached),
        fraction(reached),
        1,
        skill.id(),
        delivery.from() + "T09:00:00Z",
        delivery.from(),
        delivery.to().minusDays(1),
        archived ? "" : end,
        archived ? end : "",
        archived ? "Priorities changed" : "",
        archived ? "ARCHIVED" : reached >= 1 ? "ACHIEVED" : "MISSED",
        "PUBLIC",
        dice.chance(0.2),
        end);
    for (int month = 1; month <= 3; month++) {
      double now = reached * month / 3;
      LocalDate day = delivery.from().plusMonths(month).minusDays(1);
      steps.row(
          id,
          day + "T16:00:00Z",
          person.workerId(),
          percent(now),
          fraction(now),
          now * 3 >= month * 0.9 ? "ON_TRACK" : "AT_RISK");
    }
  }

  private static long percent(double share) {
    return Math.round(share * 100);
  }

  private static String fraction(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }
}
