package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Region;
import org.evenhand.simulate.world.Stint;
import org.evenhand.simulate.world.Team;
import org.evenhand.simulate.world.Territory;

/** Salesforce User, Territory2 and UserTerritory2Association: full snapshots at each extract. */
public final class SalesforcePeople implements Exporter {
  private static final String[] USER = {
    "Id",
    "Username",
    "Name",
    "Email",
    "EmployeeNumber",
    "ManagerId",
    "Title",
    "Department",
    "TimeZoneSidKey",
    "DefaultCurrencyIsoCode",
    "IsActive",
    "CreatedDate",
    "SystemModstamp"
  };

  @Override
  public void export(Delivery delivery) {
    users(delivery);
    territories(delivery);
    memberships(delivery);
  }

  private static void users(Delivery delivery) {
    String path = "salesforce/user/User_%s.csv".formatted(delivery.extracted());
    LocalDate day = delivery.extracted();
    try (CsvFile file = delivery.landing().csv(path, USER)) {
      for (Manager manager : managers(delivery)) {
        file.row(
            CrmUsers.idOf(manager),
            manager.email(),
            manager.name(),
            manager.email(),
            manager.workerId(),
            "",
            "Manager",
            "Sales",
            "America/New_York",
            "USD",
            true,
            stamp(LocalDate.of(2024, 1, 2)),
            stamp(LocalDate.of(2024, 1, 2)));
      }
      for (Person person : delivery.company().people()) {
        Optional<Stint> stint = person.on(day);
        if (stint.isPresent()) {
          user(file, delivery.company(), person, stint.get());
        }
      }
    }
  }

  private static void user(CsvFile file, Company company, Person person, Stint stint) {
    boolean second = CrmUsers.isRehired(person) && !stint.from().isBefore(CrmUsers.REHIRED);
    if (second) {
      userRow(file, company, person, stint, CrmUsers.first(person), false);
      userRow(file, company, person, stint, CrmUsers.second(person), true);
    } else {
      boolean active = stint.status() != Stint.Status.GONE;
      userRow(file, company, person, stint, CrmUsers.first(person), active);
    }
  }

  private static void userRow(
      CsvFile file, Company company, Person person, Stint stint, String id, boolean active) {
    Team team = company.team(stint.post().team());
    Region region = team.region();
    file.row(
        id,
        crmEmail(person),
        person.name().full(),
        crmEmail(person),
        person.number() % 5 == 0 ? "" : person.workerId(),
        CrmUsers.idOf(company.managerOf(team.number(), stint.from())),
        stint.post().profile(),
        team.name(),
        region.zone(),
        region.currency(),
        active,
        stamp(person.hired()),
        stamp(stint.from()));
  }

  /** Two people use an alias in the CRM. */
  private static String crmEmail(Person person) {
    boolean alias = person.number() == Cast.LINKED || person.number() == Cast.AMBIGUOUS;
    return alias ? "sales%d@example.com".formatted(person.number()) : person.email();
  }

  static Set<Manager> managers(Delivery delivery) {
    Set<Manager> managers = new LinkedHashSet<>();
    for (Team team : delivery.company().teams()) {
      managers.add(
          delivery.company().managerOf(team.number(), delivery.company().horizon().start()));
      managers.add(delivery.company().managerOf(team.number(), delivery.extracted()));
    }
    return managers;
  }

  private static void territories(Delivery delivery) {
    String path = "salesforce/territory2/Territory2_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                "Id",
                "Name",
                "Territory2TypeId",
                "Tier__c",
                "Region__c",
                "Market_Potential__c",
                "Quarterly_Quota__c",
                "CurrencyIsoCode",
                "SystemModstamp")) {
      for (Territory territory : delivery.company().territories()) {
        Region region = territory.region();
        file.row(
            Ids.territory(territory.number()),
            territory.name(),
            "Named_Accounts",
            territory.tier(),
            region.name(),
            money(territory.potential() * 900.0 * region.perDollar()),
            money(130_000 * region.perDollar()),
            region.currency(),
            stamp(LocalDate.of(2025, 1, 6)));
      }
    }
  }

  private static void memberships(Delivery delivery) {
    String path =
        "salesforce/user_territory2_association/UserTerritory2Association_%s.csv"
            .formatted(delivery.extracted());
    LocalDate day = delivery.extracted();
    try (CsvFile file =
        delivery
            .landing()
            .csv(path, "Id", "UserId", "Territory2Id", "RoleInTerritory2", "IsActive")) {
      for (Person person : delivery.company().people()) {
        Optional<Stint> stint = person.on(day).filter(now -> now.status() != Stint.Status.GONE);
        if (stint.isPresent()) {
          int territory = stint.get().post().territory();
          file.row(
              Ids.salesforce("0TU", person.number() * 100_000L + territory),
              CrmUsers.idOf(person, day),
              Ids.territory(territory),
              "Owner",
              true);
        }
      }
    }
  }

  private static String money(double value) {
    return Math.round(value / 100) * 100 + ".00";
  }

  private static String stamp(LocalDate day) {
    return day + "T08:00:00.000Z";
  }
}
