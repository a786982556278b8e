package org.evenhand.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.job.Quarter;
import org.evenhand.panel.Population.Member;
import org.evenhand.panel.Population.Scope;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Means;

/**
 * Commission per rep at the constant rate: now, before and change. A rep's amounts are exact, so
 * they carry no interval, and one quarter against another carries no verdict.
 */
final class CommissionMeasures {
  private static final String MEASURE = "commission";

  private final Setting setting;
  private final Pay pay;
  private final Quarters quarters;

  CommissionMeasures(Setting setting, Pay pay, Quarters quarters) {
    this.setting = setting;
    this.pay = pay;
    this.quarters = quarters;
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    setting.population().scopes().forEach(scope -> results.addAll(group(scope)));
    Map<Optional<String>, Figure> middles = middles();
    for (Member member : setting.population().members()) {
      results.addAll(rep(member));
      Figure middle = middles.getOrDefault(member.role(), setting.middle(List.of()));
      results.add(setting.comparable(member.rep(), MEASURE, middle));
    }
    setting.series().forEach(quarter -> results.addAll(series(quarter)));
    return results;
  }

  // --- groups

  private List<Result> group(Scope scope) {
    Map<String, List<Double>> now = new TreeMap<>();
    Map<String, List<Double>> before = new TreeMap<>();
    Map<String, List<Double>> change = new TreeMap<>();
    for (Member member : scope.members()) {
      String team = cluster(scope, member);
      Optional<Double> after = pay.of(member.rep(), setting.reported());
      after.ifPresent(amount -> add(now, team, amount));
      Optional<Double> earlier = pay.of(member.rep(), basis(member).window());
      if (after.isPresent() && earlier.isPresent()) {
        add(before, team, earlier.get());
        add(change, team, after.get() - earlier.get());
      }
    }
    Basis basis = basis(scope.members());
    List<Result> results = new ArrayList<>();
    results.add(level(scope.subject(), "now", now));
    results.add(level(scope.subject(), "before", before).because(basis.text()));
    results.add(setting.change(scope.subject(), MEASURE, mean(change), count(change), basis));
    return results;
  }

  private Result level(Subject subject, String period, Map<String, List<Double>> amounts) {
    return setting.level(subject, MEASURE, period, mean(amounts), count(amounts));
  }

  private Figure mean(Map<String, List<Double>> amounts) {
    return amounts.isEmpty()
        ? new Figure.Undefined(
            "No statement of these reps was delivered for the quarters compared.")
        : Means.clustered(amounts, setting.confidence());
  }

  private static String cluster(Scope scope, Member member) {
    return scope.subject().kind() == Subject.Kind.TEAM
        ? String.valueOf(member.rep())
        : member.team().orElse("none");
  }

  private static void add(Map<String, List<Double>> map, String key, double value) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }

  private static long count(Map<String, List<Double>> amounts) {
    return amounts.values().stream().mapToLong(List::size).sum();
  }

  // --- one rep

  private List<Result> rep(Member member) {
    Subject subject = Subject.rep(member.rep());
    Basis basis = basis(member);
    Optional<Double> now = pay.of(member.rep(), setting.reported());
    Optional<Double> before = pay.of(member.rep(), basis.window());
    String none =
        member
            .role()
            .flatMap(setting.measure(MEASURE)::notApplicable)
            .orElse(
                "No commission statement of yours was delivered for " + setting.reported() + ".");
    Figure change =
        now.isPresent() && before.isPresent()
            ? exact(now.get() - before.get())
            : new Figure.Undefined(now.isEmpty() ? none : basis.missing());
    return List.of(
        exactly(subject, "now", now, none),
        exactly(subject, "before", before, basis.missing()).because(basis.text()),
        setting.change(subject, MEASURE, change, 1, basis));
  }

  private Result exactly(Subject subject, String period, Optional<Double> amount, String none) {
    Figure figure =
        amount.map(CommissionMeasures::exact).orElseGet(() -> new Figure.Undefined(none));
    return setting.exact(subject, MEASURE, period, figure, 1);
  }

  private static Figure exact(double amount) {
    return new Figure.Known(amount, amount, amount, 1);
  }

  /** The last quarter before the AI start when it was paid, else the quarter before. */
  private Basis basis(Member member) {
    return Optional.ofNullable(setting.starts().get(member.rep()))
        .flatMap(quarters::of)
        .map(started -> Quarter.parse(started).previous().toString())
        .filter(quarter -> pay.of(member.rep(), quarter).isPresent())
        .map(
            quarter ->
                new Basis(
                    quarter,
                    "Same reps, in the last quarter before their team's first helping AI feature.",
                    "No statement of before the AI start is known."))
        .orElseGet(() -> Basis.previous(setting.previous()));
  }

  private Basis basis(List<Member> members) {
    return members.stream()
        .map(this::basis)
        .filter(basis -> !basis.equals(Basis.previous(setting.previous())))
        .findFirst()
        .orElseGet(() -> Basis.previous(setting.previous()));
  }

  private Map<Optional<String>, Figure> middles() {
    Map<Optional<String>, List<Double>> byRole = new HashMap<>();
    for (Member member : setting.population().members()) {
      pay.of(member.rep(), setting.reported())
          .ifPresent(
              amount -> byRole.computeIfAbsent(member.role(), r -> new ArrayList<>()).add(amount));
    }
    Map<Optional<String>, Figure> middles = new HashMap<>();
    byRole.forEach((role, amounts) -> middles.put(role, setting.middle(amounts)));
    return middles;
  }

  // --- series

  private List<Result> series(String quarter) {
    Map<Subject, Map<String, List<Double>>> amounts = new HashMap<>();
    Map<Long, Member> members = setting.population().byRep();
    Map<Long, Optional<String>> roles = new TreeMap<>();
    pay.in(quarter).forEach(line -> roles.put(line.rep(), line.role()));
    roles.forEach(
        (rep, role) ->
            pay.of(rep, quarter)
                .ifPresent(
                    amount -> {
                      String team =
                          Optional.ofNullable(members.get(rep))
                              .flatMap(Member::team)
                              .orElse("none");
                      add(
                          amounts.computeIfAbsent(Subject.COMPANY, s -> new TreeMap<>()),
                          team,
                          amount);
                      role.ifPresent(
                          r ->
                              add(
                                  amounts.computeIfAbsent(Subject.role(r), s -> new TreeMap<>()),
                                  team,
                                  amount));
                    }));
    return amounts.entrySet().stream()
        .map(entry -> level(entry.getKey(), quarter, entry.getValue()))
        .toList();
  }
}
