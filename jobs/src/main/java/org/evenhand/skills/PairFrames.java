package org.evenhand.skills;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverAssignment;

/** One row a person and skill: what the role asks for, and all evidence that counts. */
final class PairFrames {
  private static final String REP = GoldSkillEvidence.REP_KEY.name();
  private static final String SKILL = GoldSkillEvidence.SKILL_ID.name();
  private static final String FAMILY = GoldSkill.FAMILY.name();
  private static final String TEAM = SilverAssignment.TEAM_ID.name();
  private static final String MANAGER = SilverAssignment.MANAGER_REP_KEY.name();
  private static final String REQUIRED = GoldSkill.REQUIRED_LEVEL.name();
  private static final String EVIDENCE = "evidence";

  private PairFrames() {}

  /**
   * Frames as known at the knowledge date.
   *
   * @param evidence what counts, up to the day
   */
  record Inputs(Dataset<Row> evidence, Dataset<Row> assignments, Dataset<Row> skills) {}

  /**
   * Everybody employed on the day, with every skill of the job family, evidence or not, and every
   * other skill there is evidence of.
   */
  static Dataset<Row> pairs(Inputs inputs, AsOf asOf) {
    Dataset<Row> people = people(inputs.assignments(), asOf);
    Dataset<Row> asked =
        people
            .select(col(REP), col(FAMILY))
            .join(inputs.skills().select(col(FAMILY), col(SKILL), col(REQUIRED)), FAMILY)
            .select(col(REP), col(SKILL), col(REQUIRED));
    return asked
        .join(gathered(inputs.evidence()), keys(), "full_outer")
        .join(people, REP)
        .repartition(col(REP), col(SKILL));
  }

  private static String[] keys() {
    return new String[] {REP, SKILL};
  }

  private static Dataset<Row> gathered(Dataset<Row> evidence) {
    Column[] columns =
        GoldSkillEvidence.TABLE.contract().columnNames().stream()
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    return evidence
        .groupBy(GoldSkillEvidence.REP_KEY.col(), GoldSkillEvidence.SKILL_ID.col())
        .agg(collect_list(struct(columns)).as(EVIDENCE));
  }

  private static Dataset<Row> people(Dataset<Row> assignments, AsOf asOf) {
    Column day = lit(asOf.day());
    return assignments
        .where(SilverAssignment.EMPLOYED.col())
        .where(SilverAssignment.ROLE.col().isNotNull())
        .where(SilverAssignment.FROM_DATE.col().leq(day))
        .where(coalesce(SilverAssignment.TO_DATE.col(), day).geq(day))
        .select(
            SilverAssignment.REP_KEY.col(),
            SilverAssignment.ROLE.col().as(FAMILY),
            SilverAssignment.TEAM_ID.col(),
            SilverAssignment.MANAGER_REP_KEY.col());
  }

  static Target target(Row pair) {
    return new Target(
        pair.<Long>getAs(REP),
        pair.getAs(SKILL),
        new Target.Standing(
            pair.getAs(FAMILY),
            Optional.ofNullable(pair.getAs(TEAM)),
            Optional.ofNullable(pair.getAs(MANAGER))),
        Optional.ofNullable(pair.getAs(REQUIRED)));
  }

  /** Rows of gold.skill_evidence; none when nothing was said. */
  static List<Row> evidence(Row pair) {
    int position = pair.fieldIndex(EVIDENCE);
    return pair.isNullAt(position) ? List.of() : pair.getList(position);
  }
}
