package org.evenhand.simulate.export;

import java.util.List;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Territory;

/** Salesforce Account: exported once, in the first delivery. */
public final class SalesforceAccounts implements Exporter {
  static final int PER_TERRITORY = 25;
  private static final List<String> INDUSTRIES =
      List.of("Manufacturing", "Retail", "Healthcare", "Banking", "Software", "Logistics");
  private static final List<String> SEGMENTS = List.of("SMB", "Mid-Market", "Enterprise");

  static String id(int territory, int slot) {
    return Ids.salesforce("001", territory * 1_000L + slot);
  }

  @Override
  public void export(Delivery delivery) {
    if (!delivery.isFirst()) {
      return;
    }
    String path = "salesforce/account/Account_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                "Id",
                "Name",
                "Industry",
                "Segment__c",
                "BillingCountryCode",
                "NumberOfEmployees",
                "CurrencyIsoCode",
                "Territory__c",
                "IsDeleted",
                "CreatedDate",
                "SystemModstamp")) {
      for (Territory territory : delivery.company().territories()) {
        for (int slot = 0; slot < PER_TERRITORY; slot++) {
          Dice dice = delivery.company().dice("account", territory.number(), slot);
          int size = dice.weighted(0.5, 0.35, 0.15);
          file.row(
              id(territory.number(), slot),
              "Account %d-%d".formatted(territory.number(), slot),
              dice.pick(INDUSTRIES),
              SEGMENTS.get(size),
              territory.region().country(),
              20 + dice.below(80) * (1 + 20 * size),
              territory.region().currency(),
              Ids.territory(territory.number()),
              false,
              "2024-03-01T08:00:00.000Z",
              "2024-03-01T08:00:00.000Z");
        }
      }
    }
  }
}
