package org.evenhand.sql;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.evenhand.errors.UserException;

/** One read-only question over the published views. */
public final class Query {
  private final SparkSession session;
  private final Map<String, Dataset<Row>> views;
  private final Role role;
  private final int leastPeople;

  /**
   * @param views what may be read, by name
   * @param leastPeople smallest group whose figures are shown
   */
  public Query(SparkSession session, Map<String, Dataset<Row>> views, Role role, int leastPeople) {
    this.session = session;
    this.views = new TreeMap<>(views);
    this.role = role;
    this.leastPeople = leastPeople;
    this.views.forEach((name, frame) -> frame.createOrReplaceTempView(name));
  }

  /**
   * The rows the asker may see.
   *
   * @throws UserException when the statement is not one SELECT over the views
   */
  public Dataset<Row> ask(String sql) {
    QueryGuard.check(session, sql, views.keySet());
    Dataset<Row> frame = analyse(sql);
    if (!role.protectsSmallCells()) {
      return frame;
    }
    LogicalPlan safe = SmallCells.withhold(frame.queryExecution().analyzed(), leastPeople);
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) session, safe);
  }

  private Dataset<Row> analyse(String sql) {
    try {
      return session.sql(sql);
    } catch (Exception e) {
      String reason = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
      throw UserException.usage(
          "Cannot answer the statement: %s. './evenhand sql --describe' lists views and columns."
              .formatted(reason.replaceFirst("\\.$", "")));
    }
  }
}
