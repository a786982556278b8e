package org.evenhand.simulate.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Raters;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;
import org.evenhand.simulate.world.Stint;

/** Generic feedback CSV: rated skills from peers, customers and the rep, with edits and drafts. */
public final class Feedback implements Exporter {
  private static final double PER_WEEK = 0.35;
  private static final double SELF_LENIENCE = -0.4;
  private static final long CUSTOMERS = 900_000;
  private final Skills skills;

  public Feedback(Skills skills) {
    this.skills = skills;
  }

  @Override
  public void export(Delivery delivery) {
    String path = "feedback/feedback/feedback_%s.csv.gz".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "feedback_id",
                "version",
                "kind",
                "giver_id",
                "receiver_id",
                "given_at",
                "edited_at",
                "skill_ids",
                "polarity",
                "rating",
                "rating_min",
                "rating_max",
                "visibility",
                "is_anonymous",
                "is_draft",
                "is_deleted",
                "is_ai_assisted",
                "text")) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        for (Person person : delivery.company().people()) {
          week(delivery, person, week, file);
        }
      }
    }
  }

  private void week(Delivery delivery, Person person, int week, CsvFile file) {
    Company company = delivery.company();
    Dice dice = company.dice("feedback", person.number(), week);
    int count = dice.poisson(PER_WEEK);
    for (int i = 0; i < count; i++) {
      LocalDate day = company.horizon().monday(week).plusDays(dice.below(5));
      if (person.workingOn(day).isPresent() && delivery.holds(day)) {
        Giver giver = giver(company, person, day, dice);
        Skill skill = dice.pick(List.of(Skill.values()));
        double level = skills.level(person, skill, day);
        int rating = Raters.rating(level, giver.severity(), dice);
        Instant when = Text.during(day, company.regionOf(person, day).zone(), dice);
        String id = "F%d-%d-%d".formatted(person.number(), week, i);
        row(file, id, 1, person, giver, skill, rating, when, dice);
        if (dice.chance(0.04)) {
          row(file, id, 2, person, giver, skill, Math.min(5, rating + 1), when, dice);
        }
      }
    }
  }

  private record Giver(String kind, String id, double severity) {}

  private static Giver giver(Company company, Person person, LocalDate day, Dice dice) {
    return switch (dice.weighted(0.6, 0.2, 0.1, 0.1)) {
      case 0 -> {
        Person peer = company.colleague(person, dice);
        yield new Giver("PEER", peer.workerId(), Raters.severity(company, peer.number()));
      }
      case 1 -> {
        Optional<Stint> stint = person.on(day);
        Manager manager = company.managerOf(stint.orElseThrow().post().team(), day);
        yield new Giver("MANAGER", manager.workerId(), Raters.severity(company, manager.number()));
      }
      case 2 -> new Giver("SELF", person.workerId(), SELF_LENIENCE);
      default -> {
        long customer = CUSTOMERS + dice.below(300);
        yield new Giver("CUSTOMER", "", Raters.severity(company, customer));
      }
    };
  }

  private static void row(
      CsvFile file,
      String id,
      int version,
      Person person,
      Giver giver,
      Skill skill,
      int rating,
      Instant when,
      Dice dice) {
    boolean anonymous = giver.kind().equals("PEER") && dice.chance(0.1);
    file.row(
        id,
        version,
        giver.kind(),
        anonymous ? "" : giver.id(),
        person.workerId(),
        Text.utc(when),
        version > 1 ? Text.utc(when.plusSeconds(3 * 86_400L)) : "",
        skill.id(),
        rating >= 4 ? "POSITIVE" : rating <= 2 ? "NEGATIVE" : "NEUTRAL",
        rating,
        1,
        5,
        giver.kind().equals("SELF") ? "PRIVATE" : dice.chance(0.5) ? "PUBLIC" : "MANAGER",
        anonymous,
        dice.chance(0.03),
        false,
        dice.chance(0.15),
        "About " + skill.label() + ", rated " + rating);
  }
}
