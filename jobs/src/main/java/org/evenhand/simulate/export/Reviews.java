package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Raters;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;

/** Half-yearly reviews, manager and self, one rated item per skill. */
public final class Reviews implements Exporter {
  private static final double SELF_LENIENCE = -0.4;
  private final Skills skills;

  public Reviews(Skills skills) {
    this.skills = skills;
  }

  @Override
  public void export(Delivery delivery) {
    if (delivery.quarter().number() % 2 != 0) {
      return;
    }
    String path = "feedback/review/review_%s.csv.gz".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "review_id",
                "item_id",
                "cycle",
                "kind",
                "reviewer_id",
                "reviewee_id",
                "submitted_at",
                "shared_at",
                "rating",
                "rating_min",
                "rating_max",
                "skill_ids",
                "status",
                "is_ai_assisted",
                "text")) {
      LocalDate day = delivery.to().minusDays(8);
      for (Person person : delivery.company().people()) {
        if (person.workingOn(day).isPresent()) {
          review(delivery, person, day, file);
        }
      }
    }
  }

  private void review(Delivery delivery, Person person, LocalDate day, CsvFile file) {
    Dice dice = delivery.company().dice("review", person.number(), day.toEpochDay());
    int team = person.workingOn(day).orElseThrow().post().team();
    Manager manager = delivery.company().managerOf(team, day);
    double severity = Raters.severity(delivery.company(), manager.number());
    boolean drafted = delivery.company().team(team).treatedOn(day) && dice.chance(0.6);
    for (Skill skill : Skill.values()) {
      double level = skills.level(person, skill, day);
      int rating = Raters.rating(level, severity, dice);
      row(file, delivery, "MANAGER", manager.workerId(), person, skill, rating, drafted);
      int own = Raters.rating(level, SELF_LENIENCE, dice);
      row(file, delivery, "SELF", person.workerId(), person, skill, own, dice.chance(0.3));
    }
  }

  private static void row(
      CsvFile file,
      Delivery delivery,
      String kind,
      String reviewer,
      Person person,
      Skill skill,
      int rating,
      boolean assisted) {
    LocalDate day = delivery.to().minusDays(8);
    file.row(
        "R%d-%s-%s".formatted(person.number(), delivery.quarter(), kind.charAt(0)),
        skill.id(),
        delivery.quarter(),
        kind,
        reviewer,
        person.workerId(),
        day + "T15:00:00Z",
        day.plusDays(4) + "T09:00:00Z",
        rating,
        1,
        5,
        skill.id(),
        "SHARED",
        assisted,
        assisted ? "Consistently demonstrates strength." : "Seen in three deals this half.");
  }
}
