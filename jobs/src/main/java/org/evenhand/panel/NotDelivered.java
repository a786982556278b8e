package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.stats.Figure;

/** Says of a measure whose source did not arrive that it was not measured: never zero. */
final class NotDelivered {
  private NotDelivered() {}

  /** For the company, every role and every rep. */
  static List<Result> results(Setting setting, List<String> measures, String reason) {
    Figure none = new Figure.NotMeasured(reason);
    List<Subject> subjects = new ArrayList<>();
    subjects.add(Subject.COMPANY);
    setting.population().roles().forEach(role -> subjects.add(role.subject()));
    setting.population().members().forEach(member -> subjects.add(Subject.rep(member.rep())));
    List<Result> results = new ArrayList<>();
    for (String measure : measures) {
      String period = measure.equals(GroupActivity.SAVED) ? "change" : "now";
      subjects.forEach(subject -> results.add(setting.exact(subject, measure, period, none, 0)));
    }
    return results;
  }
}
