package org.evenhand.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.job.RunContext;
import org.evenhand.panel.Population.Member;
import org.evenhand.panel.Population.Scope;
import org.evenhand.stats.Figure;

/** How many reps and teams there are, who belongs where, and when helping AI reached them. */
final class People {
  private final Setting setting;
  private final Quarters quarters;
  private final Map<String, LocalDate> starts;

  private People(Setting setting, Quarters quarters, Map<String, LocalDate> starts) {
    this.setting = setting;
    this.quarters = quarters;
    this.starts = starts;
  }

  static List<Result> results(RunContext context, Setting setting, Quarters quarters) {
    LocalDate last = quarters.dates(context.period().quarter()).last();
    People people =
        new People(setting, quarters, AiStarts.collect(AiStarts.perTeam(context, last)));
    List<Result> results = new ArrayList<>();
    Population population = setting.population();
    population.scopes().forEach(scope -> results.addAll(people.scope(scope)));
    results.add(
        people.count(
            Subject.COMPANY,
            "teams",
            "",
            "now",
            population.teams().size(),
            population.members().size()));
    population.members().forEach(member -> results.addAll(people.rep(member, last)));
    return results;
  }

  private List<Result> scope(Scope scope) {
    List<Result> results = new ArrayList<>();
    long reps = scope.members().size();
    results.add(count(scope.subject(), "reps", "", "now", reps, reps));
    Map<String, Long> begun = new TreeMap<>();
    scope.members().stream()
        .flatMap(member -> member.team().stream())
        .distinct()
        .flatMap(team -> Optional.ofNullable(starts.get(team)).stream())
        .flatMap(day -> quarters.of(day).stream())
        .forEach(quarter -> begun.merge(quarter, 1L, Long::sum));
    begun.forEach(
        (quarter, teams) ->
            results.add(count(scope.subject(), "ai_start", "", quarter, teams, reps)));
    if (scope.subject().kind() != Subject.Kind.TEAM) {
      setting.series().forEach(quarter -> results.add(share(scope, quarter)));
    }
    return results;
  }

  /** Share of the group's reps whose team had a helping AI feature by the end of a quarter. */
  private Result share(Scope scope, String quarter) {
    LocalDate last = Optional.ofNullable(quarters.byName().get(quarter)).orElseThrow().last();
    long all = scope.members().size();
    long with =
        scope.members().stream()
            .flatMap(member -> member.team().stream())
            .filter(team -> !starts.getOrDefault(team, LocalDate.MAX).isAfter(last))
            .count();
    double share = all == 0 ? 0 : (double) with / all;
    return setting.exact(
        scope.subject(), "ai_share", quarter, new Figure.Known(share, share, share, all), all);
  }

  private List<Result> rep(Member member, LocalDate last) {
    Subject subject = Subject.rep(member.rep());
    List<Result> results = new ArrayList<>();
    member
        .team()
        .ifPresent(t -> results.add(count(subject, "membership", "team:" + t, "now", 1, 1)));
    member
        .role()
        .ifPresent(r -> results.add(count(subject, "membership", "role:" + r, "now", 1, 1)));
    long weeks =
        member
            .team()
            .flatMap(team -> Optional.ofNullable(starts.get(team)))
            .map(day -> ChronoUnit.WEEKS.between(day, last.plusDays(1)))
            .orElse(0L);
    results.add(count(subject, "ai_weeks", "", "now", weeks, 1));
    return results;
  }

  private Result count(
      Subject subject, String measure, String dimension, String period, long count, long reps) {
    return new Result(
        new Result.Key(subject, measure, dimension, period),
        Figure.count(count),
        Result.Notes.plain(setting.unit(measure), reps));
  }
}
