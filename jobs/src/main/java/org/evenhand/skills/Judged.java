package org.evenhand.skills;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.evenhand.schema.SkillPolicies;
import org.evenhand.table.Frames;
import org.evenhand.table.columns.GoldSkillEvidence;

/**
 * Whether an item counts, and if not, why: the first reason in order of what comes first, the
 * source's own, skill, score, date, role, repetition, challenge. No item is dropped.
 *
 * @param policies framework and rules
 * @param asOf knowledge date
 */
record Judged(SkillPolicies policies, Instant asOf) {
  private static final String BLOCKED = "blocked";
  private static final String REPEATED = "repeated";
  private static final String SCALED = "scaled";

  /** Adds skill_id by the tag, and takes from a private item everything but that it exists. */
  Dataset<Row> withSkill(Dataset<Row> items) {
    Column hidden = coalesce(col(Items.PROBLEM).equalTo(Reason.PRIVATE.name()), lit(false));
    Column named =
        coalesce(
            GoldSkillEvidence.SKILL_ID.col(),
            Lookup.text(policies.evidence().names().tags(), lower(trim(col(Items.TAG)))));
    Map<String, Column> kept = new TreeMap<>();
    kept.put(GoldSkillEvidence.SKILL_ID.name(), named);
    kept.put(Items.TAG, col(Items.TAG));
    for (org.evenhand.table.Column column :
        List.of(
            GoldSkillEvidence.RATER_KEY,
            GoldSkillEvidence.SCORE_RAW,
            GoldSkillEvidence.SCORE_MIN,
            GoldSkillEvidence.SCORE_MAX,
            GoldSkillEvidence.CONTEXT_ID)) {
      kept.put(column.name(), column.col());
    }
    kept.replaceAll((name, column) -> when(not(hidden), column));
    return Frames.with(items, List.of(), kept);
  }

  /** Adds evidence_id, what speaks against the item, and the mark from 0 to 1. */
  Dataset<Row> withId(Dataset<Row> items) {
    Column id =
        concat_ws(
            "/",
            col(Items.RECORD),
            GoldSkillEvidence.AUTHORITY.col(),
            col(Items.ITEM),
            coalesce(GoldSkillEvidence.SKILL_ID.col(), trim(col(Items.TAG)), lit("none")));
    Column least = GoldSkillEvidence.SCORE_MIN.col();
    Column most = GoldSkillEvidence.SCORE_MAX.col();
    Column scaled = GoldSkillEvidence.SCORE_RAW.col().minus(least).divide(most.minus(least));
    return Frames.with(
            items,
            List.of(),
            Map.of(
                GoldSkillEvidence.EVIDENCE_ID.name(),
                id,
                SCALED,
                when(GoldSkillEvidence.VALUE.col().isNull().and(most.gt(least)), scaled)))
        .transform(rows -> Frames.with(rows, List.of(), Map.of(BLOCKED, blocked())));
  }

  private Column blocked() {
    Column valued = GoldSkillEvidence.VALUE.col().isNotNull();
    Column skill = GoldSkillEvidence.SKILL_ID.col();
    return coalesce(
        col(Items.PROBLEM),
        when(skill.isNull().and(col(Items.TAG).isNull()), Reason.NO_SKILL.column())
            .when(skill.isNull(), Reason.UNKNOWN_SKILL.column())
            .when(
                not(valued).and(GoldSkillEvidence.SCORE_RAW.col().isNull()),
                Reason.NO_SCORE.column())
            .when(not(valued).and(col(SCALED).isNull()), Reason.NO_SCALE.column())
            .when(col(SCALED).lt(0).or(col(SCALED).gt(1)), Reason.OUT_OF_SCALE.column())
            .when(
                GoldSkillEvidence.OCCURRED_AT
                    .col()
                    .isNull()
                    .or(GoldSkillEvidence.DAY.col().isNull()),
                Reason.NO_DATE.column())
            .when(GoldSkillEvidence.OCCURRED_AT.col().gt(lit(asOf)), Reason.FUTURE_DATE.column())
            .when(GoldSkillEvidence.FAMILY.col().isNull(), Reason.NO_ROLE.column()));
  }

  /** Gives each item its status; of items with one id the first usable one stands. */
  Dataset<Row> withStatus(Dataset<Row> items) {
    Column id = GoldSkillEvidence.EVIDENCE_ID.col();
    Column repeated =
        row_number()
            .over(
                Window.partitionBy(id)
                    .orderBy(
                        col(BLOCKED).isNotNull(),
                        GoldSkillEvidence.OCCURRED_AT.col(),
                        GoldSkillEvidence.REP_KEY.col(),
                        GoldSkillEvidence.RATER_KEY.col(),
                        GoldSkillEvidence.SCORE_RAW.col()));
    Column again = col(REPEATED).gt(1);
    Column against =
        coalesce(
            col(BLOCKED),
            when(again, Reason.DUPLICATE.column())
                .when(col(Disputes.LEVEL).equalTo(Disputes.UPHELD), upheld()));
    return items
        .withColumn(REPEATED, repeated)
        .transform(rows -> Frames.with(rows, List.of(), Map.of(BLOCKED, against)))
        .transform(
            rows ->
                Frames.with(
                    rows,
                    List.of(),
                    Map.of(
                        GoldSkillEvidence.EVIDENCE_ID.name(),
                        when(again, concat(id, lit("#"), col(REPEATED).cast("string")))
                            .otherwise(id),
                        GoldSkillEvidence.STATUS.name(),
                        status(),
                        GoldSkillEvidence.COUNTS.name(),
                        col(BLOCKED).isNull(),
                        GoldSkillEvidence.REASON.name(),
                        coalesce(col(BLOCKED), remark()),
                        GoldSkillEvidence.WEIGHT.name(),
                        weight(),
                        GoldSkillEvidence.AI_WRITTEN.name(),
                        aiWritten(),
                        GoldSkillEvidence.SCORE_SCALED.name(),
                        when(col(SCALED).between(0, 1), col(SCALED)))));
  }

  private static Column upheld() {
    return Reason.CHALLENGE_UPHELD.column();
  }

  private static Column status() {
    return when(col(BLOCKED).equalTo(Reason.CHALLENGE_UPHELD.name()), "UPHELD")
        .when(Reason.takenBack(col(BLOCKED)), "WITHDRAWN")
        .when(col(BLOCKED).isNotNull(), "REJECTED")
        .when(col(Disputes.LEVEL).equalTo(Disputes.OPEN), "CONTESTED")
        .otherwise("ACTIVE");
  }

  /** Something to know about an item that counts. */
  private Column remark() {
    Map<String, Boolean> expected = new TreeMap<>();
    policies
        .framework()
        .skills()
        .forEach(
            skill ->
                skill.families().forEach(family -> expected.put(family + "/" + skill.id(), true)));
    Column outside =
        Lookup.of(
                expected,
                concat_ws("/", GoldSkillEvidence.FAMILY.col(), GoldSkillEvidence.SKILL_ID.col()),
                "boolean")
            .isNull();
    return when(col(Disputes.LEVEL).equalTo(Disputes.OPEN), Reason.CHALLENGE_OPEN.column())
        .when(
            col(Items.RATER_DUE).and(GoldSkillEvidence.RATER_KEY.col().isNull()),
            Reason.UNKNOWN_RATER.column())
        .when(outside, Reason.OUTSIDE_FAMILY.column());
  }

  private Column weight() {
    Column source = GoldSkillEvidence.SOURCE_TYPE.col();
    Column unnamed = GoldSkillEvidence.RATER_KEY.col().isNull().and(Sources.naming(source));
    return coalesce(
        Lookup.real(policies.evidence().weights().sources(), source)
            .multiply(when(aiWritten(), policies.evidence().weights().aiWritten()).otherwise(1.0))
            .multiply(when(unnamed, policies.evidence().weights().unnamedRater()).otherwise(1.0)),
        lit(0.0));
  }

  private static Column aiWritten() {
    return coalesce(GoldSkillEvidence.AI_WRITTEN.col(), lit(false));
  }
}
