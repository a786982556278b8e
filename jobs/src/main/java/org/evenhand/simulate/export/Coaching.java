package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Skill;

/** Coaching sessions about every third week; some cite an AI summary the rep had not seen. */
public final class Coaching implements Exporter {
  @Override
  public void export(Delivery delivery) {
    String path =
        "enablement/coaching_session/coaching_session_%s.csv.gz".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "session_id",
                "coach_id",
                "rep_id",
                "held_at",
                "duration_minutes",
                "skill_items",
                "deal_items",
                "wellbeing_items",
                "compliance_items",
                "skill_ids",
                "ai_artifact_ids",
                "rep_saw_artifact_before",
                "rep_rating")) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        for (Person person : delivery.company().people()) {
          session(delivery, person, week, file);
        }
      }
    }
  }

  private static void session(Delivery delivery, Person person, int week, CsvFile file) {
    Dice dice = delivery.company().dice("coaching", person.number(), week);
    LocalDate day = delivery.company().horizon().monday(week).plusDays(dice.below(5));
    if (!dice.chance(0.33) || person.workingOn(day).isEmpty() || !delivery.holds(day)) {
      return;
    }
    int team = person.workingOn(day).orElseThrow().post().team();
    boolean cited = dice.chance(0.35);
    file.row(
        "S%d-%d".formatted(person.number(), week),
        delivery.company().managerOf(team, day).workerId(),
        person.workerId(),
        Text.utc(Text.during(day, delivery.company().team(team).region().zone(), dice)),
        20 + dice.below(30),
        dice.below(3),
        dice.below(3),
        dice.below(2),
        dice.below(week > 40 ? 4 : 2),
        dice.pick(List.of(Skill.values())).id(),
        cited ? "A%d".formatted((person.number() * 1_000L + week) * 100) : "",
        cited ? String.valueOf(dice.chance(0.4)) : "",
        3 + dice.below(3));
  }
}
