package org.evenhand.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.panel.Population.Member;
import org.evenhand.panel.Population.Scope;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Ratio;

/** Working time and tasks per quarter, for company and roles. */
final class ActivitySeries {
  private final Setting setting;
  private final Observed observed;
  private final Quarters quarters;

  ActivitySeries(Setting setting, Observed observed, Quarters quarters) {
    this.setting = setting;
    this.observed = observed;
    this.quarters = quarters;
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    for (String quarter : setting.series()) {
      for (String measure : Observed.measures()) {
        results.addAll(levels(measure, quarter));
      }
      saved(setting.population().company(), quarter).ifPresent(results::add);
      setting.population().roles().forEach(role -> saved(role, quarter).ifPresent(results::add));
    }
    return results;
  }

  private List<Result> levels(String measure, String quarter) {
    List<RepWindow> all = observed.everybody(quarter);
    List<Result> results = new ArrayList<>();
    results.add(point(measure, Subject.COMPANY, quarter, all));
    for (String role : Roles.FAMILIES) {
      List<RepWindow> some =
          all.stream().filter(window -> window.role().equals(Optional.of(role))).toList();
      if (!some.isEmpty()) {
        results.add(point(measure, Subject.role(role), quarter, some));
      }
    }
    return results;
  }

  private Result point(String measure, Subject subject, String quarter, List<RepWindow> of) {
    Figure level =
        of.isEmpty()
            ? new Figure.Undefined("Too little is known of that quarter.")
            : Ratio.of(Observed.pairs(measure, of), setting.confidence());
    return setting.level(subject, measure, quarter, level, of.size());
  }

  /** Hours saved in a quarter that lies wholly after the AI start of the reps counted. */
  private Optional<Result> saved(Scope scope, String quarter) {
    LocalDate first = Optional.ofNullable(quarters.byName().get(quarter)).orElseThrow().first();
    List<Member> after =
        scope.members().stream()
            .filter(
                member ->
                    !setting.starts().getOrDefault(member.rep(), LocalDate.MAX).isAfter(first))
            .toList();
    GroupActivity group = new GroupActivity(setting, observed);
    List<Member> both = group.both(after, RepWindow.BEFORE, quarter);
    if (both.isEmpty()) {
      return Optional.empty();
    }
    Figure change =
        group.change(GroupActivity.SAVED_FROM, scope.subject(), both, RepWindow.BEFORE, quarter);
    Figure saved = GroupActivity.saved(change, Basis.AI_START);
    return Optional.of(
        setting.level(scope.subject(), GroupActivity.SAVED, quarter, saved, both.size()));
  }
}
