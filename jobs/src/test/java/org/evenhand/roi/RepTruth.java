package org.evenhand.roi;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.simulate.world.Activities;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.LeadCase;
import org.evenhand.simulate.world.Leads;
import org.evenhand.simulate.world.Pay;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Role;
import org.evenhand.simulate.world.Stint;
import org.evenhand.simulate.world.Ticket;
import org.evenhand.simulate.world.Tickets;
import org.evenhand.simulate.world.WorkWeek;

/**
 * What one simulated rep truly did, by four-week period, on the scales the product reports: hours
 * and tasks a full week, cases begun in the period and how many succeeded within the role's
 * horizon, commission earned per 65 worked days. Taken from the simulated world itself, never from
 * exports or tables.
 */
final class RepTruth {
  /** First day of a four-week period of the calendar policy. */
  private static final LocalDate ANCHOR = LocalDate.of(2014, 12, 29);

  private static final int DAYS = 28;
  private static final double DAYS_A_QUARTER = 65;

  /** What is told. */
  enum What {
    NON_SELLING_HOURS,
    SELLING_HOURS,
    NON_SELLING_TASKS,
    CASES,
    SUCCESSES,
    COMMISSION
  }

  private final Company company;
  private final Activities activities;
  private final Deals deals;
  private final Leads leads;
  private final Tickets tickets;
  private final Pay pay;

  /**
   * @param intensity of activities, as simulated
   */
  RepTruth(Company company, double intensity) {
    this.company = company;
    this.activities = new Activities(company, intensity);
    this.deals = new Deals(company);
    this.leads = new Leads(company);
    this.tickets = new Tickets(company);
    this.pay = new Pay(company);
  }

  /** The period a day lies in. */
  static int period(LocalDate day) {
    return (int) Math.floorDiv(ChronoUnit.DAYS.between(ANCHOR, day), (long) DAYS);
  }

  /** First day of a period. */
  static LocalDate begin(int period) {
    return ANCHOR.plusDays((long) period * DAYS);
  }

  /** The first period that begins on or after a day. */
  static int firstFull(LocalDate day) {
    int period = period(day);
    return begin(period).equals(day) ? period : period + 1;
  }

  /** Mondays to Fridays at work in the period. */
  static int workedDays(Person person, int period) {
    int worked = 0;
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = begin(period).plusDays(i);
      boolean working = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
      worked += working && person.workingOn(day).isPresent() ? 1 : 0;
    }
    return worked;
  }

  /** Hours and tasks of the period's whole weeks, per week; nothing without such a week. */
  Map<What, Double> time(Person person, int period) {
    Map<What, Double> sums = new EnumMap<>(What.class);
    int weeks = 0;
    for (int i = 0; i < DAYS / 7; i++) {
      LocalDate monday = begin(period).plusWeeks(i);
      Optional<Stint> stint = person.workingOn(monday).filter(at -> at.covers(monday.plusDays(4)));
      if (stint.isPresent()) {
        WorkWeek hours = WorkWeek.of(company, person, stint.get().post().team(), monday);
        double share = stint.get().post().fte();
        sums.merge(What.NON_SELLING_HOURS, share * hours.total(false), Double::sum);
        sums.merge(What.SELLING_HOURS, share * hours.total(true), Double::sum);
        sums.merge(What.NON_SELLING_TASKS, tasks(person, monday), Double::sum);
        weeks++;
      }
    }
    double all = weeks;
    sums.replaceAll((what, sum) -> sum / all);
    return sums;
  }

  private double tasks(Person person, LocalDate monday) {
    return activities.of(person, company.horizon().weekOf(monday)).stream()
        .filter(activity -> !activity.kind().selling())
        .count();
  }

  /**
   * Cases begun in the period and successes among them.
   *
   * @param horizon days a success may take
   */
  Map<What, Double> cases(Person person, int period, int horizon) {
    Map<What, Double> counts = new EnumMap<>(What.class);
    int first = company.horizon().weekOf(begin(period));
    for (int week = first; week < first + DAYS / 7; week++) {
      if (person.role() == Role.SDR) {
        for (LeadCase lead : leads.of(person, week)) {
          LocalDate from = lead.quality().created();
          count(counts, lead.response().meetingHeld().filter(day -> within(from, day, horizon)));
        }
      } else if (person.role() == Role.SUPPORT) {
        tickets.of(person, week).forEach(ticket -> count(counts, solved(ticket, horizon)));
      } else {
        for (Deal deal : deals.of(person, week)) {
          count(
              counts,
              Optional.of(deal.decided())
                  .filter(day -> deal.course().won() && within(deal.created(), day, horizon)));
        }
      }
    }
    return counts;
  }

  private static Optional<LocalDate> solved(Ticket ticket, int horizon) {
    LocalDate from = ticket.times().created().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate to = ticket.times().solved().atZone(ZoneOffset.UTC).toLocalDate();
    return Optional.of(to).filter(day -> !ticket.times().reopened() && within(from, day, horizon));
  }

  private static boolean within(LocalDate from, LocalDate to, int days) {
    return ChronoUnit.DAYS.between(from, to) <= days;
  }

  private static void count(Map<What, Double> counts, Optional<LocalDate> success) {
    counts.merge(What.CASES, 1.0, Double::sum);
    counts.merge(What.SUCCESSES, success.isPresent() ? 1.0 : 0.0, Double::sum);
  }

  /** Commission by period in dollars per 65 worked days; periods without any are missing. */
  Map<Integer, Double> commission(Person person, int first, int last) {
    Map<Integer, Double> earned = new java.util.TreeMap<>();
    YearMonth until = YearMonth.from(begin(last + 1).minusDays(1));
    for (YearMonth month = YearMonth.from(begin(first));
        !month.isAfter(until);
        month = month.plusMonths(1)) {
      LocalDate end = month.atEndOfMonth();
      double perDollar = company.regionOf(person, end).perDollar();
      for (Pay.Line line : linesOf(person, month)) {
        int period = period(line.deal().map(Deal::decided).orElse(end));
        earned.merge(period, line.amount().doubleValue() / perDollar, Double::sum);
      }
    }
    earned.replaceAll(
        (period, amount) -> amount * DAYS_A_QUARTER / Math.max(1, workedDays(person, period)));
    return earned;
  }

  private List<Pay.Line> linesOf(Person person, YearMonth month) {
    return pay.of(person, month).stream().filter(l -> l.type().equals("COMMISSION")).toList();
  }
}
