package org.evenhand.simulate.export;

import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Horizon;

/** The fiscal calendar: calendar quarters, from a year before the horizon to a year after. */
public final class Finance implements Exporter {
  @Override
  public void export(Delivery delivery) {
    if (!delivery.isFirst()) {
      return;
    }
    String path = "finance/calendar_fiscal/calendar_fiscal_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery.landing().csv(path, Dialect.PLAIN, "quarter", "starts_on", "ends_on")) {
      Quarter first = delivery.company().horizon().first();
      Quarter quarter = new Quarter(first.year() - 1, 1);
      while (quarter.year() <= delivery.company().horizon().last().year() + 1) {
        file.row(quarter, Horizon.startOf(quarter), Horizon.endOf(quarter).minusDays(1));
        quarter = quarter.next();
      }
    }
  }
}
