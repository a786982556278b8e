package org.evenhand.simulate.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the commission plans pay a rep for a month. */
public final class Pay {
  /** Share of deals shared with the next colleague of the team. */
  private static final double SPLIT_SHARE = 0.12;

  private static final BigDecimal OWN_SHARE = new BigDecimal("0.70");
  private static final BigDecimal OTHER_SHARE = new BigDecimal("0.30");
  private static final int SPIFF_MONTH = 6;
  private static final int DRAW_MONTHS = 3;
  private final Company company;
  private final Deals deals;
  private final Leads leads;
  private final Tickets tickets;

  public Pay(Company company) {
    this.company = company;
    this.deals = new Deals(company);
    this.leads = new Leads(company);
    this.tickets = new Tickets(company);
  }

  /**
   * A line of a statement.
   *
   * @param type COMMISSION, SPIFF, DRAW or CLAWBACK
   * @param deal the deal it pays, if one
   * @param credited the credited amount, zero without a deal
   * @param amount what is paid, in the region's currency
   */
  public record Line(String type, Optional<Deal> deal, BigDecimal credited, BigDecimal amount) {}

  /** The lines of a month; a zero line when the rep was employed and earned nothing. */
  public List<Line> of(Person person, YearMonth month) {
    LocalDate last = month.atEndOfMonth();
    Optional<Stint> stint = person.on(last).filter(now -> now.status() != Stint.Status.GONE);
    List<Line> lines = new ArrayList<>();
    if (stint.isEmpty()) {
      return lines;
    }
    double perDollar = company.team(stint.get().post().team()).region().perDollar();
    switch (person.role()) {
      case AE, CSM -> dealLines(lines, person, month, perDollar);
      case SDR -> meetingLines(lines, person, month, perDollar);
      case SUPPORT -> bonusLines(lines, person, month, perDollar);
    }
    if (last.isBefore(person.hired().plusMonths(DRAW_MONTHS))) {
      lines.add(new Line("DRAW", Optional.empty(), zero(), money(1_500 * perDollar)));
    }
    if (lines.isEmpty()) {
      lines.add(new Line("COMMISSION", Optional.empty(), zero(), zero()));
    }
    return lines;
  }

  /** The share of a deal's credit that stays with its owner: all of it or 70 %. */
  public BigDecimal ownShare(Deal deal) {
    return isSplit(deal) ? OWN_SHARE : BigDecimal.ONE.setScale(2);
  }

  /** Whether the next colleague of the team gets 30 % of the credit. */
  public boolean isSplit(Deal deal) {
    return !deal.terms().renewal()
        && company.startersOf(deal.stint().post().team()).size() > 1
        && company.dice("split", deal.key()).chance(SPLIT_SHARE);
  }

  /** Who shares the credit of a rep's split deals: the next who started in the same team. */
  public Person partner(Person person) {
    return neighbour(person, 1);
  }

  /** The plan a rep is paid by. */
  public static String plan(Person person, LocalDate day) {
    boolean changed =
        person.number() == Cast.PLAN_CHANGE && !day.isBefore(LocalDate.of(2026, 4, 1));
    return person.role() + (changed ? "-2026" : "-2025");
  }

  private void dealLines(List<Line> lines, Person person, YearMonth month, double perDollar) {
    for (Deal deal : wonIn(person, month)) {
      lines.add(commission(person, deal, ownShare(deal)));
      if (month.getMonthValue() == SPIFF_MONTH && deal.terms().segment().equals("Enterprise")) {
        lines.add(new Line("SPIFF", Optional.of(deal), zero(), money(500 * perDollar)));
      }
    }
    if (person.role() == Role.AE) {
      for (Deal deal : wonIn(neighbour(person, -1), month)) {
        if (isSplit(deal)) {
          lines.add(commission(person, deal, OTHER_SHARE));
        }
      }
    }
    if (person.number() == Cast.CLAWBACK && month.equals(YearMonth.of(2026, 8))) {
      lastWonBefore(person, month).ifPresent(deal -> lines.add(clawback(person, deal)));
    }
  }

  private Line commission(Person person, Deal deal, BigDecimal share) {
    BigDecimal credited = deal.amount().multiply(share).setScale(2, RoundingMode.HALF_UP);
    return new Line(
        "COMMISSION",
        Optional.of(deal),
        credited,
        credited.multiply(rate(person, deal.decided())).setScale(2, RoundingMode.HALF_UP));
  }

  private Line clawback(Person person, Deal deal) {
    Line paid = commission(person, deal, ownShare(deal));
    return new Line(
        "CLAWBACK", Optional.of(deal), paid.credited().negate(), paid.amount().negate());
  }

  private static BigDecimal rate(Person person, LocalDate day) {
    return switch (plan(person, day)) {
      case "AE-2026" -> new BigDecimal("0.10");
      case "CSM-2025" -> new BigDecimal("0.03");
      default -> new BigDecimal("0.08");
    };
  }

  private void meetingLines(List<Line> lines, Person person, YearMonth month, double perDollar) {
    for (int week = firstWeek(month) - 16; week <= lastWeek(month); week++) {
      for (LeadCase lead : week < 0 ? List.<LeadCase>of() : leads.of(person, week)) {
        Optional<LocalDate> held = lead.response().meetingHeld();
        if (held.isPresent() && YearMonth.from(held.get()).equals(month)) {
          lines.add(new Line("COMMISSION", Optional.empty(), zero(), money(180 * perDollar)));
        }
      }
    }
  }

  private void bonusLines(List<Line> lines, Person person, YearMonth month, double perDollar) {
    int all = 0;
    int clean = 0;
    for (int week = firstWeek(month); week <= lastWeek(month); week++) {
      for (Ticket ticket : tickets.of(person, week)) {
        all++;
        clean += ticket.times().reopened() ? 0 : 1;
      }
    }
    double share = all == 0 ? 0 : (double) clean / all;
    lines.add(new Line("COMMISSION", Optional.empty(), zero(), money(900 * perDollar * share)));
  }

  private List<Deal> wonIn(Person person, YearMonth month) {
    List<Deal> won = new ArrayList<>();
    for (int week = firstWeek(month) - 30; week <= lastWeek(month); week++) {
      for (Deal deal : week < -Deals.LEAD_IN_WEEKS ? List.<Deal>of() : deals.of(person, week)) {
        if (deal.course().won() && YearMonth.from(deal.decided()).equals(month)) {
          won.add(deal);
        }
      }
    }
    return won;
  }

  private Optional<Deal> lastWonBefore(Person person, YearMonth month) {
    for (int back = 1; back <= 6; back++) {
      List<Deal> won = wonIn(person, month.minusMonths(back));
      if (!won.isEmpty()) {
        return Optional.of(won.get(0));
      }
    }
    return Optional.empty();
  }

  private Person neighbour(Person person, int step) {
    List<Person> mates = company.startersOf(person.stints().get(0).post().team());
    return mates.get(Math.floorMod(mates.indexOf(person) + step, mates.size()));
  }

  private int firstWeek(YearMonth month) {
    return company.horizon().weekOf(month.atDay(1));
  }

  private int lastWeek(YearMonth month) {
    return company.horizon().weekOf(month.atEndOfMonth());
  }

  private static BigDecimal zero() {
    return new BigDecimal("0.00");
  }

  private static BigDecimal money(double value) {
    return BigDecimal.valueOf(Math.round(value)).setScale(2, RoundingMode.UNNECESSARY);
  }
}
