package org.evenhand.simulate.export;

import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Person;

/** The directory's explicit statements about whose account is whose. */
public final class Directory implements Exporter {
  @Override
  public void export(Delivery delivery) {
    if (!delivery.isFirst()) {
      return;
    }
    String path = "directory/identity_link/identity_link_%s.csv".formatted(delivery.extracted());
    Person linked = delivery.company().person(Cast.LINKED);
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "account_system",
                "account_id",
                "worker_id",
                "valid_from",
                "valid_to",
                "stated_by")) {
      file.row(
          "salesforce",
          CrmUsers.first(linked),
          linked.workerId(),
          "2024-01-01",
          "",
          "IT service desk");
    }
  }
}
