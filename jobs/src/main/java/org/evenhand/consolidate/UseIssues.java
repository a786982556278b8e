package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.lit;

import java.util.function.Function;
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

  static Stream<Dataset<Row>> of(Upstream upstream) {
    return Stream.of(BronzeAiUsage.TABLE, BronzeAiAssist.TABLE, BronzeActivity.TABLE)
            .anyMatch(upstream::holds)
        ? of(upstream::read)
        : Stream.of();
  }

  private static Stream<Dataset<Row>> of(Function<Table, Dataset<Row>> read) {
    String reason =
        "The AI feature is not on the register. Register it with its purpose and owner, or switch it off.";
    Dataset<Row> register = read.apply(BronzeAiFeature.TABLE);
    return Stream.of(
        new Issue(
                SilverAiUsage.TABLE,
                "FEATURE_UNREGISTERED",
                Issue.QUARANTINED,
                BronzeAiUsage.FEATURE_ID,
                BronzeAiUsage.EVENT_ID)
            .of(
                Joins.without(read.apply(BronzeAiUsage.TABLE), register, BronzeAiUsage.FEATURE_ID),
                BronzeAiUsage.FEATURE_ID.col(),
                reason),
        new Issue(
                SilverAiAssist.TABLE,
                "FEATURE_UNREGISTERED",
                Issue.QUARANTINED,
                BronzeAiAssist.FEATURE_ID,
                BronzeAiAssist.ARTIFACT_ID)
            .of(
                Joins.without(
                    read.apply(BronzeAiAssist.TABLE), register, BronzeAiAssist.FEATURE_ID),
                BronzeAiAssist.FEATURE_ID.col(),
                reason),
        new Issue(
                SilverActivity.TABLE,
                "NO_TIME",
                Issue.LEFT_OUT,
                BronzeActivity.COMPLETED_AT,
                BronzeActivity.ACTIVITY_ID)
            .of(
                read.apply(BronzeActivity.TABLE).where(CrmActivities.start().isNull()),
                lit(null),
                "The activity has no time at all, neither planned nor done. Complete the record."));
  }
}
