package org.evenhand.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Levels from rows of evidence, solved in executors (B-20, B-22, B-25). */
@ExtendWith(SparkExtension.class)
class SkillLevelsTest {
  private static final String SKILL = "SK-DISCOVERY";

  @Test
  void partitioningChangesNoBit(SparkSession session) {
    List<Row> evidence = new SkillsWorld(7).evidence();
    List<Row> parameters = SkillsWorld.parameters(evidence);

    List<String> one = solved(session, evidence, parameters, 1);

    assertThat(one).hasSize(25 * 3);
    assertThat(solved(session, evidence, parameters, 2)).isEqualTo(one);
    assertThat(solved(session, evidence, parameters, 7)).isEqualTo(one);
  }

  @Test
  void theOrderOfEvidenceChangesNoParameter() {
    List<Row> evidence = new SkillsWorld(7).evidence();
    List<Row> turned = new java.util.ArrayList<>(evidence);
    java.util.Collections.reverse(turned);

    assertThat(SkillsWorld.parameters(turned).toString())
        .isEqualTo(SkillsWorld.parameters(evidence).toString());
  }

  @Test
  void priorAndContributionsSumToTheLevel(SparkSession session) {
    List<Row> evidence = new SkillsWorld(7).evidence();
    Dataset<Row> solved = frame(session, evidence, SkillsWorld.parameters(evidence), 2);
    List<Row> estimates = estimates(solved);
    List<Row> pieces = pieces(solved);

    for (Row estimate : estimates) {
      if (GoldSkillEstimate.STATE.text(estimate).equals("KNOWN")) {
        double sum = 0;
        for (Row piece : of(pieces, estimate)) {
          sum += GoldSkillContribution.CONTRIBUTION.real(piece);
        }
        assertThat(GoldSkillEstimate.PRIOR_MEAN.real(estimate) + sum)
            .isCloseTo(GoldSkillEstimate.DATA_VALUE.real(estimate), within(1e-12));
      }
    }
  }

  @Test
  void withoutEvidenceTheLevelIsThatOfTheFamilyAndUnknown(SparkSession session) {
    List<Row> evidence = new SkillsWorld(7).evidence();
    List<Row> estimates = estimates(frame(session, evidence, SkillsWorld.parameters(evidence), 2));

    Row silent = estimate(estimates, SkillsWorld.SILENT, SKILL);
    assertThat(GoldSkillEstimate.DATA_VALUE.real(silent))
        .isEqualTo(GoldSkillEstimate.PRIOR_MEAN.real(silent));
    assertThat(GoldSkillEstimate.STANDARD_ERROR.real(silent))
        .isCloseTo(GoldSkillEstimate.PRIOR_SE.real(silent), within(1e-12));
    assertThat(GoldSkillEstimate.VERDICT.text(silent)).isEqualTo("UNKNOWN");
    assertThat(GoldSkillEstimate.RECOMMEND_SUPPRESS.value(silent)).isEqualTo(true);
  }

  @Test
  void aSkillNobodyOfTheFamilyShowsHasNoNumber(SparkSession session) {
    List<Row> evidence = new SkillsWorld(7).evidence();
    List<Row> estimates = estimates(frame(session, evidence, SkillsWorld.parameters(evidence), 2));

    Row closing = estimate(estimates, 1, "SK-CLOSING");
    assertThat(GoldSkillEstimate.STATE.text(closing)).isEqualTo("UNDEFINED");
    assertThat(GoldSkillEstimate.REASON.text(closing))
        .isEqualTo("Nobody of the job family has evidence of this skill.");
  }

  @Test
  void aContestedItemShowsTheLevelWithoutIt(SparkSession session) {
    SkillsWorld world = new SkillsWorld(7);
    List<Row> without = world.evidence();
    List<Row> evidence =
        world
            .line(
                new SkillsWorld.Said(3, SKILL, "PEER", 8), 1, LocalDate.of(2026, 9, 1), "CONTESTED")
            .evidence();
    List<Row> parameters = SkillsWorld.parameters(evidence);

    Row contested =
        pieces(frame(session, evidence, parameters, 2)).stream()
            .filter(row -> GoldSkillContribution.STATUS.text(row).equals("CONTESTED"))
            .findFirst()
            .orElseThrow();
    Row refitted = estimate(estimates(frame(session, without, parameters, 2)), 3, SKILL);

    assertThat(GoldSkillContribution.LEVEL_IF_REMOVED.real(contested))
        .isCloseTo(GoldSkillEstimate.DATA_VALUE.real(refitted), within(1e-10));
    assertThat(GoldSkillContribution.SE_IF_REMOVED.real(contested))
        .isCloseTo(GoldSkillEstimate.STANDARD_ERROR.real(refitted), within(1e-10));
  }

  private static Dataset<Row> frame(
      SparkSession session, List<Row> evidence, List<Row> parameters, int partitions) {
    PairFrames.Inputs inputs =
        new PairFrames.Inputs(
            given(session, GoldSkillEvidence.TABLE, evidence).repartition(partitions),
            given(session, SilverAssignment.TABLE, SkillsWorld.assignments()),
            given(session, GoldSkill.TABLE, SkillsWorld.skills()));
    PairSolver solver = new PairSolver(parameters, SkillsWorld.setting(), SkillsWorld.EDITION);
    return SkillLevels.solved(
        PairFrames.pairs(inputs, SkillsWorld.AS_OF).repartition(partitions), solver);
  }

  private static Dataset<Row> given(SparkSession session, Table table, List<Row> rows) {
    return session.createDataFrame(rows, table.schema());
  }

  private static List<String> solved(
      SparkSession session, List<Row> evidence, List<Row> parameters, int partitions) {
    return frame(session, evidence, parameters, partitions).collectAsList().stream()
        .map(Row::json)
        .sorted()
        .toList();
  }

  private static List<Row> estimates(Dataset<Row> solved) {
    return solved.select(PairSolver.ESTIMATE + ".*").collectAsList();
  }

  private static List<Row> pieces(Dataset<Row> solved) {
    return SkillLevels.each(solved, PairSolver.CONTRIBUTIONS).collectAsList();
  }

  private static Row estimate(List<Row> estimates, long rep, String skill) {
    return estimates.stream()
        .filter(row -> GoldSkillEstimate.REP_KEY.whole(row) == rep)
        .filter(row -> GoldSkillEstimate.SKILL_ID.text(row).equals(skill))
        .findFirst()
        .orElseThrow();
  }

  private static List<Row> of(List<Row> pieces, Row estimate) {
    return pieces.stream()
        .filter(
            row ->
                GoldSkillContribution.REP_KEY.whole(row)
                    == GoldSkillEstimate.REP_KEY.whole(estimate))
        .filter(
            row ->
                GoldSkillContribution.SKILL_ID
                    .text(row)
                    .equals(GoldSkillEstimate.SKILL_ID.text(estimate)))
        .toList();
  }
}
