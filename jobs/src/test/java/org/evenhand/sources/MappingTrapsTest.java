package org.evenhand.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ListAssert;
import org.evenhand.schema.Mappings;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The traps of the vendors' exports, each by its name. */
@ExtendWith(SparkExtension.class)
class MappingTrapsTest {
  private final SparkSession session;

  MappingTrapsTest(SparkSession session) {
    this.session = session;
  }

  @Test
  void shortSalesforceIdIsCompletedAndAWrongChecksumRejected() throws IOException {
    lines("salesforce/opportunity")
        .anyMatch(line -> line.contains("opportunity_id=0065g00000DeaLAAAZ | "))
        .anyMatch(line -> line.contains("REJECTED: Id: '0065g00000DeaLdAAZ' is no Salesforce id"));
  }

  @Test
  void closeDateIsAnExpectationUntilTheDealIsClosed() throws IOException {
    lines("salesforce/opportunity")
        .filteredOn(line -> line.contains("expected_close_date="))
        .allMatch(line -> line.contains("stage_class=OPEN") && !line.contains("closed_on="));
    lines("salesforce/opportunity")
        .filteredOn(line -> line.contains("closed_on="))
        .noneMatch(line -> line.contains("stage_class=OPEN"));
  }

  /** N-8: a soft delete stays as a deleted row. */
  @Test
  void deletedDealIsKeptAsDeleted() throws IOException {
    lines("salesforce/opportunity")
        .anyMatch(line -> line.contains("is_deleted=true") && line.contains("merged_into_id="));
  }

  /** N-4. */
  @Test
  void percentBecomesAShareAndWordsAreRejected() throws IOException {
    lines("salesforce/opportunity")
        .anyMatch(line -> line.contains("probability=0.7 "))
        .anyMatch(line -> line.endsWith("REJECTED: probability: 'ten' is no DOUBLE"));
    lines("salesforce/opportunity_split").anyMatch(line -> line.contains("share=0.6 "));
    lines("gong/call").anyMatch(line -> line.contains("talk_ratio=0.62"));
  }

  /** N-6. */
  @Test
  void taskThatIsDueIsNotDone() throws IOException {
    lines("salesforce/task")
        .filteredOn(line -> line.contains("is_completed=false"))
        .isNotEmpty()
        .allMatch(line -> line.contains("due_on=") && !line.contains("completed_at="));
  }

  /** N-9. */
  @Test
  void transferIsNoHire() throws IOException {
    lines("hr-workday/assignment")
        .filteredOn(line -> line.contains("T-SOUTH") && line.contains("2026-08-01"))
        .allMatch(line -> line.contains("event=TRANSFER"));
  }

  /** N-10. */
  @Test
  void severalEthnicityCodesUndisclosedAndUnknownAreThreeThings() throws IOException {
    lines("hr-workday/demographic")
        .anyMatch(line -> line.contains("ethnicity_codes=List(WHITE, HISPANIC OR LATINO)"))
        .anyMatch(line -> line.contains("gender=UNDISCLOSED | ethnicity_codes=List(UNDISCLOSED)"))
        .anyMatch(line -> line.endsWith("worker_id=W1005 | birth_year=1979"));
  }

  /** N-11. */
  @Test
  void payThatIsNoNumberRejectsItsRow() throws IOException {
    lines("hr-workday/assignment")
        .anyMatch(line -> line.contains("base_pay: 'confidential' is no DECIMAL(18,2)"));
  }

  @Test
  void negativeLinesAndLaterVersionsOfAStatementAreKept() throws IOException {
    lines("commission-generic/statement_line")
        .anyMatch(line -> line.contains("statement_version=1") && line.contains("amount=1000.00"))
        .anyMatch(line -> line.contains("statement_version=2") && line.contains("amount=900.00"))
        .anyMatch(line -> line.contains("line_type=CLAWBACK") && line.contains("amount=-50.25"));
  }

  @Test
  void decimalCommasGermanDatesAndFootersAreRead() throws IOException {
    lines("commission-generic/statement_line_eu")
        .hasSize(2)
        .anyMatch(line -> line.contains("amount=1234.56") && line.contains("Prämienplan"));
  }

  /** N-7: an amount without a currency is no amount. */
  @Test
  void amountWithoutCurrencyIsRejected() throws IOException {
    lines("crm-generic/deal").anyMatch(line -> line.contains("an amount has no currency"));
  }

  /** N-16. */
  @Test
  void questionRevisionIsKept() throws IOException {
    lines("gong/answered_scorecard")
        .anyMatch(line -> line.contains("question_id=71 | question_revision_id=711"))
        .anyMatch(line -> line.contains("question_id=71 | question_revision_id=712"));
  }

  @Test
  void customersOnACallLeaveNeitherNameNorAddress() throws IOException {
    lines("gong/call_party").noneMatch(line -> line.contains("jane"));
  }

  /** S1-76. */
  @Test
  void captureSettingSaysWhyDataIsMissing() throws IOException {
    lines("gong/capture_setting")
        .anyMatch(line -> line.contains("not_captured_reason=PREVENTED"))
        .anyMatch(line -> line.contains("not_captured_reason=INACTIVE"));
  }

  /** N-18. */
  @Test
  void editedFeedbackIsANewVersionAndItsTextIsGone() throws IOException {
    lines("feedback/feedback")
        .anyMatch(line -> line.contains("feedback_id=F-1 | version=1"))
        .anyMatch(line -> line.contains("feedback_id=F-1 | version=2"))
        .noneMatch(line -> line.contains("Listened"));
  }

  /** N-17. */
  @Test
  void archivedGoalStaysWithItsReason() throws IOException {
    lines("feedback/goal")
        .anyMatch(line -> line.contains("archive_reason=moved team | status=ARCHIVED"));
  }

  /** N-12. */
  @Test
  void priorityAtTheTimeOfTheEventIsKept() throws IOException {
    lines("zendesk/ticket_audit")
        .anyMatch(line -> line.contains("field=priority | old_value=normal | new_value=high"));
  }

  @Test
  void assistantReportTellsADateAndNoCount() throws IOException {
    lines("copilot/usage_detail")
        .anyMatch(line -> line.contains("grain=LAST_ACTIVITY") && !line.contains("uses="))
        .anyMatch(line -> line.contains("is_concealed=true") && line.contains("uses=0"));
  }

  @Test
  void blankValueOfAnOpenDealStaysUnknown() throws IOException {
    lines("crm-csv-example/sales_pipeline")
        .filteredOn(line -> line.contains("stage_class=OPEN"))
        .noneMatch(line -> line.contains("amount="));
  }

  @Test
  void unknownProductIsNotRepairedInSilence() throws IOException {
    lines("crm-csv-example/sales_pipeline").anyMatch(line -> line.endsWith("product_id=GTXPro"));
  }

  private ListAssert<String> lines(String mapping) throws IOException {
    return assertThat(LandedText.of(session, Mappings.bundled().get(mapping)).lines().toList());
  }
}
