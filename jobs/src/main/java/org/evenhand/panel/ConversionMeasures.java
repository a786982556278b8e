package org.evenhand.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenhand.job.Quarter;
import org.evenhand.panel.Population.Member;
import org.evenhand.stats.Figure;

/**
 * Conversion of cohorts: now, before (the same reps before their AI start, else the quarter before
 * watched for as long), change, and by quarter.
 */
final class ConversionMeasures {
  static final String MEASURE = "conversion";

  private final Setting setting;
  private final Quarters quarters;
  private final LocalDate today;

  /**
   * @param today the knowledge date
   */
  ConversionMeasures(Setting setting, Quarters quarters, LocalDate today) {
    this.setting = setting;
    this.quarters = quarters;
    this.today = today;
  }

  /** A result with the cohort behind it. */
  record Row(Result result, int horizon, Cohort cohort) {}

  List<Row> results(List<Case> cases) {
    List<Row> rows = new ArrayList<>();
    List<Case> deals = cases.stream().filter(ConversionMeasures::dealLike).toList();
    rows.addAll(group(Subject.COMPANY, deals, horizon("AE")));
    for (String quarter : setting.series()) {
      rows.add(inQuarter(Subject.COMPANY, deals, quarter, horizon("AE")));
    }
    for (String role : Roles.FAMILIES) {
      List<Case> own = only(cases, one -> one.family().equals(Optional.of(role)));
      if (!own.isEmpty()) {
        rows.addAll(group(Subject.role(role), own, horizon(role)));
        setting
            .series()
            .forEach(q -> rows.add(inQuarter(Subject.role(role), own, q, horizon(role))));
      }
    }
    rows.addAll(teams(cases));
    rows.addAll(reps(cases));
    return rows;
  }

  private static boolean dealLike(Case one) {
    return one.family()
        .map(family -> !family.equals("SDR") && !family.equals("SUPPORT"))
        .orElse(true);
  }

  private int horizon(String role) {
    return setting.thresholds().conversionHorizon(role);
  }

  private static List<Case> only(List<Case> cases, Predicate<Case> which) {
    return cases.stream().filter(which).toList();
  }

  // --- groups

  private List<Row> teams(List<Case> cases) {
    Map<String, List<Case>> byTeam = new TreeMap<>();
    for (Case one : cases) {
      one.holder()
          .team()
          .ifPresent(t -> byTeam.computeIfAbsent(t, k -> new ArrayList<>()).add(one));
    }
    List<Row> rows = new ArrayList<>();
    byTeam.forEach(
        (team, own) -> {
          Map<String, Long> families = new HashMap<>();
          own.forEach(one -> families.merge(one.family().orElse("AE"), 1L, Long::sum));
          String main =
              families.entrySet().stream()
                  .max(
                      Map.Entry.<String, Long>comparingByValue()
                          .thenComparing(Map.Entry.comparingByKey()))
                  .orElseThrow()
                  .getKey();
          rows.addAll(
              group(
                  Subject.team(team),
                  only(own, one -> one.family().orElse("AE").equals(main)),
                  horizon(main)));
        });
    return rows;
  }

  private List<Row> group(Subject subject, List<Case> cases, int horizon) {
    Cohort now = now(cases);
    Basis basis = basis(cases);
    Cohort before = before(cases, basis);
    Figure change = Cohort.change(before, now, horizon, setting.confidence());
    long reps = Math.min(now.reps(), before.reps());
    List<Row> rows = new ArrayList<>();
    rows.add(row(subject, "now", now, horizon));
    Row earlier = row(subject, "before", before, horizon);
    rows.add(new Row(earlier.result().because(basis.text()), horizon, before));
    rows.add(new Row(setting.change(subject, MEASURE, change, reps, basis), horizon, now));
    return rows;
  }

  private Row row(Subject subject, String period, Cohort cohort, int horizon) {
    Figure figure = cohort.curve().figure(horizon, setting.confidence());
    Result result = setting.level(subject, MEASURE, period, figure, cohort.reps());
    return new Row(
        result.because("Share that succeeds within " + horizon + " days."), horizon, cohort);
  }

  private Row inQuarter(Subject subject, List<Case> cases, String quarter, int horizon) {
    Quarters.Dates dates = Optional.ofNullable(quarters.byName().get(quarter)).orElseThrow();
    return row(subject, quarter, cohort(cases, dates.first(), dates.last(), today), horizon);
  }

  private Cohort now(List<Case> cases) {
    Quarters.Dates dates = quarters.dates(Quarter.parse(setting.reported()));
    return new Cohort(
        cases.stream()
            .filter(
                one -> one.startsIn(later(dates.first(), start(one)), earlier(dates.last(), today)))
            .map(one -> Cohort.watched(one, today))
            .toList());
  }

  private Cohort before(List<Case> cases, Basis basis) {
    if (basis.equals(Basis.AI_START)) {
      return new Cohort(
          cases.stream()
              .filter(one -> start(one).isPresent() && inWeeksBefore(one, start(one).get()))
              .map(one -> Cohort.watched(one, start(one).orElseThrow().minusDays(1)))
              .toList());
    }
    Quarters.Dates last = quarters.dates(Quarter.parse(setting.reported()));
    Quarters.Dates previous = quarters.byName().get(setting.previous());
    if (previous == null) {
      return new Cohort(List.of());
    }
    long watched = ChronoUnit.DAYS.between(last.last(), today);
    LocalDate until = earlier(previous.last().plusDays(Math.max(0, watched)), today);
    return cohort(cases, previous.first(), previous.last(), until);
  }

  private static Cohort cohort(List<Case> cases, LocalDate first, LocalDate last, LocalDate until) {
    return new Cohort(
        cases.stream()
            .filter(one -> one.startsIn(first, earlier(last, until)))
            .map(one -> Cohort.watched(one, until))
            .toList());
  }

  private boolean inWeeksBefore(Case one, LocalDate start) {
    return one.startsIn(start.minusWeeks(setting.thresholds().beforeWeeks()), start.minusDays(1));
  }

  private Basis basis(List<Case> cases) {
    boolean known =
        cases.stream().anyMatch(c -> start(c).isPresent() && inWeeksBefore(c, start(c).get()));
    return known ? Basis.AI_START : Basis.previous(setting.previous());
  }

  private Optional<LocalDate> start(Case one) {
    return one.holder().rep().flatMap(rep -> Optional.ofNullable(setting.starts().get(rep)));
  }

  private static LocalDate later(LocalDate day, Optional<LocalDate> other) {
    return other.filter(day::isBefore).orElse(day);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  // --- reps

  private List<Row> reps(List<Case> cases) {
    Map<Long, List<Case>> byRep = new HashMap<>();
    for (Case one : cases) {
      one.holder().rep().ifPresent(r -> byRep.computeIfAbsent(r, k -> new ArrayList<>()).add(one));
    }
    List<Row> rows = new ArrayList<>();
    Map<Optional<String>, List<Double>> levels = new HashMap<>();
    for (Member member : setting.population().members()) {
      List<Case> own =
          only(
              byRep.getOrDefault(member.rep(), List.of()),
              one ->
                  member.role().isEmpty()
                      || one.family().equals(member.role())
                      || one.family().isEmpty());
      List<Row> of = group(Subject.rep(member.rep()), own, horizon(member.role().orElse("AE")));
      rows.addAll(of);
      if (of.get(0).result().figure() instanceof Figure.Known known) {
        levels.computeIfAbsent(member.role(), r -> new ArrayList<>()).add(known.value());
      }
    }
    for (Member member : setting.population().members()) {
      Figure middle = setting.middle(levels.getOrDefault(member.role(), List.of()));
      rows.add(
          new Row(
              setting.comparable(member.rep(), MEASURE, middle),
              horizon(member.role().orElse("AE")),
              new Cohort(List.of())));
    }
    return rows;
  }
}
