package org.evenhand.panel;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldRepDay;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.SilverAiAssist;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverOpportunityCredit;

/** Days worked and what was done in them, per rep and complete fiscal week. */
public final class RepWeek implements Job {

  /** Frames as known at the knowledge date. */
  record Inputs(
      Dataset<Row> days,
      Dataset<Row> assignments,
      Dataset<Row> calendar,
      Dataset<Row> assists,
      Dataset<Row> credits) {}

  @Override
  public String name() {
    return "rep-week";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldRepDay.TABLE,
        SilverAssignment.TABLE,
        SilverCalendar.TABLE,
        SilverAiAssist.TABLE,
        SilverOpportunityCredit.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRepWeek.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return List.of("as of " + context.period().asOf());
  }

  @Override
  public JobResult run(RunContext context) {
    Inputs inputs =
        new Inputs(
            context.tables().read(GoldRepDay.TABLE),
            Known.rows(context, SilverAssignment.TABLE),
            Known.rows(context, SilverCalendar.TABLE),
            Known.rows(context, SilverAiAssist.TABLE),
            Known.rows(context, SilverOpportunityCredit.TABLE));
    Dataset<Row> weeks = transform(inputs, context.period().asOf());
    return JobResult.derived(
        context.tables().replace(GoldRepWeek.TABLE, Slice.whole(), weeks, context.stamp()));
  }

  static Dataset<Row> transform(Inputs inputs, Instant asOf) {
    Dataset<Row> weeks =
        inputs.calendar().transform(frame -> perWeek(frame, knownDays(inputs), asOf));
    return inputs
        .assignments()
        .transform(frame -> perRepAndWeek(frame, weeks))
        .transform(frame -> withSums(frame, inputs))
        .select(
            GoldRepWeek.QUARTER.col(),
            GoldRepWeek.REP_KEY.col(),
            GoldRepWeek.WEEK_START.col(),
            GoldRepWeek.PERIOD_INDEX.col(),
            GoldRepWeek.TEAM_ID.col(),
            GoldRepWeek.ROLE.col(),
            GoldRepWeek.WORKED_DAYS.col(),
            GoldRepWeek.LEAVE_DAYS.col(),
            orZero(GoldRepWeek.SELLING_SECONDS),
            orZero(GoldRepWeek.NON_SELLING_SECONDS),
            orZero(GoldRepWeek.UNDECIDED_SECONDS),
            orZero(GoldRepWeek.STANDARD_SECONDS),
            orZero(GoldRepWeek.SELLING_TASKS),
            orZero(GoldRepWeek.NON_SELLING_TASKS),
            orZero(GoldRepWeek.EDITS),
            orZero(GoldRepWeek.AI_ASSISTS));
  }

  /**
   * First and last day activities are known of: weeks before the first export are unknown, not
   * idle. Without any activity export the weeks since the first deal are kept, for what deals say.
   */
  private static Dataset<Row> knownDays(Inputs inputs) {
    Column day = GoldRepDay.DAY.col();
    Dataset<Row> activities = inputs.days().agg(min(day).as("first_activity"), max(day).as("last"));
    Dataset<Row> deals =
        inputs.credits().agg(min(SilverOpportunityCredit.EVENT_DATE.col()).as("first_deal"));
    return activities
        .crossJoin(deals)
        .select(coalesce(col("first_activity"), col("first_deal")).as("first"), col("last"));
  }

  private static Dataset<Row> perWeek(Dataset<Row> calendar, Dataset<Row> known, Instant asOf) {
    LocalDate today = asOf.atZone(ZoneOffset.UTC).toLocalDate();
    Column day = SilverCalendar.DAY.col();
    Column begun = SilverCalendar.WEEK_START.col().leq(coalesce(col("last"), lit(today)));
    Column inside = SilverCalendar.WEEK_START.col().geq(col("first")).and(begun);
    return calendar
        .groupBy(SilverCalendar.WEEK_START.col())
        .agg(
            min_by(SilverCalendar.QUARTER.col(), day).as("quarter"),
            min_by(SilverCalendar.PERIOD_INDEX.col(), day).as("period_index"),
            max(day).as("week_end"),
            array_sort(collect_list(when(SilverCalendar.WORKING.col(), day))).as("working_days"))
        .where(col("week_end").leq(lit(today)))
        .join(known, inside, "inner")
        .drop("first", "last");
  }

  private static Dataset<Row> perRepAndWeek(Dataset<Row> assignments, Dataset<Row> weeks) {
    Column from = SilverAssignment.FROM_DATE.col();
    Column to = SilverAssignment.TO_DATE.col();
    Column overlaps =
        from.leq(col("week_end")).and(to.isNull().or(to.geq(SilverCalendar.WEEK_START.col())));
    Column covered =
        expr(
            "size(filter(working_days, d -> d >= from_date AND (to_date IS NULL OR d <="
                + " to_date)))");
    Column leave = SilverAssignment.ON_LEAVE.col();
    return assignments
        .where(SilverAssignment.EMPLOYED.col())
        .select(
            SilverAssignment.REP_KEY.col(),
            from,
            to,
            SilverAssignment.TEAM_ID.col(),
            SilverAssignment.ROLE.col(),
            leave)
        .join(weeks, overlaps, "inner")
        .groupBy(
            SilverAssignment.REP_KEY.col(),
            SilverCalendar.WEEK_START.col(),
            col("quarter"),
            col("period_index"))
        .agg(
            max_by(
                    struct(SilverAssignment.TEAM_ID.col(), SilverAssignment.ROLE.col()),
                    struct(from, not(leave)))
                .as("place"),
            GoldRepWeek.WORKED_DAYS.as(sum(when(leave, 0).otherwise(covered)).cast("int")),
            GoldRepWeek.LEAVE_DAYS.as(sum(when(leave, covered).otherwise(0)).cast("int")))
        .where(GoldRepWeek.WORKED_DAYS.col().gt(0))
        .select(col("*"), col("place.team_id"), col("place.role"))
        .where(Roles.isRep(GoldRepWeek.ROLE.col()));
  }

  private static Dataset<Row> withSums(Dataset<Row> weeks, Inputs inputs) {
    List<String> key = List.of(GoldRepWeek.REP_KEY.name(), GoldRepWeek.WEEK_START.name());
    String[] on = key.toArray(String[]::new);
    return weeks.join(sums(inputs.days()), on, "left").join(assists(inputs.assists()), on, "left");
  }

  private static Dataset<Row> sums(Dataset<Row> days) {
    Column selling = GoldRepDay.SELLING.col();
    Column yes = coalesce(selling, lit(false));
    Column no = coalesce(not(selling), lit(false));
    Column seconds = GoldRepDay.MEASURED_SECONDS.col();
    Column tasks = GoldRepDay.COMPLETED.col();
    return days.groupBy(GoldRepDay.REP_KEY.col(), GoldRepDay.WEEK_START.col())
        .agg(
            GoldRepWeek.SELLING_SECONDS.as(sum(when(yes, seconds))),
            GoldRepWeek.NON_SELLING_SECONDS.as(sum(when(no, seconds))),
            GoldRepWeek.UNDECIDED_SECONDS.as(sum(when(selling.isNull(), seconds))),
            GoldRepWeek.STANDARD_SECONDS.as(sum(GoldRepDay.STANDARD_SECONDS.col())),
            GoldRepWeek.SELLING_TASKS.as(sum(when(yes, tasks))),
            GoldRepWeek.NON_SELLING_TASKS.as(sum(when(no, tasks))),
            GoldRepWeek.EDITS.as(sum(GoldRepDay.EDITS.col())));
  }

  private static Dataset<Row> assists(Dataset<Row> assists) {
    return assists
        .where(SilverAiAssist.BENEFICIARY.col().isin("REP", "BOTH"))
        .groupBy(SilverAiAssist.REP_KEY.col(), SilverAiAssist.WEEK_START.col())
        .agg(GoldRepWeek.AI_ASSISTS.as(count(lit(1))));
  }

  private static Column orZero(org.evenhand.table.Column column) {
    return column.as(coalesce(column.col(), lit(0L)));
  }
}
