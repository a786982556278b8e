package org.evenhand.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.GoldRepDay;
import org.evenhand.table.columns.SilverActivity;

/**
 * Sums per rep, day and class, made once: only quarters whose activities changed are summed again.
 * Nothing later reads single activities for time.
 */
public final class RepDay implements Job {
  private static final Column SECONDS_FROM = SilverActivity.START_AT.col().cast("long");

  @Override
  public String name() {
    return "rep-day";
  }

  @Override
  public List<Table> reads() {
    return List.of(SilverActivity.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRepDay.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return List.of("as of " + context.period().asOf());
  }

  @Override
  public JobResult run(RunContext context) {
    Tables tables = context.tables();
    Dataset<Row> known = Known.rows(context, SilverActivity.TABLE);
    Map<String, String> now = ActivityPrint.perQuarter(known);
    Map<String, String> before =
        tables.lastStamp(GoldRepDay.TABLE).map(Stamp::details).orElse(Map.of());
    Set<String> stale = stale(before, now);
    Stamp stamp =
        new Stamp(context.stamp().job(), context.stamp().runId(), context.stamp().inputs(), now);
    if (stale.size() * 2 > now.size()) {
      tables.replace(GoldRepDay.TABLE, Slice.whole(), transform(known), stamp);
    } else {
      for (String quarter : stale) {
        Dataset<Row> slice = known.where(SilverActivity.QUARTER.col().equalTo(quarter));
        tables.replace(GoldRepDay.TABLE, Slice.of(quarter), transform(slice), stamp);
      }
    }
    return JobResult.derived(tables.state(GoldRepDay.TABLE));
  }

  /** Quarters that appeared, vanished or changed. */
  static Set<String> stale(Map<String, String> before, Map<String, String> now) {
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(now);
    Set<String> stale = new TreeSet<>();
    for (String quarter : all.keySet()) {
      if (!now.getOrDefault(quarter, "").equals(before.getOrDefault(quarter, ""))) {
        stale.add(quarter);
      }
    }
    return stale;
  }

  /** Activities to sums. */
  static Dataset<Row> transform(Dataset<Row> activities) {
    return activities
        .transform(RepDay::onlyDone)
        .transform(RepDay::withSeconds)
        .transform(RepDay::perRepDayAndClass);
  }

  private static Dataset<Row> onlyDone(Dataset<Row> activities) {
    return Known.onlyStanding(activities, SilverActivity.TABLE)
        .where(SilverActivity.STATE.col().equalTo("COMPLETED"));
  }

  /** Measured seconds not already taken by an activity of that day that began earlier. */
  private static Dataset<Row> withSeconds(Dataset<Row> activities) {
    WindowSpec earlier =
        Window.partitionBy(SilverActivity.REP_KEY.col(), SilverActivity.DAY.col())
            .orderBy(SECONDS_FROM, end(), SilverActivity.ACTIVITY_ID.col())
            .rowsBetween(Window.unboundedPreceding(), -1);
    Column free = greatest(SECONDS_FROM, coalesce(max(end()).over(earlier), SECONDS_FROM));
    return activities
        .withColumn("measured", greatest(lit(0L), end().minus(free)))
        .withColumn(
            "standard",
            when(is("STANDARD"), SilverActivity.MINUTES.col().multiply(60).cast("long"))
                .otherwise(0L));
  }

  private static Column end() {
    Column length = SilverActivity.MINUTES.col().multiply(60).cast("long");
    Column end =
        coalesce(SilverActivity.END_AT.col().cast("long"), SECONDS_FROM.plus(length), SECONDS_FROM);
    return when(is("MEASURED"), greatest(end, SECONDS_FROM)).otherwise(SECONDS_FROM);
  }

  private static Column is(String source) {
    return SilverActivity.MINUTES_SOURCE.col().equalTo(source);
  }

  private static Dataset<Row> perRepDayAndClass(Dataset<Row> activities) {
    Column edit = SilverActivity.KIND.col().equalTo("CRM_EDIT");
    Column byHand = coalesce(SilverActivity.CAPTURE.col(), lit("MANUAL")).equalTo("MANUAL");
    return activities
        .groupBy(
            SilverActivity.QUARTER.col(),
            SilverActivity.REP_KEY.col(),
            SilverActivity.DAY.col(),
            SilverActivity.CLASS_CODE.col(),
            SilverActivity.ACTIVITY_CLASS.col(),
            SilverActivity.SELLING.col(),
            SilverActivity.TEAM_ID.col(),
            SilverActivity.ROLE.col(),
            SilverActivity.WEEK_START.col())
        .agg(
            GoldRepDay.COMPLETED.as(count(lit(1))),
            GoldRepDay.EDITS.as(count(when(edit.and(byHand), 1))),
            GoldRepDay.MEASURED_SECONDS.as(sum("measured")),
            GoldRepDay.STANDARD_SECONDS.as(coalesce(sum("standard"), lit(0L))),
            GoldRepDay.AFTER_HOURS.as(count(when(SilverActivity.AFTER_HOURS.col(), 1))));
  }
}
