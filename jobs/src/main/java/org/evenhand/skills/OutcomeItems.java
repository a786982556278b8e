package org.evenhand.skills;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldExpectedOutcome;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverCalendar;

/**
 * What a person reached beyond what was to be expected under territory, leads, market, prices,
 * brand and economy, learnt from other teams only: (actual - expected) / cases, in units of &tau;,
 * the standard deviation between reps of the role, with its standard error. Only outcomes the
 * policy gives to a skill; hours are none.
 */
final class OutcomeItems {
  private static final String SKILLS = "skills";
  private static final String SKILL = "skill";
  private static final String END = "ends_on";
  private static final String QUARTER = "calendar_quarter";

  private OutcomeItems() {}

  /**
   * @param outcomes rows of gold.expected_outcome of one edition
   * @param calendar rows of silver.calendar
   * @param asOf an unfinished quarter ends then
   */
  static Dataset<Row> of(
      Dataset<Row> outcomes, Dataset<Row> calendar, SkillEvidenceRules rules, Instant asOf) {
    Column cases = GoldExpectedOutcome.CASES.col();
    Column divisor = functions.nullif(cases, lit(0.0));
    Column perCase =
        GoldExpectedOutcome.ACTUAL
            .col()
            .cast("double")
            .minus(GoldExpectedOutcome.EXPECTED.col().cast("double"))
            .divide(divisor);
    Column spread =
        when(GoldExpectedOutcome.TAU2.col().gt(0), sqrt(GoldExpectedOutcome.TAU2.col()));
    Column value = perCase.divide(spread);
    Column at = least(col(END).cast("timestamp"), lit(asOf));
    return Items.of(
            "outcome",
            concat_ws(
                "/",
                GoldExpectedOutcome.MEASURE.col(),
                GoldExpectedOutcome.OUTCOME_QUARTER.col(),
                GoldExpectedOutcome.SUBJECT.col()))
        .put(GoldSkillEvidence.REP_KEY, GoldExpectedOutcome.SUBJECT.col())
        .put(GoldSkillEvidence.SKILL_ID, col(SKILL))
        .put(GoldSkillEvidence.FAMILY, GoldExpectedOutcome.ROLE.col())
        .put(GoldSkillEvidence.TEAM_ID, GoldExpectedOutcome.TEAM_ID.col())
        .put(GoldSkillEvidence.SOURCE_TYPE, lit(Sources.OUTCOME))
        .put(GoldSkillEvidence.VERB, lit("completed"))
        .put(GoldSkillEvidence.SCORE_RAW, perCase)
        .put(GoldSkillEvidence.VALUE, value)
        .put(
            GoldSkillEvidence.VALUE_ERROR,
            sqrt(GoldExpectedOutcome.VARIANCE.col()).divide(divisor).divide(spread))
        .put(GoldSkillEvidence.OCCURRED_AT, at)
        .put(GoldSkillEvidence.DAY, to_date(at))
        .put(GoldSkillEvidence.AUTHORITY, lit("structure"))
        .put(GoldSkillEvidence.CONTEXT_ID, GoldExpectedOutcome.OUTCOME_QUARTER.col())
        .put(GoldSkillEvidence.EXPOSURE, cases)
        .problem(
            when(GoldExpectedOutcome.STATE.col().notEqual("KNOWN"), Reason.NO_NUMBER.column())
                .when(spread.isNull(), Reason.NO_DIFFERENCES.column()))
        .from(onlyMapped(outcomes, rules).join(broadcast(ends(calendar)), quarter(), "left"));
  }

  private static Column quarter() {
    return GoldExpectedOutcome.OUTCOME_QUARTER.col().equalTo(col(QUARTER));
  }

  private static Dataset<Row> onlyMapped(Dataset<Row> outcomes, SkillEvidenceRules rules) {
    Map<String, Column> skills = new TreeMap<>();
    for (SkillEvidenceRules.Outcome outcome : rules.outcomes()) {
      skills.put(
          outcome.measure() + "/" + outcome.family(),
          array(outcome.skills().stream().map(functions::lit).toArray(Column[]::new)));
    }
    Column key = concat_ws("/", GoldExpectedOutcome.MEASURE.col(), GoldExpectedOutcome.ROLE.col());
    return outcomes
        .where(GoldExpectedOutcome.SUBJECT_KIND.col().equalTo("REP"))
        .withColumn(SKILLS, Lookup.of(skills, key, "array<string>"))
        .where(col(SKILLS).isNotNull())
        .withColumn(SKILL, explode(col(SKILLS)));
  }

  private static Dataset<Row> ends(Dataset<Row> calendar) {
    return calendar
        .groupBy(SilverCalendar.QUARTER.col().as(QUARTER))
        .agg(max(SilverCalendar.QUARTER_END.col()).as(END));
  }
}
