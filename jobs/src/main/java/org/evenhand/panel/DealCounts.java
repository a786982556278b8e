package org.evenhand.panel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Wilson;

/** Deals begun, decided and won, and their value: plain counts and sums, each deal once. */
final class DealCounts {
  private final Setting setting;
  private final List<Deal> deals;
  private final Quarters quarters;

  DealCounts(Setting setting, List<Deal> deals, Quarters quarters) {
    this.setting = setting;
    this.deals = deals;
    this.quarters = quarters;
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    Predicate<LocalDate> now = within(setting.reported());
    Set<String> teams = names(Deal.Holder::team);
    Set<String> roles = names(Deal.Holder::role);
    results.addAll(counts(Subject.COMPANY, "all", day -> true, holder -> true));
    results.addAll(counts(Subject.COMPANY, "now", now, holder -> true));
    for (String quarter : setting.series()) {
      results.addAll(counts(Subject.COMPANY, quarter, within(quarter), holder -> true));
    }
    for (String team : teams) {
      Predicate<Deal.Holder> own = holder -> holder.team().equals(Optional.of(team));
      results.addAll(counts(Subject.team(team), "all", day -> true, own));
      results.addAll(counts(Subject.team(team), "now", now, own));
    }
    for (String role : roles) {
      Predicate<Deal.Holder> own = holder -> holder.role().equals(Optional.of(role));
      results.addAll(counts(Subject.role(role), "now", now, own));
    }
    Map<Long, List<Deal>> byRep = byRep();
    setting.population().members().stream()
        .filter(member -> member.role().map(Roles.DEAL_OWNERS::contains).orElse(true))
        .forEach(member -> results.addAll(rep(member, byRep, now)));
    return results;
  }

  private Map<Long, List<Deal>> byRep() {
    Map<Long, List<Deal>> byRep = new TreeMap<>();
    for (Deal deal : deals) {
      Stream.of(deal.opened(), deal.closed())
          .flatMap(holder -> holder.rep().stream())
          .distinct()
          .forEach(rep -> byRep.computeIfAbsent(rep, r -> new ArrayList<>()).add(deal));
    }
    return byRep;
  }

  private List<Result> rep(
      Population.Member member, Map<Long, List<Deal>> byRep, Predicate<LocalDate> now) {
    List<Deal> own = byRep.getOrDefault(member.rep(), List.of());
    if (own.isEmpty()) {
      Figure none =
          new Figure.Undefined("You own no deal in the records, so there is nothing to count.");
      return List.of(
          setting.exact(Subject.rep(member.rep()), "closed_count", "now", none, 1),
          setting.exact(Subject.rep(member.rep()), "won_count", "now", none, 1),
          setting.exact(Subject.rep(member.rep()), "win_rate", "now", none, 1));
    }
    return new DealCounts(setting, own, quarters)
        .counts(
            Subject.rep(member.rep()),
            "now",
            now,
            holder -> holder.rep().equals(Optional.of(member.rep())));
  }

  private Predicate<LocalDate> within(String quarter) {
    Quarters.Dates dates = Optional.ofNullable(quarters.byName().get(quarter)).orElseThrow();
    return day -> !day.isBefore(dates.first()) && !day.isAfter(dates.last());
  }

  private Set<String> names(Function<Deal.Holder, Optional<String>> name) {
    return deals.stream()
        .flatMap(deal -> Stream.of(deal.opened(), deal.closed()))
        .flatMap(holder -> name.apply(holder).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Result> counts(
      Subject subject, String period, Predicate<LocalDate> when, Predicate<Deal.Holder> who) {
    List<Deal> begun =
        deals.stream()
            .filter(deal -> who.test(deal.opened()) && deal.span().start().filter(when).isPresent())
            .toList();
    List<Deal> decided =
        deals.stream()
            .filter(deal -> deal.decided() && who.test(deal.closed()))
            .filter(deal -> deal.span().end().filter(when).isPresent())
            .toList();
    List<Deal> won = decided.stream().filter(deal -> deal.is(Deal.WON)).toList();
    long reps = reps(subject, decided);
    List<Result> results = new ArrayList<>();
    results.add(count(subject, "created_count", period, begun.size(), reps(subject, begun)));
    results.add(count(subject, "closed_count", period, decided.size(), reps));
    results.add(count(subject, "won_count", period, won.size(), reps));
    Figure rate = Wilson.interval(won.size(), decided.size(), setting.confidence());
    results.add(setting.level(subject, "win_rate", period, rate, reps));
    results.addAll(values(subject, period, won, reps));
    return results;
  }

  private Result count(Subject subject, String measure, String period, long count, long reps) {
    return setting.exact(subject, measure, period, Figure.count(count), reps);
  }

  /** Reps of the group; where the population does not know it, the people who hold its deals. */
  private long reps(Subject subject, List<Deal> held) {
    return setting.population().scopes().stream()
        .filter(scope -> scope.subject().equals(subject))
        .mapToLong(scope -> scope.members().size())
        .findFirst()
        .orElseGet(() -> held.stream().flatMap(d -> d.closed().rep().stream()).distinct().count());
  }

  private List<Result> values(Subject subject, String period, List<Deal> won, long reps) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    BigDecimal total = BigDecimal.ZERO;
    long unknown = 0;
    for (Deal deal : won) {
      Deal.Money money = deal.money();
      money.amount().ifPresent(a -> sums.merge(money.currency(), a, BigDecimal::add));
      total = total.add(money.reporting().orElse(BigDecimal.ZERO));
      unknown += money.reporting().isEmpty() ? 1 : 0;
    }
    List<Result> results = new ArrayList<>();
    sums.forEach((currency, sum) -> results.add(value(subject, currency, period, sum, won, reps)));
    if (unknown < won.size() || won.isEmpty()) {
      Result all = value(subject, "", period, total, won, reps);
      results.add(
          unknown == 0
              ? all
              : all.because("%d won deals have no amount or no exchange rate.".formatted(unknown)));
    }
    return results;
  }

  private Result value(
      Subject subject, String currency, String period, BigDecimal sum, List<Deal> won, long reps) {
    double amount = sum.doubleValue();
    return new Result(
        new Result.Key(subject, "won_value", currency, period),
        new Figure.Known(amount, amount, amount, won.size()),
        Result.Notes.plain(currency.isEmpty() ? setting.currency() : currency, reps));
  }
}
