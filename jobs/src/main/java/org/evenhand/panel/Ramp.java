package org.evenhand.panel;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.stats.Figure;
import org.evenhand.stats.KaplanMeier;
import org.evenhand.stats.Spell;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldRamp;
import org.evenhand.table.columns.GoldRepPeriod;
import org.evenhand.table.columns.GoldRepRamp;

/**
 * Ramp time: from hire to the first of two consecutive four-week periods with at least the policy's
 * share of what experienced peers of the role produce per worked day. Only reps seen from their
 * first period count; leave does not, because tenure is counted in worked days.
 */
public final class Ramp implements Job {
  private static final double DAYS = 20;

  @Override
  public String name() {
    return "ramp";
  }

  @Override
  public List<Table> reads() {
    return Stream.of(Settings.TABLES, List.of(GoldRepPeriod.TABLE)).flatMap(List::stream).toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRamp.TABLE, GoldRepRamp.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Setting setting = Settings.of(context, Quarters.of(context));
    List<Row> spells =
        perRep(context.tables().read(GoldRepPeriod.TABLE), setting.thresholds()).collectAsList();
    List<Row> rows = new ArrayList<>();
    rows.add(row(context, setting, Subject.COMPANY, spells));
    for (String role : Roles.FAMILIES) {
      List<Row> own = spells.stream().filter(row -> role.equals(row.getString(1))).toList();
      if (!own.isEmpty()) {
        rows.add(row(context, setting, Subject.role(role), own));
      }
    }
    Edition edition = context.period().edition();
    List<Row> perRep = spells.stream().map(spell -> spellRow(edition, spell)).toList();
    return JobResult.derived(
        context.tables().edition(GoldRamp.TABLE, edition, rows, context.stamp()),
        context.tables().edition(GoldRepRamp.TABLE, edition, perRep, context.stamp()));
  }

  private static Row row(RunContext context, Setting setting, Subject subject, List<Row> of) {
    List<Spell> spells = of.stream().map(Ramp::spell).toList();
    Figure figure =
        spells.isEmpty()
            ? new Figure.Undefined("Nobody hired since the records begin has output to compare.")
            : KaplanMeier.of(spells).median(setting.confidence());
    return ResultRows.row(
        context.period().edition(),
        setting.measure("ramp"),
        setting.level(subject, "ramp", "now", figure, spells.size()),
        spells.stream().filter(spell -> spell.cause() == 1).count());
  }

  private static Row spellRow(Edition edition, Row spell) {
    return RowFactory.create(
        edition.quarter(),
        edition.id(),
        spell.getLong(0),
        spell.get(1),
        spell.get(2),
        spell.getLong(3));
  }

  private static Spell spell(Row row) {
    return row.isNullAt(2)
        ? Spell.of((double) row.getLong(3), 0)
        : Spell.of((double) row.getLong(2), 1);
  }

  /** rep_key, role, ramped (period of tenure, NULL while ramping), seen (last period of tenure). */
  static Dataset<Row> perRep(Dataset<Row> periods, Thresholds thresholds) {
    Column role = GoldRepPeriod.ROLE.col();
    Column perDay = GoldRepPeriod.OUTPUT.col().divide(GoldRepPeriod.WORKED_DAYS.col());
    Column tenure = ceil(GoldRepPeriod.TENURE_DAYS.col().divide(DAYS)).cast("long");
    Dataset<Row> known =
        periods
            .where(GoldRepPeriod.OUTPUT.col().isNotNull())
            .where(GoldRepPeriod.TENURE_DAYS.col().gt(0))
            .select(
                GoldRepPeriod.REP_KEY.col(),
                GoldRepPeriod.PERIOD_INDEX.col(),
                role,
                perDay.as("per_day"),
                tenure.as("tenure"));
    Dataset<Row> expected =
        known
            .where(col("tenure").gt(thresholds.experiencedAfterPeriods()))
            .groupBy(role.as("peer_role"))
            .agg(median(col("per_day")).as("expected"));
    WindowSpec inOrder =
        Window.partitionBy(GoldRepPeriod.REP_KEY.col()).orderBy(GoldRepPeriod.PERIOD_INDEX.col());
    Column reached = col("per_day").geq(col("expected").multiply(thresholds.rampShare()));
    Column again = coalesce(lead(col("reached"), 1).over(inOrder), lit(false));
    return known
        .join(expected, role.equalTo(col("peer_role")))
        .where(col("expected").gt(0))
        .withColumn("reached", reached)
        .withColumn("both", col("reached").and(again))
        .groupBy(GoldRepPeriod.REP_KEY.col())
        .agg(
            max(role).as("role"),
            min(when(col("both"), col("tenure"))).as("ramped"),
            max(col("tenure")).as("seen"),
            min(col("tenure")).as("first"))
        .where(col("first").leq(1))
        .drop("first");
  }
}
