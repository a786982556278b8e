package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.panel.Population.Member;
import org.evenhand.panel.Population.Scope;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Ratio;
import org.evenhand.stats.RatioChange;

/** Working time and tasks per worked week of company, roles and teams: now, before, change. */
final class GroupActivity {
  static final String SAVED = "time_saved";
  static final String SAVED_FROM = "non_selling_hours";

  private final Setting setting;
  private final Observed observed;

  GroupActivity(Setting setting, Observed observed) {
    this.setting = setting;
    this.observed = observed;
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    for (String measure : Observed.measures()) {
      setting.population().scopes().forEach(scope -> results.addAll(group(measure, scope)));
    }
    return results;
  }

  private List<Result> group(String measure, Scope scope) {
    Basis basis = observed.basis(scope.members(), setting);
    List<RepWindow> now = observed.all(scope.members(), RepWindow.NOW);
    List<Member> both = both(scope.members(), basis.window(), RepWindow.NOW);
    List<RepWindow> before = observed.all(both, basis.window());
    Figure change = change(measure, scope.subject(), both, basis);
    List<Result> results = new ArrayList<>();
    results.add(setting.level(scope.subject(), measure, "now", ratio(measure, now), now.size()));
    results.add(
        setting
            .level(scope.subject(), measure, "before", ratio(measure, before), before.size())
            .because(basis.text()));
    results.add(setting.change(scope.subject(), measure, change, both.size(), basis));
    if (measure.equals(SAVED_FROM)) {
      results.add(saved(scope.subject(), change, both.size(), basis));
    }
    return results;
  }

  private Figure ratio(String measure, List<RepWindow> windows) {
    return windows.isEmpty()
        ? new Figure.Undefined("Too little is known of these reps' weeks.")
        : Ratio.of(Observed.pairs(measure, windows), setting.confidence());
  }

  /** Members seen on both sides. */
  List<Member> both(List<Member> members, String before, String after) {
    return members.stream()
        .filter(member -> observed.known(member, after) && observed.known(member, before))
        .toList();
  }

  private Figure change(String measure, Subject subject, List<Member> both, Basis basis) {
    return both.isEmpty()
        ? new Figure.Undefined(basis.missing())
        : change(measure, subject, both, basis.window(), RepWindow.NOW);
  }

  /** Clustered by team where there are several, else by rep. */
  Figure change(String measure, Subject subject, List<Member> both, String before, String after) {
    boolean byTeam =
        subject.kind() != Subject.Kind.TEAM
            && both.stream().map(Member::team).distinct().count() > 1;
    List<RatioChange.Unit> units =
        both.stream()
            .map(
                member ->
                    new RatioChange.Unit(
                        byTeam ? member.team().orElse("none") : String.valueOf(member.rep()),
                        Observed.pair(measure, observed.get(member, before)),
                        Observed.pair(measure, observed.get(member, after))))
            .toList();
    return RatioChange.of(units, setting.confidence());
  }

  private Result saved(Subject subject, Figure change, int reps, Basis basis) {
    return setting.change(subject, SAVED, saved(change, basis), reps, basis);
  }

  /** Hours saved from the change of non-selling hours. */
  static Figure saved(Figure change, Basis basis) {
    if (!basis.equals(Basis.AI_START)) {
      return new Figure.Undefined(Basis.NO_START);
    }
    return change instanceof Figure.Known known
        ? new Figure.Known(-known.value(), -known.high(), -known.low(), known.n())
        : change;
  }
}
