package org.evenhand.panel;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Ratio;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.SilverAiRollout;

/**
 * Weeks to windows per rep: the reported quarter since the AI start, the weeks before it, and every
 * quarter of the series. The AI start is that of the rep's first team: a later move does not change
 * it.
 */
final class RepWindows {
  private static final Column WEEK = GoldRepWeek.WORKED_DAYS.col().divide(5.0);

  private RepWindows() {}

  /**
   * @param weeks gold.rep_week
   * @param starts team_id, ai_start
   * @param quarters series, the reported one last
   */
  static Dataset<Row> perRepAndWindow(
      Dataset<Row> weeks, Dataset<Row> starts, List<String> quarters, int beforeWeeks) {
    List<Column> sums = new ArrayList<>();
    sums.add(max_by(GoldRepWeek.ROLE.col(), GoldRepWeek.WEEK_START.col()).as("role"));
    sums.add(sum(WEEK).as("x"));
    sums.add(sum(WEEK.multiply(WEEK)).as("xx"));
    for (RepWindow.Amount amount : RepWindow.Amount.ALL) {
      Column value = amount(amount);
      sums.add(sum(value).as(amount.column() + "_y"));
      sums.add(sum(value.multiply(value)).as(amount.column() + "_yy"));
      sums.add(sum(value.multiply(WEEK)).as(amount.column() + "_xy"));
    }
    sums.add(
        sum(amount(RepWindow.Amount.SELLING_HOURS)
                .multiply(amount(RepWindow.Amount.MEASURED_HOURS)))
            .as("selling_measured"));
    return weeks
        .join(repStarts(weeks, starts), new String[] {GoldRepWeek.REP_KEY.name()}, "left")
        .withColumn("window", explode(windows(quarters, beforeWeeks)))
        .groupBy(GoldRepWeek.REP_KEY.col(), col("window"))
        .agg(count(lit(1)).as("weeks"), sums.toArray(Column[]::new));
  }

  /** rep_key, ai_start: of the rep's first team. */
  static Dataset<Row> repStarts(Dataset<Row> weeks, Dataset<Row> starts) {
    return weeks
        .groupBy(GoldRepWeek.REP_KEY.col())
        .agg(
            min_by(GoldRepWeek.TEAM_ID.col(), GoldRepWeek.WEEK_START.col())
                .as(SilverAiRollout.TEAM_ID.name()))
        .join(starts, new String[] {SilverAiRollout.TEAM_ID.name()})
        .select(GoldRepWeek.REP_KEY.col(), col(AiStarts.START));
  }

  private static Column windows(List<String> quarters, int beforeWeeks) {
    Column start = col(AiStarts.START);
    Column week = GoldRepWeek.WEEK_START.col();
    Column quarter = GoldRepWeek.QUARTER.col();
    Column now =
        quarter.equalTo(quarters.get(quarters.size() - 1)).and(start.isNull().or(week.geq(start)));
    Column before =
        week.leq(date_sub(start, 7)).and(week.geq(date_sub(start, 7 * beforeWeeks + 6)));
    return array_compact(
        array(
            when(now, RepWindow.NOW),
            when(before, RepWindow.BEFORE),
            when(quarter.isin(quarters.toArray()), quarter)));
  }

  private static Column amount(RepWindow.Amount amount) {
    Column selling = GoldRepWeek.SELLING_SECONDS.col();
    Column other = GoldRepWeek.NON_SELLING_SECONDS.col();
    return switch (amount) {
      case SELLING_HOURS -> selling.divide(3600.0);
      case NON_SELLING_HOURS -> other.divide(3600.0);
      case SELLING_TASKS -> GoldRepWeek.SELLING_TASKS.col().cast("double");
      case NON_SELLING_TASKS -> GoldRepWeek.NON_SELLING_TASKS.col().cast("double");
      case EDITS -> GoldRepWeek.EDITS.col().cast("double");
      case ASSISTS -> GoldRepWeek.AI_ASSISTS.col().cast("double");
      case MEASURED_HOURS ->
          selling.plus(other).plus(GoldRepWeek.UNDECIDED_SECONDS.col()).divide(3600.0);
    };
  }

  /** A collected row of {@link #perRepAndWindow}. */
  static RepWindow read(Row row) {
    long weeks = row.getLong(row.fieldIndex("weeks"));
    double x = real(row, "x");
    double xx = real(row, "xx");
    Map<RepWindow.Amount, Ratio.Sums> sums = new EnumMap<>(RepWindow.Amount.class);
    for (RepWindow.Amount amount : RepWindow.Amount.ALL) {
      String name = amount.column();
      sums.put(
          amount,
          new Ratio.Sums(
              weeks,
              real(row, name + "_y"),
              x,
              real(row, name + "_yy"),
              real(row, name + "_xy"),
              xx));
    }
    Ratio.Sums selling = Objects.requireNonNull(sums.get(RepWindow.Amount.SELLING_HOURS));
    Ratio.Sums measured = Objects.requireNonNull(sums.get(RepWindow.Amount.MEASURED_HOURS));
    return new RepWindow(
        row.getLong(0),
        row.getString(1),
        Population.text(row, row.fieldIndex("role")),
        weeks,
        Map.copyOf(sums),
        new Ratio.Sums(
            weeks,
            selling.y(),
            measured.y(),
            selling.yy(),
            real(row, "selling_measured"),
            measured.yy()));
  }

  private static double real(Row row, String name) {
    return row.getDouble(row.fieldIndex(name));
  }
}
