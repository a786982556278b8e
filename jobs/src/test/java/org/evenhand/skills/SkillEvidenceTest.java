package org.evenhand.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.Column;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.testing.SparkExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of evidence, and every reason for which one does not count. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SkillEvidenceTest {
  private static final String DISCOVERY_QUESTION = "620000000000000001";
  private Map<String, Row> rows = Map.of();

  @BeforeAll
  void run(SparkSession session, @TempDir Path root) {
    rows = new EvidenceWorld(session, root).delivered().run();
  }

  /** B-22: whose word it is decides the source. */
  @Test
  void everyWitnessHasASourceAndARater() {
    assertWitness("feedback/tool/peer/SK-NEGOTIATION", "PEER", "8");
    assertWitness("feedback/tool/upward/SK-MARKET", "PEER", "8");
    assertWitness("feedback/tool/manager/SK-MARKET", "MANAGER", "90");
    assertWitness("feedback/tool/self/SK-MARKET", "SELF", "1");
    assertWitness("one_on_one/tool/held/SK-MARKET", "ONE_ON_ONE", "90");
    assertWitness("checkin/tool/marked/SK-MARKET", "MANAGER_WEEKLY", "90");
    assertWitness("review/tool/R1/q1/SK-MARKET", "MANAGER", "90");
    assertWitness("review/tool/R2/q1/SK-MARKET", "ASSESSMENT", "8");
    assertWitness("scorecard/gong/A1/" + DISCOVERY_QUESTION + "/SK-DISCOVERY", "CALL", "90");
    assertWitness("goal/tool/full/SK-MARKET", "GOAL", "90");
  }

  @Test
  void customersAndOutcomesHaveNoRater() {
    assertWitness("feedback/tool/customer/SK-MARKET", "CUSTOMER", null);
    assertWitness("ticket/desk/good/SK-SERVICE", "CUSTOMER", null);
    assertWitness("outcome/structure/win/2026Q3/1/SK-DISCOVERY", "OUTCOME", null);
    assertThat(GoldSkillEvidence.WEIGHT.real(row("feedback/tool/customer/SK-MARKET"))).isEqualTo(1);
  }

  @Test
  void machineIsARaterByQuestionAndRevision() {
    String id = "scorecard/gong/A2/" + DISCOVERY_QUESTION + "/SK-DISCOVERY";
    assertWitness(id, "AI_CALL", "ai:gong/" + DISCOVERY_QUESTION + "/r1");
    assertThat(value(id, GoldSkillEvidence.AI_WRITTEN)).isEqualTo(true);
  }

  @Test
  void marksAreScaledFromZeroToOne() {
    assertThat(GoldSkillEvidence.SCORE_SCALED.real(row("feedback/tool/peer/SK-NEGOTIATION")))
        .isEqualTo(0.75);
    assertThat(GoldSkillEvidence.SCORE_SCALED.real(row("review/tool/R2/q1/SK-MARKET")))
        .isEqualTo(0.8);
    assertThat(GoldSkillEvidence.SCORE_SCALED.real(row("ticket/desk/bad/SK-SERVICE"))).isZero();
    assertThat(value("ticket/desk/bad/SK-SERVICE", GoldSkillEvidence.VALUE)).isNull();
  }

  /** B-20: direction without a mark counts too. */
  @Test
  void praiseWithoutAMarkIsTheTopOfItsScale() {
    String id = "feedback/tool/praise/SK-PRODUCT";
    assertThat(value(id, GoldSkillEvidence.VERB)).isEqualTo("commented");
    assertThat(GoldSkillEvidence.SCORE_SCALED.real(row(id))).isEqualTo(1);
  }

  @Test
  void tagsAreReadInAnyCaseAndByTheirOtherNames() {
    assertActive("feedback/tool/alias/SK-OBJECTIONS");
  }

  @Test
  void feedbackOnTwoSkillsIsTwoItems() {
    assertActive("feedback/tool/two/SK-DISCOVERY");
    assertActive("feedback/tool/two/SK-LISTENING");
  }

  @Test
  void onlyTheLastVersionOfFeedbackIsAnItem() {
    assertThat(GoldSkillEvidence.SCORE_RAW.real(row("feedback/tool/edited/SK-MARKET")))
        .isEqualTo(3);
    assertThat(ids("feedback/tool/edited/")).hasSize(1);
  }

  @Test
  void draftOfAnEditLeavesWhatWasGiven() {
    assertActive("feedback/tool/redrafted/SK-MARKET");
    assertThat(GoldSkillEvidence.SCORE_RAW.real(row("feedback/tool/redrafted/SK-MARKET")))
        .isEqualTo(2);
  }

  /** B-04: a machine's words weigh half. */
  @Test
  void textAMachineHelpedToWriteCountsHalf() {
    assertActive("feedback/tool/machine/SK-MARKET");
    assertThat(GoldSkillEvidence.WEIGHT.real(row("feedback/tool/machine/SK-MARKET")))
        .isEqualTo(0.5);
  }

  @Test
  void callsHaveTheirMinutesAsExposure() {
    assertThat(
            GoldSkillEvidence.EXPOSURE.real(
                row("scorecard/gong/A1/" + DISCOVERY_QUESTION + "/SK-DISCOVERY")))
        .isEqualTo(30);
  }

  /** B-23: the role is the one of the day. */
  @Test
  void evidenceBeforeATransferStaysWithTheRoleBefore() {
    assertThat(value("feedback/tool/before/SK-MARKET", GoldSkillEvidence.FAMILY)).isEqualTo("SDR");
    assertThat(value("feedback/tool/before/SK-MARKET", GoldSkillEvidence.TEAM_ID)).isEqualTo("T4");
    assertThat(value("feedback/tool/after/SK-MARKET", GoldSkillEvidence.FAMILY)).isEqualTo("AE");
    assertThat(value("feedback/tool/after/SK-MARKET", GoldSkillEvidence.MANAGER_REP_KEY))
        .isEqualTo(91L);
  }

  /**
   * B-21. Attainments 1, 0.5, 0.5 and 9, which counts as 2: mean 1, variance (0 + 0.25 + 0.25 +
   * 1)/4.
   */
  @Test
  void goalsCountInStandardDeviationsOfAttainment() {
    double deviation = Math.sqrt(1.5 / 4);
    assertThat(real("goal/tool/full/SK-MARKET")).isCloseTo(0, within(1e-12));
    assertThat(real("goal/tool/half/SK-MARKET")).isCloseTo(-0.5 / deviation, within(1e-12));
    assertThat(real("goal/tool/nine/SK-MARKET")).isCloseTo(1 / deviation, within(1e-12));
    assertThat(GoldSkillEvidence.SCORE_RAW.real(row("goal/tool/nine/SK-MARKET"))).isEqualTo(9);
    assertThat(value("goal/tool/full/SK-MARKET", GoldSkillEvidence.VERB)).isEqualTo("achieved");
    assertThat(value("goal/tool/half/SK-MARKET", GoldSkillEvidence.VERB)).isEqualTo("progressed");
  }

  @Test
  void goalWithoutASkillTakesThatOfItsCategory() {
    assertActive("goal/tool/renewal/SK-RENEWAL");
  }

  /** (6 - 4)/10 = 0.2 wins a case is one standard deviation of 0.2; its error sqrt(1)/10/0.2. */
  @Test
  void outcomesCountInStandardDeviationsBetweenReps() {
    String id = "outcome/structure/win/2026Q3/1/SK-DISCOVERY";
    assertActive(id);
    assertThat(GoldSkillEvidence.SCORE_RAW.real(row(id))).isCloseTo(0.2, within(1e-12));
    assertThat(real(id)).isCloseTo(1, within(1e-12));
    assertThat(GoldSkillEvidence.VALUE_ERROR.real(row(id))).isCloseTo(0.5, within(1e-12));
    assertThat(GoldSkillEvidence.EXPOSURE.real(row(id))).isEqualTo(10);
    assertThat(value(id, GoldSkillEvidence.DAY)).hasToString("2026-09-30");
  }

  @Test
  void unfinishedQuarterEndsAtTheKnowledgeDate() {
    String id = "outcome/structure/win/2026Q4/1/SK-DISCOVERY";
    assertActive(id);
    assertThat(value(id, GoldSkillEvidence.DAY)).hasToString("2026-10-05");
  }

  @Test
  void hoursAndTeamsAreNoEvidenceOfAPersonsSkill() {
    assertThat(ids("outcome/structure/hours")).isEmpty();
    assertThat(ids("outcome/structure/win/2026Q3/")).hasSize(2);
  }

  @Test
  void openChallengeIsShownAndTheItemStillCounts() {
    assertJudged("feedback/tool/open/SK-MARKET", "CONTESTED", "CHALLENGE_OPEN");
    assertThat(value("feedback/tool/open/SK-MARKET", GoldSkillEvidence.COUNTS)).isEqualTo(true);
    assertActive("feedback/tool/open/SK-PRODUCT");
  }

  @Test
  void upheldChallengeTakesTheItemOut() {
    assertUnused("feedback/tool/upheld/SK-MARKET", "UPHELD", "CHALLENGE_UPHELD");
  }

  @Test
  void rejectedChallengeLeavesTheItem() {
    assertActive("feedback/tool/stands/SK-MARKET");
  }

  @Test
  void onlyThePersonItIsAboutCanContestAnItem() {
    assertActive("feedback/tool/others/SK-MARKET");
  }

  @Test
  void challengeOfAScoreContestsNoSkillItem() {
    assertActive("feedback/tool/peer/SK-NEGOTIATION");
  }

  @Test
  void scoreOutsideItsScaleIsRejected() {
    assertUnused("feedback/tool/beyond/SK-MARKET", "REJECTED", "OUT_OF_SCALE");
    assertThat(GoldSkillEvidence.SCORE_RAW.real(row("feedback/tool/beyond/SK-MARKET")))
        .isEqualTo(7);
  }

  @Test
  void scoreWithoutAScaleIsRejected() {
    assertUnused("feedback/tool/scaleless/SK-MARKET", "REJECTED", "NO_SCALE");
  }

  @Test
  void unknownSkillTagIsRejected() {
    assertUnused("feedback/tool/juggling/SK-JUGGLING", "REJECTED", "UNKNOWN_SKILL");
    assertUnused("scorecard/gong/A1/999/999", "REJECTED", "UNKNOWN_SKILL");
  }

  @Test
  void itemWithoutASkillIsRejected() {
    assertUnused("feedback/tool/untagged/none", "REJECTED", "NO_SKILL");
    assertUnused("review/tool/R1/overall/none", "REJECTED", "NO_SKILL");
  }

  @Test
  void itemWithoutAMarkIsRejected() {
    assertUnused("feedback/tool/unrated/SK-MARKET", "REJECTED", "NO_SCORE");
  }

  @Test
  void dateAfterTheKnowledgeDateIsRejected() {
    assertUnused("feedback/tool/future/SK-MARKET", "REJECTED", "FUTURE_DATE");
  }

  @Test
  void repeatedIdIsRejectedUnderAnIdOfItsOwn() {
    assertActive("feedback/tool/twice/SK-NEGOTIATION");
    assertUnused("feedback/tool/twice/SK-NEGOTIATION#2", "REJECTED", "DUPLICATE");
  }

  @Test
  void draftIsRejected() {
    assertUnused("feedback/tool/draft/SK-MARKET", "REJECTED", "DRAFT");
    assertUnused("review/tool/R3/q1/SK-MARKET", "REJECTED", "DRAFT");
  }

  @Test
  void withdrawnItemDoesNotCount() {
    assertUnused("feedback/tool/withdrawn/SK-MARKET", "WITHDRAWN", "WITHDRAWN");
  }

  @Test
  void ofPrivateItemsOnlyTheirNumberIsKept() {
    assertUnused("feedback/tool/private/none", "REJECTED", "PRIVATE");
    assertThat(value("feedback/tool/private/none", GoldSkillEvidence.SCORE_RAW)).isNull();
    assertThat(value("feedback/tool/private/none", GoldSkillEvidence.RATER_KEY)).isNull();
    assertUnused("one_on_one/tool/private/none", "REJECTED", "PRIVATE");
    assertUnused("scorecard/gong/A3/" + DISCOVERY_QUESTION + "/none", "REJECTED", "PRIVATE");
  }

  @Test
  void relationWithoutASourceIsRejected() {
    assertUnused("feedback/tool/other/SK-MARKET", "REJECTED", "RELATION_NOT_USED");
  }

  @Test
  void withoutARoleAtTheTimeItIsRejected() {
    assertUnused("feedback/tool/otherjob/SK-MARKET", "REJECTED", "NO_ROLE");
    assertUnused("feedback/tool/early/SK-MARKET", "REJECTED", "NO_ROLE");
  }

  @Test
  void talksAndCheckInsThatDidNotHappenAreRejected() {
    assertUnused("one_on_one/tool/cancelled/none", "REJECTED", "NOT_HELD");
    assertUnused("checkin/tool/missed/none", "REJECTED", "NOT_DONE");
  }

  @Test
  void goalsEndedEarlyOrStillOpenDoNotCount() {
    assertUnused("goal/tool/archived/SK-MARKET", "WITHDRAWN", "ENDED_EARLY");
    assertUnused("goal/tool/running/SK-MARKET", "REJECTED", "NOT_DONE");
  }

  @Test
  void outcomeWithoutANumberOrWithoutDifferencesIsRejected() {
    assertUnused("outcome/structure/amount/2026Q3/2/SK-NEGOTIATION", "REJECTED", "NO_NUMBER");
    assertUnused("outcome/structure/amount/2026Q3/1/SK-NEGOTIATION", "REJECTED", "NO_DIFFERENCES");
  }

  @Test
  void raterWhoIsNotInTheRecordsIsFlaggedAndTheItemKeptWithLessWeight() {
    assertJudged("feedback/tool/nobody/SK-MARKET", "ACTIVE", "UNKNOWN_RATER");
    assertThat(GoldSkillEvidence.WEIGHT.real(row("feedback/tool/nobody/SK-MARKET"))).isEqualTo(0.5);
  }

  @Test
  void anonymousRaterIsNoFlagAndCountsLess() {
    assertActive("feedback/tool/hidden/SK-MARKET");
    assertThat(GoldSkillEvidence.WEIGHT.real(row("feedback/tool/hidden/SK-MARKET"))).isEqualTo(0.5);
  }

  @Test
  void skillOutsideTheJobFamilyCountsAndIsFlagged() {
    assertJudged("feedback/tool/coach/SK-COACHING", "ACTIVE", "OUTSIDE_FAMILY");
  }

  @Test
  void nothingDeliveredIsNoEvidenceAndNoError(SparkSession session, @TempDir Path root) {
    assertThat(new EvidenceWorld(session, root).run()).isEmpty();
  }

  /** Per source; feedback on several skills is several items, an earlier version is none. */
  @Test
  void everyItemIsThereOnce() {
    assertThat(
            List.of(
                ids("feedback/").size(),
                ids("one_on_one/").size(),
                ids("checkin/").size(),
                ids("review/").size(),
                ids("scorecard/").size(),
                ids("ticket/").size(),
                ids("goal/").size(),
                ids("outcome/").size()))
        .containsExactly(36, 3, 2, 4, 5, 2, 6, 6);
  }

  /** Use of AI is evidence of nothing: the job cannot even see it. */
  @Test
  void useOfAiIsNotRead() {
    assertThat(new SkillEvidence().reads().stream().map(Table::toString))
        .noneMatch(name -> name.contains("ai_") || name.contains("activity"));
    assertThat(rows.values().stream().map(GoldSkillEvidence.AUTHORITY::text))
        .containsOnly("tool", "gong", "desk", "structure");
  }

  @Test
  void reasonsAreThoseOfTheContract() {
    List<String> allowed =
        GoldSkillEvidence.TABLE
            .contract()
            .column(GoldSkillEvidence.REASON.name())
            .orElseThrow()
            .constraints()
            .allowed();
    assertThat(allowed)
        .containsExactlyElementsOf(Arrays.stream(Reason.values()).map(Reason::name).toList());
  }

  private void assertWitness(String id, String source, @Nullable String rater) {
    assertThat(value(id, GoldSkillEvidence.SOURCE_TYPE)).as(id).isEqualTo(source);
    assertThat(value(id, GoldSkillEvidence.RATER_KEY)).as(id).isEqualTo(rater);
    assertThat(value(id, GoldSkillEvidence.COUNTS)).as(id).isEqualTo(true);
  }

  private void assertActive(String id) {
    assertThat(value(id, GoldSkillEvidence.STATUS)).as(id).isEqualTo("ACTIVE");
    assertThat(value(id, GoldSkillEvidence.REASON)).as(id).isNull();
    assertThat(value(id, GoldSkillEvidence.COUNTS)).as(id).isEqualTo(true);
  }

  private void assertUnused(String id, String status, String reason) {
    assertJudged(id, status, reason);
    assertThat(value(id, GoldSkillEvidence.COUNTS)).as(id).isEqualTo(false);
  }

  private void assertJudged(String id, String status, String reason) {
    assertThat(value(id, GoldSkillEvidence.STATUS)).as(id).isEqualTo(status);
    assertThat(value(id, GoldSkillEvidence.REASON)).as(id).isEqualTo(reason);
  }

  private double real(String id) {
    return GoldSkillEvidence.VALUE.real(row(id));
  }

  private @Nullable Object value(String id, Column column) {
    return column.value(row(id));
  }

  private Row row(String id) {
    return Objects.requireNonNull(
        rows.get(id), () -> String.format(Locale.ROOT, "no %s among %s", id, rows.keySet()));
  }

  private List<String> ids(String prefix) {
    return rows.keySet().stream().filter(id -> id.startsWith(prefix)).toList();
  }
}
