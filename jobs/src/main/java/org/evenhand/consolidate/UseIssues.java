package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.lit;

import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.BronzeAiAssist;
import org.evenhand.table.columns.BronzeAiFeature;
import org.evenhand.table.columns.BronzeAiUsage;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverAiAssist;
import org.evenhand.table.columns.SilverAiUsage;

/** Uses of AI that nobody registered, and activities without a time. */
final class UseIssues {
  private UseIssues() {}

  /** The rules whose tables have rows. */
  static Stream<Dataset<Row>> of(Upstream upstream) {
    return Stream.of(
            unregistered(SilverAiUsage.TABLE, BronzeAiUsage.FEATURE_ID, BronzeAiUsage.EVENT_ID),
            unregistered(
                SilverAiAssist.TABLE, BronzeAiAssist.FEATURE_ID, BronzeAiAssist.ARTIFACT_ID),
            new Issue(
                SilverActivity.TABLE,
                "NO_TIME",
                Issue.LEFT_OUT,
                BronzeActivity.COMPLETED_AT,
                BronzeActivity.ACTIVITY_ID))
        .filter(issue -> upstream.holds(issue.field().table()))
        .map(issue -> found(issue, upstream));
  }

  private static Issue unregistered(
      Table target, org.evenhand.table.Column feature, org.evenhand.table.Column record) {
    return new Issue(target, "FEATURE_UNREGISTERED", Issue.QUARANTINED, feature, record);
  }

  private static Dataset<Row> found(Issue issue, Upstream upstream) {
    Dataset<Row> rows = upstream.read(issue.field().table());
    return issue.target().equals(SilverActivity.TABLE)
        ? issue.of(
            rows.where(CrmActivities.start().isNull()),
            lit(null),
            "The activity has no time at all, neither planned nor done. Complete the record.")
        : issue.of(
            Joins.without(rows, upstream.read(BronzeAiFeature.TABLE), BronzeAiUsage.FEATURE_ID),
            BronzeAiUsage.FEATURE_ID.col(),
            "The AI feature is not on the register. Register it with its purpose and owner, or switch it off.");
  }
}
