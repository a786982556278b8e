package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.Locale;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;

/** A quarterly pulse on a five-point scale; one in four invitations stays unanswered. */
public final class Survey implements Exporter {
  private static final double RESPONSE_RATE = 0.75;

  /** Items with the mean answer before and after the AI bundle. */
  private enum Item {
    PERCEIVED_PRODUCTIVITY_GAIN(2.8, 3.6),
    MONITORING_CONCERN(3.4, 3.3),
    DISPLACEMENT_CONCERN(2.9, 3.0),
    TRUST_IN_SCORES(2.7, 2.9),
    METRICS_REFLECT_MY_WORK(2.8, 3.0),
    SELF_EFFICACY(3.5, 3.6),
    KNOW_HOW_DECIDED(2.6, 2.7);

    private final double before;
    private final double after;

    Item(double before, double after) {
      this.before = before;
      this.after = after;
    }
  }

  @Override
  public void export(Delivery delivery) {
    String path = "survey/response/response_%s.csv.gz".formatted(delivery.extracted());
    LocalDate day = delivery.to().minusDays(14);
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "survey_id",
                "respondent_id",
                "is_pseudonymous",
                "team_id",
                "item_id",
                "feature_id",
                "value",
                "answer_code",
                "scale_min",
                "scale_max",
                "invited_at",
                "answered_at")) {
      for (Person person : delivery.company().people()) {
        if (person.workingOn(day).isPresent()) {
          answers(delivery, person, day, file);
        }
      }
    }
  }

  private static void answers(Delivery delivery, Person person, LocalDate day, CsvFile file) {
    Dice dice = delivery.company().dice("survey", person.number(), day.toEpochDay());
    int team = person.workingOn(day).orElseThrow().post().team();
    boolean treated = delivery.company().team(team).treatedOn(day);
    boolean answered = dice.chance(RESPONSE_RATE);
    for (Item item : Item.values()) {
      double mean = treated ? item.after : item.before;
      long value = Math.max(1, Math.min(5, Math.round(mean + 0.9 * dice.normal())));
      file.row(
          "PULSE-" + delivery.quarter(),
          person.workerId(),
          false,
          delivery.company().team(team).id(),
          item.name().toLowerCase(Locale.ROOT),
          "",
          answered ? value : "",
          "",
          1,
          5,
          day + "T08:00:00Z",
          answered ? day.plusDays(2) + "T10:00:00Z" : "");
    }
  }
}
