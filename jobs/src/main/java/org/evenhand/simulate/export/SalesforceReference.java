package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Region;

/** Salesforce DatedConversionRate and Product2, full at each extract. */
public final class SalesforceReference implements Exporter {
  private static final String[] PRODUCT = {
    "Id", "Name", "Family", "List_Price__c", "CurrencyIsoCode", "IsActive"
  };

  /** The last extract has a column more: header drift. */
  private static final String[] DRIFTED = {
    "Id", "Name", "Family", "List_Price__c", "CurrencyIsoCode", "IsActive", "Warranty__c"
  };

  @Override
  public void export(Delivery delivery) {
    rates(delivery);
    products(delivery);
  }

  /** One rate per currency and quarter, from the quarter before the horizon on. */
  private static void rates(Delivery delivery) {
    String path =
        "salesforce/dated_conversion_rate/DatedConversionRate_%s.csv"
            .formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(path, "Id", "IsoCode", "ConversionRate", "StartDate", "NextStartDate")) {
      for (Map.Entry<String, Double> currency : currencies().entrySet()) {
        Quarter quarter = delivery.company().horizon().first().previous().previous();
        while (quarter.compareTo(delivery.quarter().next()) <= 0) {
          LocalDate start = Horizon.startOf(quarter);
          boolean last = quarter.equals(delivery.quarter().next());
          file.row(
              Ids.salesforce("04w", start.toEpochDay() * 10 + currency.getKey().charAt(0) % 10),
              currency.getKey(),
              rate(currency.getKey(), currency.getValue(), start, delivery),
              start,
              last ? "9999-12-31" : Horizon.endOf(quarter));
          quarter = quarter.next();
        }
      }
    }
  }

  private static Map<String, Double> currencies() {
    Map<String, Double> currencies = new LinkedHashMap<>();
    for (Region region : Region.values()) {
      currencies.put(region.currency(), region.perDollar());
    }
    return currencies;
  }

  private static String rate(String currency, double base, LocalDate start, Delivery delivery) {
    Dice dice = delivery.company().dice("fx " + currency, start.toEpochDay());
    double rate = currency.equals("USD") ? 1 : base * (1 + 0.03 * dice.normal());
    return String.format(Locale.ROOT, "%.6f", rate);
  }

  private static void products(Delivery delivery) {
    String path = "salesforce/product2/Product2_%s.csv".formatted(delivery.extracted());
    try (CsvFile file = delivery.landing().csv(path, delivery.isLast() ? DRIFTED : PRODUCT)) {
      for (int product = 1; product <= 4; product++) {
        Object[] row = {
          Ids.salesforce("01t", product),
          "Product " + product,
          product < 3 ? "Platform" : "Services",
          5_000 * product + ".00",
          "USD",
          true,
          "24 months"
        };
        file.row(delivery.isLast() ? row : Arrays.copyOf(row, PRODUCT.length));
      }
    }
  }
}
