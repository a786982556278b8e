package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Team;

/**
 * Copilot-style usage detail (dates, not counts; names concealed in one quarter) and Viva-style
 * person queries, whose persons are pseudonyms.
 */
public final class OfficeAi implements Exporter {
  /** The quarter whose usage detail conceals names. */
  static final LocalDate CONCEALED = LocalDate.of(2026, 1, 1);

  private static final LocalDate VIVA_SINCE = LocalDate.of(2026, 4, 1);

  @Override
  public void export(Delivery delivery) {
    usageDetail(delivery);
    if (!delivery.from().isBefore(VIVA_SINCE)) {
      personQuery(delivery);
    }
  }

  private static void usageDetail(Delivery delivery) {
    String path =
        "copilot/usage_detail/CopilotActivityUserDetail_%s.csv".formatted(delivery.extracted());
    LocalDate refreshed = delivery.extracted().minusDays(1);
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "Report Refresh Date",
                "User Principal Name",
                "Display Name",
                "Last Activity Date",
                "Copilot Chat Last Activity Date",
                "Word Copilot Last Activity Date")) {
      for (Person person : delivery.company().people()) {
        if (person.workingOn(refreshed).isPresent()) {
          Dice dice = delivery.company().dice("copilot", person.number(), refreshed.toEpochDay());
          LocalDate last = delivery.to().minusDays(1L + dice.below(60));
          boolean used = dice.chance(0.8);
          String name = concealed(delivery) ? pseudonym(person, 0) : person.email();
          file.row(refreshed, name, name, used ? last : "", used ? last : "", "");
        }
      }
    }
  }

  static boolean concealed(Delivery delivery) {
    return delivery.from().equals(CONCEALED);
  }

  static String pseudonym(Person person, int salt) {
    Dice dice = Dice.of(salt, "pseudonym", person.number());
    return String.format(Locale.ROOT, "%016X%016X", dice.bits(), dice.bits());
  }

  private static void personQuery(Delivery delivery) {
    String path = "viva/person_query/PersonQuery_%s.csv.gz".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "PersonId",
                "MetricDate",
                "Organization",
                "Meeting_hours",
                "Email_hours",
                "Chat_hours",
                "Unscheduled_call_hours",
                "Collaboration_hours",
                "After_hours_collaboration_hours",
                "External_collaboration_hours",
                "Meeting_and_call_hours_with_manager_1_1",
                "Total_Copilot_actions_taken",
                "Copilot_assisted_hours")) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        LocalDate sunday = delivery.company().horizon().monday(week).minusDays(1);
        for (Person person : delivery.company().people()) {
          if (delivery.holds(sunday) && person.workingOn(sunday).isPresent()) {
            week(delivery, person, sunday, file);
          }
        }
      }
    }
  }

  private static void week(Delivery delivery, Person person, LocalDate sunday, CsvFile file) {
    Dice dice = delivery.company().dice("viva", person.number(), sunday.toEpochDay());
    Team team = delivery.company().team(person.workingOn(sunday).orElseThrow().post().team());
    int actions = dice.poisson(team.treatedOn(sunday) ? 14 : 6);
    file.row(
        pseudonym(person, YearMonth.from(sunday).getYear()),
        sunday,
        team.name(),
        hours(10 + 2 * dice.normal()),
        hours(7 + 2 * dice.normal()),
        hours(4 + dice.normal()),
        hours(2 + dice.normal()),
        hours(22 + 3 * dice.normal()),
        hours(1.5 + dice.normal()),
        hours(6 + 2 * dice.normal()),
        hours(0.5),
        actions,
        hours(actions * 0.1));
  }

  private static String hours(double value) {
    return String.format(Locale.ROOT, "%.2f", Math.max(0, value));
  }
}
