package org.evenhand.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Means;
import org.evenhand.stats.Spread;

/**
 * What the deals as a whole look like: stages, closed cycles, reps with and without deals,
 * oddities.
 */
final class DealProfile {
  private final Setting setting;
  private final List<Deal> deals;

  DealProfile(Setting setting, List<Deal> deals) {
    this.setting = setting;
    this.deals = deals;
  }

  List<Result> results(Quarters.Dates reported) {
    List<Result> results = new ArrayList<>();
    Map<String, Long> stages = new TreeMap<>();
    deals.forEach(deal -> stages.merge(deal.marks().stage(), 1L, Long::sum));
    stages.forEach((stage, count) -> results.add(company("deals", stage, count)));
    results.addAll(cycles("all", deals));
    results.addAll(cycles("now", deals.stream().filter(deal -> closedIn(deal, reported)).toList()));
    results.addAll(holders());
    results.addAll(oddities());
    return results;
  }

  private static boolean closedIn(Deal deal, Quarters.Dates dates) {
    return deal.span()
        .end()
        .filter(day -> !day.isBefore(dates.first()) && !day.isAfter(dates.last()))
        .isPresent();
  }

  private List<Result> cycles(String period, List<Deal> of) {
    List<Double> won = days(of, Deal.WON);
    List<Double> lost = days(of, Deal.LOST);
    return List.of(
        setting.level(
            Subject.COMPANY,
            "cycle_won_mean",
            period,
            Means.mean(won, setting.confidence()),
            reps()),
        setting.exact(Subject.COMPANY, "cycle_won_median", period, median(won), reps()),
        setting.exact(Subject.COMPANY, "cycle_lost_median", period, median(lost), reps()));
  }

  /** Start to end, never end to start (N-3); deals that end before they start are left out. */
  private static List<Double> days(List<Deal> deals, String outcome) {
    List<Double> days = new ArrayList<>();
    for (Deal deal : deals) {
      Optional<LocalDate> start = deal.span().start();
      Optional<LocalDate> end = deal.span().end();
      if (deal.is(outcome)
          && start.isPresent()
          && end.isPresent()
          && !end.get().isBefore(start.get())) {
        days.add((double) ChronoUnit.DAYS.between(start.get(), end.get()));
      }
    }
    return days;
  }

  private static Figure median(List<Double> days) {
    if (days.isEmpty()) {
      return new Figure.Undefined("No deal of that outcome has both dates.");
    }
    double median = Spread.median(days);
    return new Figure.Known(median, median, median, days.size());
  }

  private List<Result> holders() {
    Set<Long> holders = new TreeSet<>();
    for (Deal deal : deals) {
      deal.marks().owner().ifPresent(holders::add);
      deal.opened().rep().ifPresent(holders::add);
      deal.closed().rep().ifPresent(holders::add);
    }
    long without =
        setting.population().members().stream()
            .filter(member -> member.role().map(Roles.DEAL_OWNERS::contains).orElse(true))
            .filter(member -> !holders.contains(member.rep()))
            .count();
    return List.of(
        company("reps_in_crm", "", holders.size()),
        company("reps_without_deals", "", without),
        company("plausibility", "reps_without_deals", without));
  }

  private List<Result> oddities() {
    return List.of(
        odd("zero_amount_wins", deals.stream().filter(d -> d.is(Deal.WON) && worthless(d)).count()),
        odd("deals_without_account", deals.stream().filter(d -> !d.marks().account()).count()),
        odd("deals_without_start", deals.stream().filter(d -> d.span().start().isEmpty()).count()),
        odd("open_deals", deals.stream().filter(d -> d.is("OPEN")).count()),
        odd("closed_before_start", deals.stream().filter(DealProfile::backwards).count()));
  }

  private static boolean worthless(Deal deal) {
    return deal.money().amount().map(amount -> amount.signum() == 0).orElse(true);
  }

  private static boolean backwards(Deal deal) {
    return deal.span().start().isPresent()
        && deal.span().end().filter(deal.span().start().get()::isAfter).isPresent();
  }

  private Result odd(String pattern, long count) {
    return company("plausibility", pattern, count);
  }

  Result company(String measure, String dimension, long count) {
    return new Result(
        new Result.Key(Subject.COMPANY, measure, dimension, "all"),
        Figure.count(count),
        Result.Notes.plain(setting.unit(measure), reps()));
  }

  private long reps() {
    return setting.population().members().size();
  }
}
