package org.evenhand.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.job.Quarter;
import org.evenhand.stats.Figure;
import org.evenhand.stats.KaplanMeier;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.RestrictedMean;
import org.evenhand.stats.Spell;

/**
 * Days until deals are won, in windows of the calendar: a deal begun earlier enters late, a deal
 * still open or lost is censored. Before: the reps' weeks before their AI start, else the quarter
 * before.
 */
final class CycleMeasures {
  private final Setting setting;
  private final Quarters quarters;
  private final LocalDate today;

  CycleMeasures(Setting setting, Quarters quarters, LocalDate today) {
    this.setting = setting;
    this.quarters = quarters;
    this.today = today;
  }

  /** A result with the deals behind it. */
  record Row(Result result, List<Spell> spells) {}

  List<Row> results(List<Deal> all) {
    List<Case> deals = all.stream().flatMap(deal -> Cases.deal(deal).stream()).toList();
    List<Row> rows = new ArrayList<>(scope(Subject.COMPANY, deals));
    for (String role : Roles.DEAL_OWNERS) {
      List<Case> own = only(deals, one -> one.family().equals(Optional.of(role)));
      if (!own.isEmpty()) {
        rows.addAll(scope(Subject.role(role), own));
      }
    }
    TreeSet<String> teams = new TreeSet<>();
    deals.forEach(one -> one.holder().team().ifPresent(teams::add));
    for (String team : teams) {
      rows.addAll(
          scope(Subject.team(team), only(deals, c -> c.holder().team().equals(Optional.of(team)))));
    }
    return rows;
  }

  private static List<Case> only(List<Case> cases, Predicate<Case> which) {
    return cases.stream().filter(which).toList();
  }

  private List<Row> scope(Subject subject, List<Case> deals) {
    List<Row> rows = new ArrayList<>();
    Quarters.Dates reported = quarters.dates(Quarter.parse(setting.reported()));
    List<Spell> now = window(deals, reported.first(), reported.last());
    rows.addAll(levels(subject, "now", now, deals));
    rows.addAll(
        levels(
            subject, "all", deals.stream().map(d -> win(d.watchedUntil(today))).toList(), deals));
    if (subject.kind() != Subject.Kind.TEAM) {
      for (String quarter : setting.series()) {
        Quarters.Dates dates = quarters.dates(Quarter.parse(quarter));
        rows.addAll(levels(subject, quarter, window(deals, dates.first(), dates.last()), deals));
      }
    }
    rows.addAll(change(subject, deals, now));
    return rows;
  }

  private List<Row> change(Subject subject, List<Case> deals, List<Spell> now) {
    List<Case> started = only(deals, one -> start(one).isPresent());
    boolean ai = !started.isEmpty();
    Basis basis = ai ? Basis.AI_START : Basis.previous(setting.previous());
    List<Spell> before = ai ? beforeStart(started) : inPrevious(deals);
    List<Row> rows = new ArrayList<>();
    for (Row row : levels(subject, "before", before, deals)) {
      rows.add(new Row(row.result().because(basis.text()), row.spells()));
    }
    long reps = reps(deals);
    rows.add(
        new Row(setting.change(subject, "deal_cycle", medians(before, now), reps, basis), now));
    rows.add(
        new Row(setting.change(subject, "deal_cycle_mean", means(before, now), reps, basis), now));
    return rows;
  }

  private List<Spell> beforeStart(List<Case> deals) {
    List<Spell> spells = new ArrayList<>();
    for (Case one : deals) {
      LocalDate start = start(one).orElseThrow();
      LocalDate first = start.minusWeeks(setting.thresholds().beforeWeeks());
      spells.addAll(window(List.of(one), first, start.minusDays(1)));
    }
    return spells;
  }

  private List<Spell> inPrevious(List<Case> deals) {
    Quarters.Dates previous = quarters.byName().get(setting.previous());
    return previous == null ? List.of() : window(deals, previous.first(), previous.last());
  }

  /** Deals under way in a window: late entry before it, censored after it. */
  private List<Spell> window(List<Case> deals, LocalDate first, LocalDate last) {
    LocalDate end = last.isBefore(today) ? last : today;
    List<Spell> spells = new ArrayList<>();
    for (Case one : deals) {
      boolean under =
          !one.start().isAfter(end) && one.end().filter(ended -> ended.isBefore(first)).isEmpty();
      if (under) {
        Spell spell = win(one.watchedUntil(end));
        double entry =
            one.start().isBefore(first)
                ? ChronoUnit.DAYS.between(one.start(), first) - 1
                : Double.NEGATIVE_INFINITY;
        spells.add(new Spell(entry, spell.exit(), spell.cause()));
      }
    }
    return spells;
  }

  private static Spell win(Spell spell) {
    return spell.cause() == 1 ? spell : new Spell(spell.entry(), spell.exit(), 0);
  }

  private List<Row> levels(Subject subject, String period, List<Spell> spells, List<Case> deals) {
    KaplanMeier curve = KaplanMeier.of(spells);
    Figure median = curve.median(setting.confidence());
    Figure mean = mean(spells).figure(setting.confidence(), spells.size());
    String horizon = "Within %d days.".formatted(setting.thresholds().dealCycleHorizon());
    return List.of(
        new Row(setting.level(subject, "deal_cycle", period, median, reps(deals)), spells),
        new Row(
            setting.level(subject, "deal_cycle_mean", period, mean, reps(deals)).because(horizon),
            spells));
  }

  private RestrictedMean mean(List<Spell> spells) {
    return RestrictedMean.of(KaplanMeier.of(spells), setting.thresholds().dealCycleHorizon());
  }

  private Figure means(List<Spell> before, List<Spell> now) {
    if (before.isEmpty() || now.isEmpty()) {
      return new Figure.Undefined("There were no deals to compare.");
    }
    RestrictedMean earlier = mean(before);
    RestrictedMean later = mean(now);
    double change = later.estimate() - earlier.estimate();
    double margin =
        Quantiles.normal(setting.confidence())
            * Math.hypot(earlier.standardError(), later.standardError());
    return new Figure.Known(change, change - margin, change + margin, before.size() + now.size());
  }

  /** Interval from the two medians' own intervals (Zou and Donner 2008, eq. 3). */
  private Figure medians(List<Spell> before, List<Spell> now) {
    Figure earlier = KaplanMeier.of(before).median(setting.confidence());
    Figure later = KaplanMeier.of(now).median(setting.confidence());
    if (earlier instanceof Figure.Known a && later instanceof Figure.Known b) {
      double change = b.value() - a.value();
      double down = Math.hypot(b.value() - b.low(), a.high() - a.value());
      double up = Math.hypot(b.high() - b.value(), a.value() - a.low());
      return new Figure.Known(change, change - down, change + up, a.n() + b.n());
    }
    return new Figure.Undefined("Too few deals were won on one side to find the middle.");
  }

  private Optional<LocalDate> start(Case one) {
    return one.holder().rep().flatMap(rep -> Optional.ofNullable(setting.starts().get(rep)));
  }

  private static long reps(List<Case> deals) {
    return deals.stream().flatMap(one -> one.holder().rep().stream()).distinct().count();
  }
}
