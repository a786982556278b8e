package org.evenhand.roi;

import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Means;
import org.evenhand.table.columns.SilverSurveyResponse;

/** What reps say they save: a belief (grade D). */
final class SelfReport {
  private SelfReport() {}

  static Figure of(List<Row> responses, RoiPolicy policy) {
    List<Double> answers =
        responses.stream()
            .filter(row -> SilverSurveyResponse.ITEM_ID.text(row).equals(policy.selfReportItem()))
            .filter(row -> !SilverSurveyResponse.ANSWER.isNull(row))
            .map(SilverSurveyResponse.ANSWER::real)
            .toList();
    if (answers.isEmpty()) {
      return new Figure.NotMeasured(
          "No survey asks for hours saved (item %s).".formatted(policy.selfReportItem()));
    }
    return answers.size() < policy.minimumReps()
        ? new Figure.Suppressed("Fewer than %d answers.".formatted(policy.minimumReps()))
        : Means.mean(answers, policy.confidence());
  }
}
