package org.evenhand.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
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
import org.evenhand.table.Table;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.GoldRepPeriod;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverLead;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.table.columns.SilverTicket;
import org.evenhand.table.columns.SilverWorker;

/** Time, tasks and output per rep and four-week period. */
public final class RepPeriod implements Job {

  /** Kinds of outcome somebody delivered: without delivery none is not zero. */
  record Delivered(boolean deals, boolean leads, boolean tickets) {
    static Delivered of(Tables tables) {
      return new Delivered(
          tables.state(SilverOpportunityCredit.TABLE).rows() > 0,
          tables.state(SilverLead.TABLE).rows() > 0,
          tables.state(SilverTicket.TABLE).rows() > 0);
    }
  }

  /** Frames as known at the knowledge date. */
  record Inputs(
      Dataset<Row> weeks,
      Dataset<Row> calendar,
      Dataset<Row> workers,
      Dataset<Row> credits,
      Dataset<Row> leads,
      Dataset<Row> tickets) {}

  @Override
  public String name() {
    return "rep-period";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldRepWeek.TABLE,
        SilverCalendar.TABLE,
        SilverWorker.TABLE,
        SilverOpportunityCredit.TABLE,
        SilverLead.TABLE,
        SilverTicket.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRepPeriod.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return List.of("as of " + context.period().asOf());
  }

  @Override
  public JobResult run(RunContext context) {
    Inputs inputs =
        new Inputs(
            context.tables().read(GoldRepWeek.TABLE),
            Known.rows(context, SilverCalendar.TABLE),
            Known.rows(context, SilverWorker.TABLE),
            Known.rows(context, SilverOpportunityCredit.TABLE),
            Known.standing(context, SilverLead.TABLE),
            Known.standing(context, SilverTicket.TABLE));
    return JobResult.derived(
        context
            .tables()
            .replace(
                GoldRepPeriod.TABLE,
                Slice.whole(),
                transform(inputs, Delivered.of(context.tables())),
                context.stamp()));
  }

  static Dataset<Row> transform(Inputs inputs, Delivered delivered) {
    String[] key = {GoldRepPeriod.REP_KEY.name(), GoldRepPeriod.PERIOD_INDEX.name()};
    Dataset<Row> days =
        inputs
            .calendar()
            .select(
                SilverCalendar.DAY.col(),
                SilverCalendar.PERIOD_INDEX.col(),
                SilverCalendar.PERIOD_START.col());
    return perPeriod(inputs.weeks())
        .join(starts(inputs.calendar()), GoldRepPeriod.PERIOD_INDEX.name())
        .join(hires(inputs.workers()), usingRep(), "left")
        .transform(RepPeriod::withTenure)
        .join(deals(inputs.credits(), days), key, "left")
        .join(leads(inputs.leads(), days), key, "left")
        .join(tickets(inputs.tickets(), days), key, "left")
        .transform(frame -> withOutput(frame, delivered))
        .select(
            GoldRepPeriod.TABLE.contract().columnNames().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
  }

  private static String[] usingRep() {
    return new String[] {GoldRepPeriod.REP_KEY.name()};
  }

  private static Dataset<Row> perPeriod(Dataset<Row> weeks) {
    Column place = struct(GoldRepWeek.TEAM_ID.col(), GoldRepWeek.ROLE.col());
    return weeks
        .groupBy(GoldRepWeek.REP_KEY.col(), GoldRepWeek.PERIOD_INDEX.col())
        .agg(
            max_by(place, GoldRepWeek.WEEK_START.col()).as("place"),
            GoldRepPeriod.WORKED_DAYS.as(sum(GoldRepWeek.WORKED_DAYS.col()).cast("int")),
            GoldRepPeriod.LEAVE_DAYS.as(sum(GoldRepWeek.LEAVE_DAYS.col()).cast("int")),
            GoldRepPeriod.SELLING_HOURS.as(sum(GoldRepWeek.SELLING_SECONDS.col()).divide(3600)),
            GoldRepPeriod.NON_SELLING_HOURS.as(
                sum(GoldRepWeek.NON_SELLING_SECONDS.col()).divide(3600)),
            GoldRepPeriod.NON_SELLING_TASKS.as(sum(GoldRepWeek.NON_SELLING_TASKS.col())),
            GoldRepPeriod.EDITS.as(sum(GoldRepWeek.EDITS.col())),
            GoldRepPeriod.AI_ASSISTS.as(sum(GoldRepWeek.AI_ASSISTS.col())))
        .select(col("*"), col("place.team_id"), col("place.role"));
  }

  private static Dataset<Row> starts(Dataset<Row> calendar) {
    return calendar
        .groupBy(SilverCalendar.PERIOD_INDEX.col())
        .agg(
            GoldRepPeriod.PERIOD_START.as(min(SilverCalendar.PERIOD_START.col())),
            max(SilverCalendar.DAY.col()).as("period_end"));
  }

  private static Dataset<Row> hires(Dataset<Row> workers) {
    return workers
        .groupBy(SilverWorker.REP_KEY.col())
        .agg(max(SilverWorker.HIRED_ON.col()).as("hired_on"));
  }

  /** Working days since hire without leave, five to a week. */
  private static Dataset<Row> withTenure(Dataset<Row> periods) {
    WindowSpec sofar =
        Window.partitionBy(GoldRepPeriod.REP_KEY.col()).orderBy(GoldRepPeriod.PERIOD_INDEX.col());
    Column since = round(datediff(col("period_end"), col("hired_on")).plus(1).multiply(5 / 7.0));
    Column leave = sum(GoldRepPeriod.LEAVE_DAYS.col()).over(sofar);
    return periods.withColumn(
        GoldRepPeriod.TENURE_DAYS.name(),
        when(col("hired_on").isNotNull(), greatest(lit(0), since.minus(leave))).cast("int"));
  }

  private static Dataset<Row> deals(Dataset<Row> credits, Dataset<Row> days) {
    Column won = SilverOpportunityCredit.EVENT.col().equalTo("WON");
    Column created = SilverOpportunityCredit.EVENT.col().equalTo("CREATED");
    Column share = SilverOpportunityCredit.SHARE.col();
    return credits
        .join(days, SilverOpportunityCredit.EVENT_DATE.col().equalTo(SilverCalendar.DAY.col()))
        .groupBy(SilverOpportunityCredit.REP_KEY.col(), SilverCalendar.PERIOD_INDEX.col())
        .agg(
            sum(when(created, share)).as("created"),
            sum(when(won, share)).as("won"),
            GoldRepPeriod.WON_VALUE.as(
                sum(when(won, SilverOpportunityCredit.AMOUNT_USD_CONSTANT.col()))
                    .cast("decimal(18,2)")));
  }

  private static Dataset<Row> leads(Dataset<Row> leads, Dataset<Row> days) {
    return leads
        .where(SilverLead.OWNER_REP_KEY.col().isNotNull())
        .join(days, LeadCases.succeededOn().equalTo(SilverCalendar.DAY.col()))
        .groupBy(
            GoldRepPeriod.REP_KEY.as(SilverLead.OWNER_REP_KEY.col()),
            SilverCalendar.PERIOD_INDEX.col())
        .agg(count(lit(1)).as("converted"));
  }

  private static Dataset<Row> tickets(Dataset<Row> tickets, Dataset<Row> days) {
    return tickets
        .where(SilverTicket.REP_KEY.col().isNotNull())
        .join(days, SilverTicket.SOLVED_DATE.col().equalTo(SilverCalendar.DAY.col()))
        .groupBy(SilverTicket.REP_KEY.col(), SilverCalendar.PERIOD_INDEX.col())
        .agg(count(lit(1)).as("solved"));
  }

  private static Dataset<Row> withOutput(Dataset<Row> periods, Delivered delivered) {
    Column role = GoldRepPeriod.ROLE.col();
    Column deals = role.isin(Roles.DEAL_OWNERS.toArray()).and(lit(delivered.deals()));
    Column leads = role.equalTo("SDR").and(lit(delivered.leads()));
    Column tickets = role.equalTo("SUPPORT").and(lit(delivered.tickets()));
    return periods
        .withColumn(GoldRepPeriod.CREATED_DEALS.name(), coalesce(col("created"), lit(0.0)))
        .withColumn(GoldRepPeriod.WON_DEALS.name(), coalesce(col("won"), lit(0.0)))
        .withColumn(
            GoldRepPeriod.OUTPUT.name(),
            when(deals, coalesce(col("won"), lit(0.0)))
                .when(leads, coalesce(col("converted"), lit(0L)).cast("double"))
                .when(tickets, coalesce(col("solved"), lit(0L)).cast("double")))
        .withColumn(
            GoldRepPeriod.OUTPUT_UNIT.name(),
            when(deals, "deals won")
                .when(leads, "leads converted")
                .when(tickets, "tickets solved"));
  }
}
