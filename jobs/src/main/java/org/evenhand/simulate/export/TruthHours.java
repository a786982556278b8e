package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.WorkWeek;

/** Writes the true hours per rep and quarter. */
final class TruthHours {
  private final Company company;
  private final Landing out;

  TruthHours(Company company, Landing out) {
    this.company = company;
    this.out = out;
  }

  /** Mean weekly hours of the full working weeks of each rep and quarter. */
  void write() {
    try (CsvFile file =
        out.csv(
            "hours.csv",
            Dialect.PLAIN,
            "worker_id",
            "quarter",
            "weeks",
            "non_selling_hours_per_week",
            "selling_hours_per_week",
            "saved_hours_per_week")) {
      for (Person person : company.people()) {
        for (Quarter quarter : company.horizon().quarters()) {
          Means means = means(person, quarter);
          if (means.weeks > 0) {
            file.row(
                person.workerId(),
                quarter,
                means.weeks,
                Truth.number(means.nonSelling / means.weeks),
                Truth.number(means.selling / means.weeks),
                Truth.number(means.saved / means.weeks));
          }
        }
      }
    }
  }

  private static final class Means {
    private int weeks;
    private double nonSelling;
    private double selling;
    private double saved;
  }

  private Means means(Person person, Quarter quarter) {
    Means means = new Means();
    LocalDate end = Horizon.endOf(quarter);
    for (int week = 0; week < company.horizon().weeks(); week++) {
      LocalDate monday = company.horizon().monday(week);
      boolean inside =
          !monday.isBefore(Horizon.startOf(quarter)) && !monday.plusDays(5).isAfter(end);
      if (inside && worksWhole(person, monday)) {
        int team = person.workingOn(monday).orElseThrow().post().team();
        WorkWeek hours = WorkWeek.of(company, person, team, monday);
        double fte = person.workingOn(monday).orElseThrow().post().fte();
        means.weeks++;
        means.nonSelling += fte * hours.total(false);
        means.selling += fte * hours.total(true);
        means.saved += fte * WorkWeek.savedHours(company.team(team), person, monday);
      }
    }
    return means;
  }

  private static boolean worksWhole(Person person, LocalDate monday) {
    return person.workingOn(monday).filter(stint -> stint.covers(monday.plusDays(4))).isPresent();
  }
}
