package org.evenhand.panel;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;

/**
 * When each team got its first feature that helps its reps, by the rule of policy roi.json: made
 * for reps first of all, neither watching them nor saving time at reviews only.
 */
final class AiStarts {
  static final String START = "ai_start";

  private AiStarts() {}

  /** team_id, ai_start: first rollout of a helping feature up to a day. */
  static Dataset<Row> perTeam(RunContext context, LocalDate until) {
    return Known.rows(context, SilverAiRollout.TABLE)
        .join(helping(context), new String[] {SilverAiRollout.FEATURE_ID.name()}, "left_semi")
        .where(SilverAiRollout.FROM_DATE.col().leq(lit(until)))
        .groupBy(SilverAiRollout.TEAM_ID.col())
        .agg(min(SilverAiRollout.FROM_DATE.col()).as(START));
  }

  private static Dataset<Row> helping(RunContext context) {
    JsonNode rule = context.policies().get("roi").path("helping");
    return Known.rows(context, SilverAiFeature.TABLE)
        .where(SilverAiFeature.FEATURE_CLASS.col().isin(texts(rule.path("classes"))))
        .where(SilverAiFeature.BENEFICIARY.col().isin(texts(rule.path("beneficiaries"))))
        .where(not(SilverAiFeature.KIND.col().isin(texts(rule.path("apart")))))
        .select(SilverAiFeature.FEATURE_ID.col());
  }

  private static Object[] texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toArray();
  }

  static Map<String, LocalDate> collect(Dataset<Row> perTeam) {
    Map<String, LocalDate> starts = new TreeMap<>();
    perTeam.collectAsList().forEach(row -> starts.put(row.getString(0), row.getLocalDate(1)));
    return starts;
  }
}
