package org.evenhand.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.stats.Spread;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityStage;

/** Oddities that only a deal's history shows. */
final class DealHistory {
  private DealHistory() {}

  /** Deals whose expected closing date was moved at least so often, over all we ever knew. */
  static long closeDatePushes(RunContext context, int least) {
    Instant asOf = context.period().asOf();
    return pushed(
            context
                .tables()
                .read(SilverOpportunity.TABLE)
                .where(SilverOpportunity.KNOWN_FROM.col().leq(lit(asOf))),
            least)
        .count();
  }

  static Dataset<Row> pushed(Dataset<Row> versions, int least) {
    return versions
        .groupBy(SilverOpportunity.SYSTEM.col(), SilverOpportunity.OPPORTUNITY_ID.col())
        .agg(countDistinct(SilverOpportunity.EXPECTED_CLOSE_DATE.col()).as("dates"))
        .where(col("dates").gt(least));
  }

  /** Won deals that passed fewer than half as many open stages as the middle won deal. */
  static long stageSkips(RunContext context) {
    List<Double> passed =
        passed(Known.rows(context, SilverOpportunityStage.TABLE)).collectAsList().stream()
            .map(row -> (double) row.getLong(2))
            .toList();
    if (passed.isEmpty()) {
      return 0;
    }
    double half = Spread.median(passed) / 2;
    return passed.stream().filter(stages -> stages < half).count();
  }

  /** Open stages passed by each won deal. */
  static Dataset<Row> passed(Dataset<Row> stages) {
    return stages
        .groupBy(SilverOpportunityStage.SYSTEM.col(), SilverOpportunityStage.OPPORTUNITY_ID.col())
        .agg(
            countDistinct(
                    when(
                        SilverOpportunityStage.STAGE_CLASS.col().equalTo("OPEN"),
                        SilverOpportunityStage.STAGE_NAME.col()))
                .as("open_stages"),
            max(SilverOpportunityStage.STAGE_CLASS.col().equalTo("WON")).as("won"))
        .where(col("won"))
        .drop("won");
  }
}
