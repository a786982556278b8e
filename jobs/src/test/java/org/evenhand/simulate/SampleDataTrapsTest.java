package org.evenhand.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.simulate.SampleFiles.allLines;
import static org.evenhand.simulate.SampleFiles.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each story told by sample-data/README.md is in the committed files, at the key named there. */
class SampleDataTrapsTest {
  private static final String JOBS = "hr-workday/assignment/Job_History_2026-10-05.csv";

  private static void found(List<String> lines, String... parts) {
    assertThat(lines)
        .as("a line with %s", List.of(parts))
        .anyMatch(line -> List.of(parts).stream().allMatch(line::contains));
  }

  @Test
  void splitDealSharesCreditBySeventyAndThirty() {
    List<String> splits = lines("salesforce/opportunity_split/OpportunitySplit_2026-10-05.csv");
    found(splits, "0065g000000AWbPAAW", "0055g000000000PAAQ", "\"70\"");
    found(splits, "0065g000000AWbPAAW", "0055g000000000QAAQ", "\"30\"");
  }

  @Test
  void territoryMoveShowsOnlyBetweenSnapshots() {
    String folder = "salesforce/user_territory2_association/UserTerritory2Association_";
    found(lines(folder + "2026-04-05.csv"), "0055g000000000BAAQ", "0MI5g000000000NGAQ");
    found(lines(folder + "2026-07-05.csv"), "0055g000000000BAAQ", "0MI5g000000000LGAQ");
  }

  @Test
  void planChange() {
    found(lines(JOBS), "W100022", "2026-04-01", "Compensation Change", "AE-2026");
  }

  @Test
  void clawbackIsANegativeLine() {
    found(
        lines("commission-xactly/payment/Payment_2026-10-05.csv.gz"),
        "\"7000023\",\"2026-08\"",
        "Clawback",
        "\"-");
  }

  @Test
  void statementRestatedAfterCloseHasASecondVersion() {
    found(
        lines("commission-xactly/payment/Payment_2026-07-05.csv.gz"),
        "\"7000026\",\"2026-05\",\"1\"");
    found(
        lines("commission-xactly/payment/Payment_2026-10-05.csv.gz"),
        "\"7000026\",\"2026-05\",\"2\"",
        "-250.00");
  }

  @Test
  void rehireKeepsTheWorkerIdAndGetsASecondAccount() {
    found(lines(JOBS), "W100017", "2025-09-13", "Terminated");
    found(lines(JOBS), "W100017", "2026-02-02", "Rehire");
    List<String> users = lines("salesforce/user/User_2026-10-05.csv");
    assertThat(users.stream().filter(line -> line.contains("W100017"))).hasSize(2);
  }

  @Test
  void leave() {
    found(lines(JOBS), "W100009", "2026-04-20", "On Leave", "Parental");
    found(lines(JOBS), "W100009", "2026-07-27", "Return from Leave");
  }

  @Test
  void twoManagersInAQuarter() {
    found(lines(JOBS), "W100003", "2026-08-10", "Transfer", "T04", "W600008");
    found(lines(JOBS), "2026-05-18", "Manager Change", "T05", "W600011");
  }

  @Test
  void backDatedRowArrivesAQuarterLate() {
    assertThat(lines("hr-workday/assignment/Job_History_2026-04-05.csv"))
        .noneMatch(line -> line.startsWith("W100048") && line.contains("2026-01-05"));
    found(lines(JOBS), "W100048", "2026-01-05", "Transfer", "T07");
  }

  @Test
  void futureRow() {
    found(lines(JOBS), "W100044", "2026-11-01", "Promotion");
  }

  @Test
  void twoRowsOnTheSameDay() {
    found(lines(JOBS), "W100013", "2026-07-06,1,", ",0.5,");
    found(lines(JOBS), "W100013", "2026-07-06,2,", ",1.0,");
  }

  @Test
  void mergedDeal() {
    found(
        lines("hubspot/deal/deals_2026-10-05.jsonl"),
        "\"id\":\"91000000003\"",
        "\"hs_merged_object_ids\":\"91000000001;91000000002\"");
    found(lines("hubspot/deal/deals_2026-07-05.jsonl"), "\"id\":\"91000000001\"");
  }

  @Test
  void dealDeletedTwoQuartersAfterItWasWon() {
    found(
        lines("salesforce/opportunity/Opportunity_2026-04-05.csv.gz"),
        "0065g0000001hSiAAI",
        "\"true\",\"true\",\"false\"");
    found(
        lines("salesforce/opportunity/Opportunity_2026-10-05.csv.gz"),
        "0065g0000001hSiAAI",
        "\"true\",\"true\",\"true\"");
  }

  @Test
  void reopenedTicket() {
    found(lines("zendesk/ticket/tickets_2026-10-05.jsonl.gz"), "\"reopens\":1");
  }

  @Test
  void privateCalls() {
    found(lines("gong/call/calls_2026-10-05.jsonl.gz"), "\"isPrivate\":true");
  }

  @Test
  void mailOfOneRepIsNotCaptured() {
    assertThat(allLines("salesforce/task"))
        .noneMatch(
            line ->
                line.contains("\"0055g0000000005AAA\"") && line.contains("\"Email\",\"Email\""));
    found(
        lines("gong/user/users_2026-10-05.jsonl"),
        "2300000000000000005",
        "\"preventEmailImport\":true");
  }

  @Test
  void namesOfAiUsersAreConcealedInOneQuarter() {
    assertThat(lines("copilot/usage_detail/CopilotActivityUserDetail_2026-04-05.csv"))
        .noneMatch(line -> line.contains("@"));
    found(lines("copilot/usage_detail/CopilotActivityUserDetail_2026-07-05.csv"), "@example.com");
  }

  @Test
  void severalRaceCodesAndUndisclosedGender() {
    List<String> people = lines("hr-workday/demographic/Self_Identification_2026-10-05.csv");
    found(people, "W100019", "White; Hispanic or Latino");
    found(people, "Not disclosed");
    assertThat(people).anyMatch(line -> line.matches("W\\d+,[^,]+,,.*"));
  }

  @Test
  void fiveCurrencies() {
    Set<String> currencies =
        lines("salesforce/dated_conversion_rate/DatedConversionRate_2026-10-05.csv").stream()
            .skip(1)
            .map(line -> line.split("\",\"")[1])
            .collect(Collectors.toSet());
    assertThat(currencies).containsExactlyInAnyOrder("USD", "EUR", "GBP", "JPY", "CAD");
  }

  @Test
  void eventAcrossTheSkippedHour() {
    found(
        lines("salesforce/event/Event_2026-10-05.csv.gz"),
        "2026-03-29T00:30:00.000Z",
        "2026-03-29T02:00:00.000Z");
  }

  @Test
  void teamOfFour() {
    assertThat(
            lines(JOBS).stream()
                .filter(line -> line.contains(",T09,") && !line.contains("MANAGER"))
                .map(line -> line.substring(0, 7)))
        .containsExactly("W100052", "W100053", "W100054", "W100055");
  }

  @Test
  void opaqueVendorScore() {
    found(lines("register/score_model/score_model_2025-07-05.csv"), "DealGenius", "undisclosed,,");
    found(lines("score/vendor_score/vendor_score_2026-10-05.csv"), "DealGenius,3.1");
  }

  @Test
  void managerWhoAlwaysFollowsTheAi() {
    assertThat(allLines("hr-cases/decision").stream().filter(line -> line.contains(",W600004,")))
        .hasSizeGreaterThan(40)
        .allMatch(line -> line.matches(".*PIPELINE_SCORE,(\\w+),,\\1,.*As recommended.*"));
  }

  @Test
  void challengeUpheld() {
    found(lines("hr-cases/challenge/challenge_2026-10-05.csv"), "CH-2", "W100011", "UPHELD");
  }

  @Test
  void improvementPlanOnAScoreWithLowCompletenessAndNoReasons() {
    found(
        lines("hr-cases/adverse_action/adverse_action_2026-10-05.csv"),
        "AA-1,W100009,PIP",
        "DealGenius",
        "0.41");
  }

  @Test
  void fiveSignalsAreRegistered() {
    assertThat(lines("register/signal/signal_2025-07-05.csv")).hasSize(6);
  }

  @Test
  void useOfAnUnregisteredAiFeature() {
    found(lines("ai/usage/usage_2026-10-05.jsonl.gz"), "SHADOW_NOTES");
  }

  @Test
  void accountsUnderAnAlias() {
    List<String> users = lines("salesforce/user/User_2026-10-05.csv");
    found(users, "sales20@example.com");
    found(users, "sales40@example.com");
    found(
        lines("directory/identity_link/identity_link_2025-07-05.csv"),
        "0055g000000000KAAQ,W100020");
    List<String> workers = lines("hr-workday/worker/Workers_2026-10-05.csv");
    found(workers, "W100040,Lena Quayle");
    found(workers, "W100045,Lena Quayle");
  }

  @Test
  void sameCallInTwoSystems() {
    List<String> calls = lines("gong/call/calls_2026-10-05.jsonl.gz");
    String id = calls.get(0).substring(19, 38);
    found(lines("salesforce/task/Task_2026-10-05.csv.gz"), "\"" + id + "\"");
  }

  @Test
  void lateFileForAClosedQuarterLiesApart() {
    String late =
        new String(
            SampleFiles.bytes(SampleFiles.ROOT.resolve("late/salesforce/task/Task_2026-10-19.csv")),
            StandardCharsets.UTF_8);
    assertThat(late.lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.contains("0055g000000000CAAQ") && line.contains("\"2026-08-"));
  }
}
