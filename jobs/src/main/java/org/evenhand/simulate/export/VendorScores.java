package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;

/**
 * A bought score without weights. In truth it follows the hours on the phone and the grade of the
 * allotted leads, hardly any outcome.
 */
public final class VendorScores implements Exporter {
  @Override
  public void export(Delivery delivery) {
    String path = "score/vendor_score/vendor_score_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "score_name",
                "score_version",
                "person_id",
                "scored_at",
                "value",
                "scale_min",
                "scale_max",
                "about",
                "vendor")) {
      for (Person person : delivery.company().people()) {
        LocalDate day = delivery.to().minusDays(1);
        if (person.workingOn(day).isPresent()) {
          Dice dice = delivery.company().dice("vendor score", person.number(), day.toEpochDay());
          double value =
              55
                  + 6 * person.nature().sellingHours()
                  + 8 * person.nature().leadLuck()
                  + 2 * person.nature().talent()
                  + 4 * dice.normal();
          file.row(
              "DealGenius",
              "3.1",
              person.email(),
              day + "T22:00:00Z",
              Math.max(0, Math.min(100, Math.round(value))),
              0,
              100,
              "sales performance",
              "DealGenius Inc");
        }
      }
    }
  }
}
