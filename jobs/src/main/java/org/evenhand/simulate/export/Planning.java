package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.Locale;
import org.evenhand.simulate.world.Economy;
import org.evenhand.simulate.world.Region;
import org.evenhand.simulate.world.Territory;

/** Structural inputs by territory and month; brand is not measured in Japan. */
public final class Planning implements Exporter {
  @Override
  public void export(Delivery delivery) {
    Economy economy = new Economy(delivery.company());
    String path =
        "planning/structural_input/structural_input_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "factor",
                "indicator",
                "territory_id",
                "segment",
                "month",
                "value",
                "unit",
                "source",
                "method",
                "completeness")) {
      for (int i = 0; i < 3; i++) {
        LocalDate month = delivery.from().plusMonths(i);
        for (Territory territory : delivery.company().territories()) {
          territory(file, economy, territory, month);
        }
        file.row(
            "PRICING_SHIFT",
            "list_price_index",
            "ALL",
            "ALL",
            month,
            economy.pricing(month),
            "index",
            "Pricing desk",
            "list price",
            1);
      }
    }
  }

  private static void territory(
      CsvFile file, Economy economy, Territory territory, LocalDate month) {
    int number = territory.number();
    String id = Ids.territory(number);
    file.row(
        "TERRITORY_QUALITY",
        "accounts_with_potential",
        id,
        "ALL",
        month,
        territory.potential(),
        "accounts",
        "Planning",
        "count",
        1);
    row(file, "MARKET_TIMING", "demand_index", id, month, economy.market(number, month));
    if (territory.region() != Region.JAPAN) {
      row(file, "BRAND_EQUITY", "inbound_index", id, month, economy.brand(number, month));
    }
    row(
        file,
        "ECONOMIC_CONDITIONS",
        "regional_index",
        id,
        month,
        economy.economy(territory.region(), month));
  }

  private static void row(
      CsvFile file,
      String factor,
      String indicator,
      String territory,
      LocalDate month,
      double value) {
    file.row(
        factor,
        indicator,
        territory,
        "ALL",
        month,
        String.format(Locale.ROOT, "%.2f", value),
        "index",
        "Planning",
        "published index",
        1);
  }
}
