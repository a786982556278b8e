package org.evenhand.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.Frames;
import org.evenhand.table.Slice;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverAiUsage;
import org.evenhand.table.columns.SilverCaptureSetting;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverTicket;

/**
 * What arrived about each rep in a quarter.
 *
 * @param records weeks with records, or months with statements, by source family; worked weeks
 * @param gaps what was switched off or concealed, by capture
 */
record Received(Map<Long, Map<String, Long>> records, Map<Long, Map<String, String>> gaps) {

  /**
   * @param known worked weeks in which HR gave team and role
   */
  record Weeks(long worked, long known) {}

  static Received of(RunContext context, Quarters.Dates dates) {
    Map<Long, Map<String, Long>> records = new HashMap<>();
    counts(context, dates)
        .collectAsList()
        .forEach(
            row ->
                records
                    .computeIfAbsent(row.getLong(0), rep -> new HashMap<>())
                    .put(row.getString(1), row.getLong(2)));
    return new Received(records, gaps(context, dates));
  }

  /** rep_key, what, n: all counts in one frame, so that they cost one pass of the engine. */
  private static Dataset<Row> counts(RunContext context, Quarters.Dates dates) {
    return Frames.union(
        frames(context, dates).stream()
            .map(frame -> frame.unpivot(new Column[] {frame.col(frame.columns()[0])}, "what", "n"))
            .toList());
  }

  private static List<Dataset<Row>> frames(RunContext context, Quarters.Dates dates) {
    List<Dataset<Row>> frames = new ArrayList<>();
    frames.add(weeks(context));
    frames.add(activities(context));
    frames.add(
        Known.rows(context, SilverCommissionLine.TABLE)
            .where(SilverCommissionLine.PERIOD_END.col().between(dates.first(), dates.last()))
            .groupBy(SilverCommissionLine.REP_KEY.col())
            .agg(
                countDistinct(trunc(SilverCommissionLine.PERIOD_END.col(), "month"))
                    .as("commission")));
    frames.add(
        Known.rows(context, SilverAiUsage.TABLE)
            .where(SilverAiUsage.DAY.col().between(dates.first(), dates.last()))
            .groupBy(SilverAiUsage.REP_KEY.col())
            .agg(countDistinct(SilverAiUsage.WEEK_START.col()).as("ai_usage")));
    frames.add(
        Known.rows(context, SilverTicket.TABLE)
            .where(SilverTicket.SOLVED_DATE.col().between(dates.first(), dates.last()))
            .where(SilverTicket.REP_KEY.col().isNotNull())
            .groupBy(SilverTicket.REP_KEY.col())
            .agg(countDistinct(trunc(SilverTicket.SOLVED_DATE.col(), "week")).as("tickets")));
    return frames;
  }

  private static Dataset<Row> activities(RunContext context) {
    Dataset<Row> quarter =
        context
            .tables()
            .read(SilverActivity.TABLE, Slice.of(context.period().quarter().toString()));
    Column week = SilverActivity.WEEK_START.col();
    Column kind = SilverActivity.KIND.col();
    return Known.onlyKnown(quarter, SilverActivity.TABLE, context.period().asOf())
        .groupBy(SilverActivity.REP_KEY.col())
        .agg(
            countDistinct(week).as("crm"),
            countDistinct(when(kind.isin("CALL", "MEETING"), week)).as("calls"),
            countDistinct(when(kind.equalTo("EMAIL"), week)).as("mail"));
  }

  private static Dataset<Row> weeks(RunContext context) {
    Column known = GoldRepWeek.TEAM_ID.col().isNotNull().and(GoldRepWeek.ROLE.col().isNotNull());
    return context
        .tables()
        .read(GoldRepWeek.TABLE, Slice.of(context.period().quarter().toString()))
        .groupBy(GoldRepWeek.REP_KEY.col())
        .agg(count_if(lit(true)).as("worked"), count_if(known).as("known"));
  }

  /** Settings that held at some time in the quarter and kept something out. */
  private static Map<Long, Map<String, String>> gaps(RunContext context, Quarters.Dates dates) {
    Map<Long, Map<String, String>> gaps = new HashMap<>();
    Column to = SilverCaptureSetting.TO_DATE.col();
    Known.rows(context, SilverCaptureSetting.TABLE)
        .where(SilverCaptureSetting.CAPTURED.col().equalTo(false))
        .where(SilverCaptureSetting.FROM_DATE.col().leq(dates.last()))
        .where(to.isNull().or(to.geq(dates.first())))
        .select(
            SilverCaptureSetting.REP_KEY.col(),
            SilverCaptureSetting.CAPTURE.col(),
            SilverCaptureSetting.REASON.col())
        .orderBy(col(SilverCaptureSetting.REP_KEY.name()), col(SilverCaptureSetting.REASON.name()))
        .collectAsList()
        .forEach(
            row ->
                gaps.computeIfAbsent(row.getLong(0), rep -> new HashMap<>())
                    .put(row.getString(1), row.getString(2)));
    return gaps;
  }

  Weeks weeks(long rep) {
    return new Weeks(count(rep, "worked"), count(rep, "known"));
  }

  long count(long rep, String source) {
    return records.getOrDefault(rep, Map.of()).getOrDefault(source, 0L);
  }
}
