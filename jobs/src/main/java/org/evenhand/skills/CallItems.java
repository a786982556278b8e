package org.evenhand.skills;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverCallSignal;

/**
 * Answers to scorecard questions. A machine that answers is a rater of its own per question and
 * revision: a new wording or model shifts its severity, not anybody's skill. Measured signals of
 * calls (talk time and the like) are activity and no evidence.
 */
final class CallItems {
  private static final String SIGNAL = "^scorecard:([^@]+)@?(.*)$";
  private static final String MINUTES = "minutes";
  private static final String OPEN = "open";
  private static final double SECONDS = 60;

  private CallItems() {}

  static Dataset<Row> of(Dataset<Row> signals, SkillEvidenceRules rules) {
    Column question = regexp_extract(SilverCallSignal.SIGNAL.col(), SIGNAL, 1);
    Column card = regexp_extract(SilverCallSignal.SIGNAL.col(), SIGNAL, 2);
    Column machine = coalesce(SilverCallSignal.SCORED_BY.col().equalTo("AI"), lit(false));
    Column human = coalesce(SilverCallSignal.SCORED_BY.col().equalTo("HUMAN"), lit(false));
    Column ai =
        concat(
            lit("ai:"),
            concat_ws(
                "/",
                SilverCallSignal.SYSTEM.col(),
                question,
                coalesce(SilverCallSignal.QUESTION_REVISION.col(), lit("unknown"))));
    return Items.of("scorecard", concat_ws("/", card, question))
        .put(GoldSkillEvidence.REP_KEY, SilverCallSignal.REP_KEY.col())
        .put(
            GoldSkillEvidence.SKILL_ID,
            Lookup.text(
                rules.names().questions(), concat_ws("/", SilverCallSignal.SYSTEM.col(), question)))
        .put(
            GoldSkillEvidence.SOURCE_TYPE, when(machine, Sources.AI_CALL).when(human, Sources.CALL))
        .put(
            GoldSkillEvidence.RATER_KEY,
            when(machine, ai).otherwise(SilverCallSignal.SCORED_BY_REP_KEY.col().cast("string")))
        .put(GoldSkillEvidence.VERB, lit("scored"))
        .put(GoldSkillEvidence.SCORE_RAW, SilverCallSignal.NUMERATOR.col())
        .put(GoldSkillEvidence.SCORE_MIN, SilverCallSignal.SCORE_MIN.col())
        .put(GoldSkillEvidence.SCORE_MAX, SilverCallSignal.DENOMINATOR.col())
        .put(GoldSkillEvidence.OCCURRED_AT, SilverCallSignal.STARTED_AT.col())
        .put(GoldSkillEvidence.DAY, SilverCallSignal.DAY.col())
        .put(GoldSkillEvidence.AUTHORITY, SilverCallSignal.SYSTEM.col())
        .put(GoldSkillEvidence.CONTEXT_ID, SilverCallSignal.CALL_ID.col())
        .put(GoldSkillEvidence.EXPOSURE, col(MINUTES))
        .put(GoldSkillEvidence.AI_WRITTEN, machine)
        .raterDue(human)
        .problem(
            when(coalesce(not(col(OPEN)), lit(false)), Reason.PRIVATE.column())
                .when(not(SilverCallSignal.ATTRIBUTABLE.col()), Reason.NOT_ATTRIBUTABLE.column())
                .when(not(machine.or(human)), Reason.RELATION_NOT_USED.column()))
        .tag(question)
        .from(withCall(signals));
  }

  /** Scorecard answers with the length of their call and whether it was open. */
  private static Dataset<Row> withCall(Dataset<Row> signals) {
    String system = "call_" + SilverCallSignal.SYSTEM.name();
    String id = "call_" + SilverCallSignal.CALL_ID.name();
    Dataset<Row> calls =
        signals
            .where(SilverCallSignal.SIGNAL.col().equalTo("talk_time"))
            .groupBy(
                SilverCallSignal.SYSTEM.col().as(system), SilverCallSignal.CALL_ID.col().as(id))
            .agg(
                max(SilverCallSignal.DENOMINATOR.col()).divide(SECONDS).as(MINUTES),
                min(SilverCallSignal.ATTRIBUTABLE.col()).as(OPEN));
    return signals
        .where(SilverCallSignal.SIGNAL.col().startsWith("scorecard:"))
        .join(
            calls,
            SilverCallSignal.SYSTEM
                .col()
                .equalTo(col(system))
                .and(SilverCallSignal.CALL_ID.col().equalTo(col(id))),
            "left");
  }
}
