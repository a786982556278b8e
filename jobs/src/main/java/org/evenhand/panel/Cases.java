package org.evenhand.panel;

import static org.apache.spark.sql.functions.to_date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverLead;
import org.evenhand.table.columns.SilverTicket;

/** The cases each role family is judged by: leads (SDR), deals (AE, CSM), tickets (SUPPORT). */
final class Cases {
  private Cases() {}

  static List<Case> all(RunContext context, List<Deal> deals, Map<Long, Population.Member> reps) {
    List<Case> cases = new ArrayList<>();
    deals.forEach(deal -> deal(deal).ifPresent(cases::add));
    cases.addAll(leads(context, reps));
    cases.addAll(tickets(context, reps));
    return cases;
  }

  /** Deals without a start, or decided without a date, say nothing about how long it took. */
  static Optional<Case> deal(Deal deal) {
    boolean decided = deal.is(Deal.WON) || deal.is(Deal.LOST);
    Optional<LocalDate> start = deal.span().start();
    Optional<LocalDate> end = decided ? deal.span().end() : Optional.empty();
    boolean backwards = start.isPresent() && end.filter(start.get()::isAfter).isPresent();
    if (start.isEmpty() || backwards || (decided && end.isEmpty())) {
      return Optional.empty();
    }
    int cause = deal.is(Deal.WON) ? 1 : deal.is(Deal.LOST) ? 2 : 0;
    return Optional.of(new Case(deal.opened(), deal.opened().role(), start.get(), end, cause));
  }

  private static List<Case> leads(RunContext context, Map<Long, Population.Member> reps) {
    return Known.standing(context, SilverLead.TABLE)
        .where(SilverLead.MERGED_INTO_ID.col().isNull())
        .where(SilverLead.CREATED_DATE.col().isNotNull())
        .select(
            SilverLead.OWNER_REP_KEY.col(),
            SilverLead.TEAM_ID.col(),
            SilverLead.CREATED_DATE.col(),
            LeadCases.succeededOn())
        .collectAsList()
        .stream()
        .map(row -> read(row, reps, "SDR", row.isNullAt(3) ? 0 : 1))
        .toList();
  }

  /** A ticket that came back after its solution did not succeed. */
  private static List<Case> tickets(RunContext context, Map<Long, Population.Member> reps) {
    return Known.standing(context, SilverTicket.TABLE)
        .where(SilverTicket.STATUS_CLASS.col().notEqual("DELETED"))
        .select(
            SilverTicket.REP_KEY.col(),
            SilverTicket.TEAM_ID.col(),
            to_date(SilverTicket.CREATED_AT.col()),
            SilverTicket.SOLVED_DATE.col(),
            SilverTicket.REOPENS.col())
        .collectAsList()
        .stream()
        .map(row -> read(row, reps, "SUPPORT", row.isNullAt(3) ? 0 : row.getInt(4) == 0 ? 1 : 2))
        .toList();
  }

  private static Case read(Row row, Map<Long, Population.Member> reps, String family, int cause) {
    Optional<Long> rep = row.isNullAt(0) ? Optional.empty() : Optional.of(row.getLong(0));
    Optional<String> role =
        rep.flatMap(key -> Optional.ofNullable(reps.get(key))).flatMap(Population.Member::role);
    LocalDate start = row.getLocalDate(2);
    Optional<LocalDate> end =
        row.isNullAt(3)
            ? Optional.empty()
            : Optional.of(row.getLocalDate(3).isBefore(start) ? start : row.getLocalDate(3));
    Optional<String> owner =
        role.isEmpty() || role.get().equals(family) ? Optional.of(family) : role;
    return new Case(
        new Deal.Holder(rep, Population.text(row, 1), owner),
        Optional.of(family),
        start,
        end,
        cause);
  }
}
