package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Region;
import org.evenhand.simulate.world.Stint;
import org.evenhand.simulate.world.Stint.Status;

/** Workday-style reports on workers and self-identification; full files, one with a footer. */
public final class Workday implements Exporter {
  private static final String[] WORKER = {
    "Employee ID",
    "Preferred Name",
    "Email - Work",
    "Worker Status",
    "Hire Date",
    "Original Hire Date",
    "Termination Date",
    "Primary Termination Category",
    "Regretted Termination",
    "Country",
    "Time Zone",
    "Currency",
    "SSN"
  };
  static final LocalDate MANAGERS_HIRED = LocalDate.of(2022, 3, 1);

  @Override
  public void export(Delivery delivery) {
    workers(delivery);
    demographics(delivery);
  }

  private static void workers(Delivery delivery) {
    String path = "hr-workday/worker/Workers_%s.csv".formatted(delivery.extracted());
    try (CsvFile file = delivery.landing().csv(path, Dialect.PLAIN, WORKER)) {
      int rows = 0;
      for (Manager manager : SalesforcePeople.managers(delivery)) {
        file.row(
            manager.workerId(),
            manager.name(),
            manager.email(),
            "Active",
            MANAGERS_HIRED,
            MANAGERS_HIRED,
            "",
            "",
            "",
            "US",
            "America/New_York",
            "USD",
            "000-00-0000");
        rows++;
      }
      for (Person person : delivery.company().people()) {
        Optional<Stint> now = person.on(delivery.extracted());
        if (now.isPresent()) {
          worker(file, delivery.company(), person, now.get());
          rows++;
        }
      }
      file.raw("Total," + rows + "\r\n");
    }
  }

  private static void worker(CsvFile file, Company company, Person person, Stint now) {
    Region region = company.team(now.post().team()).region();
    boolean gone = now.status() == Status.GONE;
    boolean rehired = person.stints().size() == 3 && now.from().equals(CrmUsers.REHIRED);
    file.row(
        person.workerId(),
        person.name().full(),
        person.email(),
        gone ? "Terminated" : now.status() == Status.LEAVE ? "On Leave" : "Active",
        rehired ? now.from() : person.hired(),
        person.hired(),
        gone ? now.from().minusDays(1) : "",
        gone ? "Terminate Employee > Voluntary" : "",
        gone ? "Yes" : "",
        region.country(),
        region.zone(),
        region.currency(),
        "000-00-0000");
  }

  private static void demographics(Delivery delivery) {
    String path =
        "hr-workday/demographic/Self_Identification_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "Employee ID",
                "Gender",
                "Race/Ethnicity",
                "Year of Birth",
                "Disability Status",
                "Declared On")) {
      for (Person person : delivery.company().people()) {
        if (person.on(delivery.extracted()).isPresent()) {
          String gender = person.demography().gender();
          file.row(
              person.workerId(),
              gender.isEmpty() ? "Not disclosed" : gender,
              String.join("; ", person.demography().races()),
              person.demography().birthYear(),
              person.number() % 17 == 0 ? "Yes, I have a disability" : "",
              person.hired());
        }
      }
    }
  }
}
