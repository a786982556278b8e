package org.evenhand.panel;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverAiRollout;

/** When each team got its first feature that helps its reps. */
final class AiStarts {
  static final String START = "ai_start";

  private AiStarts() {}

  /** team_id, ai_start: first ENABLEMENT or BOTH rollout up to a day. */
  static Dataset<Row> perTeam(RunContext context, LocalDate until) {
    return Known.rows(context, SilverAiRollout.TABLE)
        .where(SilverAiRollout.FEATURE_CLASS.col().isin("ENABLEMENT", "BOTH"))
        .where(SilverAiRollout.FROM_DATE.col().leq(lit(until)))
        .groupBy(SilverAiRollout.TEAM_ID.col())
        .agg(min(SilverAiRollout.FROM_DATE.col()).as(START));
  }

  static Map<String, LocalDate> collect(Dataset<Row> perTeam) {
    Map<String, LocalDate> starts = new TreeMap<>();
    perTeam.collectAsList().forEach(row -> starts.put(row.getString(0), row.getLocalDate(1)));
    return starts;
  }
}
