package org.evenhand.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldCommissionQuarter;
import org.evenhand.table.columns.SilverCommissionLine;

/**
 * Commission per rep, quarter and currency by the last statement version. Contest money, draws and
 * clawbacks stand apart; currencies are never added, only the constant-rate amount may be.
 */
public final class CommissionQuarter implements Job {

  @Override
  public String name() {
    return "commission-quarter";
  }

  @Override
  public List<Table> reads() {
    return List.of(SilverCommissionLine.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldCommissionQuarter.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Dataset<Row> quarters =
        transform(
            Known.rows(context, SilverCommissionLine.TABLE), context.period().quarter().toString());
    return JobResult.derived(
        context
            .tables()
            .edition(
                GoldCommissionQuarter.TABLE,
                context.period().edition(),
                quarters,
                context.stamp()));
  }

  /** Lines to quarters up to the reported one; quarters sort as text. */
  static Dataset<Row> transform(Dataset<Row> lines, String reported) {
    Column earned = SilverCommissionLine.QUARTER.col();
    return lines
        .where(SilverCommissionLine.FINAL.col())
        .where(SilverCommissionLine.STATUS.col().notEqual("VOID"))
        .where(earned.leq(reported))
        .groupBy(
            SilverCommissionLine.REP_KEY.col(),
            GoldCommissionQuarter.EARNED_QUARTER.as(earned),
            GoldCommissionQuarter.CURRENCY.as(
                coalesce(SilverCommissionLine.CURRENCY.col(), lit("unknown"))))
        .agg(
            max_by(
                    struct(SilverCommissionLine.TEAM_ID.col(), SilverCommissionLine.ROLE.col()),
                    struct(
                        SilverCommissionLine.PERIOD_END.col(), SilverCommissionLine.LINE_ID.col()))
                .as("place"),
            GoldCommissionQuarter.COMMISSION.as(amount("COMMISSION", "ADJUSTMENT")),
            GoldCommissionQuarter.SPIFF.as(amount("SPIFF")),
            GoldCommissionQuarter.DRAW.as(amount("DRAW")),
            GoldCommissionQuarter.CLAWBACK.as(amount("CLAWBACK")),
            GoldCommissionQuarter.COMMISSION_CONSTANT.as(constant()),
            GoldCommissionQuarter.LINES.as(count(lit(1))),
            GoldCommissionQuarter.RESTATED_LINES.as(
                count(when(SilverCommissionLine.RESTATED.col(), 1))),
            GoldCommissionQuarter.LINES_WITHOUT_AMOUNT.as(
                count(when(SilverCommissionLine.AMOUNT.col().isNull(), 1))))
        .select(
            GoldCommissionQuarter.REP_KEY.col(),
            GoldCommissionQuarter.EARNED_QUARTER.col(),
            GoldCommissionQuarter.CURRENCY.col(),
            GoldCommissionQuarter.TEAM_ID.as(place("team_id")),
            GoldCommissionQuarter.ROLE.as(place("role")),
            GoldCommissionQuarter.COMMISSION.col(),
            GoldCommissionQuarter.SPIFF.col(),
            GoldCommissionQuarter.DRAW.col(),
            GoldCommissionQuarter.CLAWBACK.col(),
            GoldCommissionQuarter.COMMISSION_CONSTANT.col(),
            GoldCommissionQuarter.LINES.col(),
            GoldCommissionQuarter.RESTATED_LINES.col(),
            GoldCommissionQuarter.LINES_WITHOUT_AMOUNT.col());
  }

  private static Column place(String field) {
    return org.apache.spark.sql.functions.col("place." + field);
  }

  private static Column amount(String... classes) {
    Column own = SilverCommissionLine.LINE_CLASS.col().isin((Object[]) classes);
    return money(sum(when(own, SilverCommissionLine.AMOUNT.col())), lit(BigDecimal.ZERO));
  }

  /** NULL when a commission line has an amount and no rate: part of a sum is not the sum. */
  private static Column constant() {
    Column own = SilverCommissionLine.LINE_CLASS.col().isin("COMMISSION", "ADJUSTMENT");
    Column rateMissing =
        own.and(SilverCommissionLine.AMOUNT.col().isNotNull())
            .and(SilverCommissionLine.AMOUNT_USD_CONSTANT.col().isNull());
    Column total = sum(when(own, SilverCommissionLine.AMOUNT_USD_CONSTANT.col()));
    return when(count(when(rateMissing, 1)).equalTo(0), money(total, lit(BigDecimal.ZERO)));
  }

  private static Column money(Column sum, Column none) {
    return coalesce(sum, none).cast("decimal(18,2)");
  }
}
