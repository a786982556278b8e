package org.evenhand.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.quality.Reasons;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeRejected;
import org.evenhand.table.columns.GoldRuleFailure;
import org.evenhand.table.columns.SilverConsolidationIssue;

/** Which rules records broke, at the door and in consolidation, with one example each. */
public final class RuleFailures implements Job {
  private static final String PATH = "landed_path";

  @Override
  public String name() {
    return "rule-failures";
  }

  @Override
  public List<Table> reads() {
    return List.of(BronzeRejected.TABLE, BronzeFile.TABLE, SilverConsolidationIssue.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRuleFailure.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Dataset<Row> rows =
        transform(
            context.tables().read(BronzeRejected.TABLE),
            Known.rows(context, SilverConsolidationIssue.TABLE)
                .transform(issues -> withPath(issues, context.tables().read(BronzeFile.TABLE))),
            context.period().asOf());
    return JobResult.derived(
        context
            .tables()
            .edition(GoldRuleFailure.TABLE, context.period().edition(), rows, context.stamp()));
  }

  static Dataset<Row> transform(Dataset<Row> rejected, Dataset<Row> issues, Instant asOf) {
    return atTheDoor(rejected, asOf)
        .unionAll(inConsolidation(issues))
        .transform(RuleFailures::perRule);
  }

  /** Rejected records, one row per reason, values taken out of the reason. */
  private static Dataset<Row> atTheDoor(Dataset<Row> rejected, Instant asOf) {
    String[] record = {
      BronzeRejected.FILE_ID.name(), BronzeRejected.LINE.name(), BronzeRejected.ELEMENT.name()
    };
    Column resolution = BronzeRejected.RESOLUTION.col();
    Dataset<Row> known = rejected.where(BronzeRejected.KNOWN_FROM.col().leq(lit(asOf)));
    return known
        .where(resolution.equalTo("OPEN"))
        .join(known.where(resolution.equalTo("RESOLVED")), record, "left_anti")
        .select(col("*"), explode(BronzeRejected.REASONS.col()).as("reason"))
        .select(
            GoldRuleFailure.RULE.as(Reasons.rule(col("reason"))),
            GoldRuleFailure.SOURCE.as(BronzeRejected.MAPPING.col()),
            GoldRuleFailure.EFFECT.as(lit("REJECTED")),
            BronzeRejected.PATH.col().as("file"),
            BronzeRejected.LINE.col().as("line"));
  }

  /** Where the file lies, since nobody finds a record by a digest. */
  private static Dataset<Row> withPath(Dataset<Row> issues, Dataset<Row> files) {
    Dataset<Row> paths =
        files
            .where(BronzeFile.STATUS.col().equalTo("LANDED"))
            .groupBy(BronzeFile.FILE_ID.col())
            .agg(min(BronzeFile.PATH.col()).as(PATH));
    return issues.join(paths, SilverConsolidationIssue.FILE_ID.name(), "left");
  }

  private static Dataset<Row> inConsolidation(Dataset<Row> issues) {
    return issues.select(
        GoldRuleFailure.RULE.as(
            concat_ws(
                ": ", SilverConsolidationIssue.RULE.col(), SilverConsolidationIssue.TARGET.col())),
        GoldRuleFailure.SOURCE.as(lit("consolidation")),
        GoldRuleFailure.EFFECT.as(SilverConsolidationIssue.EFFECT.col()),
        coalesce(col(PATH), SilverConsolidationIssue.FILE_ID.col()).as("file"),
        SilverConsolidationIssue.LINE.col().as("line"));
  }

  private static Dataset<Row> perRule(Dataset<Row> failures) {
    Column place = struct(col("file"), col("line"));
    return failures
        .groupBy(GoldRuleFailure.RULE.col(), GoldRuleFailure.SOURCE.col())
        .agg(
            GoldRuleFailure.ROWS.as(count(lit(1))),
            GoldRuleFailure.FILES.as(countDistinct(col("file"))),
            GoldRuleFailure.EFFECT.as(min(GoldRuleFailure.EFFECT.col())),
            GoldRuleFailure.EXAMPLE_FILE.as(min_by(col("file"), place)),
            GoldRuleFailure.EXAMPLE_LINE.as(min_by(col("line"), place)));
  }
}
