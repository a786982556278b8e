package org.evenhand.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.panel.Population.Member;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Ratio;

/** Working time and tasks per worked week of each rep: now, before, change, comparable reps. */
final class RepActivity {
  private final Setting setting;
  private final Observed observed;

  RepActivity(Setting setting, Observed observed) {
    this.setting = setting;
    this.observed = observed;
  }

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    for (String measure : Observed.measures()) {
      Map<Optional<String>, Figure> middles = middles(measure);
      for (Member member : setting.population().members()) {
        results.addAll(rep(measure, member));
        results.add(
            setting.comparable(
                member.rep(),
                measure,
                middles.getOrDefault(member.role(), setting.middle(List.of()))));
      }
    }
    return results;
  }

  private Map<Optional<String>, Figure> middles(String measure) {
    Map<Optional<String>, List<Double>> byRole = new HashMap<>();
    for (Member member : setting.population().members()) {
      observed
          .find(member, RepWindow.NOW)
          .map(window -> Observed.sums(measure, window))
          .filter(sums -> sums.x() > 0)
          .ifPresent(
              sums ->
                  byRole
                      .computeIfAbsent(member.role(), role -> new ArrayList<>())
                      .add(sums.ratio()));
    }
    Map<Optional<String>, Figure> middles = new HashMap<>();
    byRole.forEach((role, values) -> middles.put(role, setting.middle(values)));
    return middles;
  }

  private List<Result> rep(String measure, Member member) {
    Subject subject = Subject.rep(member.rep());
    Basis basis = observed.basis(List.of(member), setting);
    Optional<RepWindow> now = observed.find(member, RepWindow.NOW);
    Optional<RepWindow> before = observed.find(member, basis.window());
    String whyNot = observed.whyNot(member);
    Figure change =
        now.isPresent() && before.isPresent()
            ? Ratio.difference(
                Observed.sums(measure, before.get()),
                Observed.sums(measure, now.get()),
                setting.confidence())
            : new Figure.Undefined(now.isEmpty() ? whyNot : basis.missing());
    List<Result> results = new ArrayList<>();
    results.add(setting.level(subject, measure, "now", level(measure, now, whyNot), 1));
    results.add(
        setting
            .level(subject, measure, "before", level(measure, before, basis.missing()), 1)
            .because(basis.text()));
    results.add(setting.change(subject, measure, change, 1, basis));
    if (measure.equals(GroupActivity.SAVED_FROM)) {
      Figure saved = GroupActivity.saved(change, basis);
      results.add(setting.change(subject, GroupActivity.SAVED, saved, 1, basis));
    }
    return results;
  }

  private Figure level(String measure, Optional<RepWindow> window, String otherwise) {
    return window
        .map(found -> Ratio.of(Observed.sums(measure, found), setting.confidence()))
        .orElseGet(() -> new Figure.Undefined(otherwise));
  }
}
