package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.columns.BronzeAccount;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeFxRate;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeOpportunityFieldChange;
import org.evenhand.table.columns.BronzeOpportunitySplit;
import org.evenhand.table.columns.BronzeOpportunityStage;
import org.evenhand.table.columns.BronzeProduct;
import org.evenhand.table.columns.BronzeTerritoryMember;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.table.columns.SilverOpportunityStage;
import org.evenhand.table.columns.SilverTerritoryAssignment;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DealTest {
  private static final String HR =
      """
      worker_id | effective_from | effective_sequence | status | team_id | manager_worker_id | role | time_zone
      W1        | 2025-01-01     | 1                  | ACTIVE | T1      | M1                | AE   | America/New_York
      W1        | 2026-08-01     | 1                  | ACTIVE | T2      | M2                | AE   | America/New_York
      W2        | 2025-01-01     | 1                  | ACTIVE | T3      | M3                | AE   | Europe/Berlin
      """;

  private static World world(SparkSession session, Path directory) {
    return new World(session, directory).with(BronzeWorkerAssignment.TABLE, HR);
  }

  @Test
  void creditStaysWithTheManagerAndTeamOfTheDayN5(SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeOpportunity.TABLE,
                """
                opportunity_id | owner_user_id | stage_class | created_at           | closed_on  | amount | currency
                D1             | W1            | WON         | 2026-07-01T12:00:00Z | 2026-07-31 | 100.00 | USD
                D2             | W1            | WON         | 2026-07-01T12:00:00Z | 2026-08-01 | 200.00 | USD
                """)
            .runBasics()
            .run(new OpportunityJob(), new OpportunityCreditJob());

    assertThat(
            world.print(
                SilverOpportunityCredit.TABLE,
                SilverOpportunityCredit.OPPORTUNITY_ID,
                SilverOpportunityCredit.EVENT,
                SilverOpportunityCredit.REP_KEY,
                SilverOpportunityCredit.TEAM_ID,
                SilverOpportunityCredit.MANAGER_REP_KEY,
                SilverOpportunityCredit.AMOUNT_USD,
                SilverOpportunityCredit.QUARTER))
        .isEqualTo(
            """
            opportunity_id | event | rep_key | team_id | manager_rep_key | amount_usd | quarter
            D1 | CREATED | W1 | T1 | M1 | 100.00 | 2026Q3
            D1 | WON | W1 | T1 | M1 | 100.00 | 2026Q3
            D2 | CREATED | W1 | T1 | M1 | 200.00 | 2026Q3
            D2 | WON | W1 | T2 | M2 | 200.00 | 2026Q3""");
  }

  @Test
  void aSplitDealCreditsEachShareAndAMergedDealNobody(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeOpportunity.TABLE,
                """
                opportunity_id | owner_user_id | stage_class | created_at           | closed_on  | amount | currency | merged_into_id
                D1             | W1            | WON         | 2026-07-01T12:00:00Z | 2026-07-10 | 100.00 | USD      |
                D2             | W1            | WON         | 2026-07-01T12:00:00Z | 2026-07-10 | 100.00 | USD      | D1
                """)
            .with(
                BronzeOpportunitySplit.TABLE,
                """
                split_id | opportunity_id | user_id | share | split_type | created_at           | is_deleted
                s1       | D1             | W1      | 0.6   | REVENUE    | 2026-07-10T09:00:00Z | false
                s2       | D1             | W2      | 0.4   | REVENUE    | 2026-07-10T09:00:00Z | false
                s3       | D1             | W2      | 0.5   | REVENUE    | 2026-09-30T09:00:00Z | false
                s4       | D1             | W2      | 1.0   | OVERLAY    | 2026-07-01T09:00:00Z | false
                """)
            .runBasics()
            .run(new OpportunityJob(), new OpportunityCreditJob());

    assertThat(
            world.print(
                SilverOpportunityCredit.TABLE,
                SilverOpportunityCredit.OPPORTUNITY_ID,
                SilverOpportunityCredit.EVENT,
                SilverOpportunityCredit.KIND,
                SilverOpportunityCredit.REP_KEY,
                SilverOpportunityCredit.TEAM_ID,
                SilverOpportunityCredit.SHARE,
                SilverOpportunityCredit.AMOUNT))
        .isEqualTo(
            """
            opportunity_id | event | kind | rep_key | team_id | share | amount
            D1 | CREATED | OWNER | W1 | T1 | 1.0 | 100.00
            D1 | WON | SPLIT | W1 | T1 | 0.6 | 60.00
            D1 | WON | SPLIT | W2 | T3 | 0.4 | 40.00""");
  }

  @Test
  void theOwnerOfTheDayIsCreditedWhenTheDealChangedHandsLater(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeOpportunity.TABLE,
                """
                opportunity_id | owner_user_id | stage_class | created_at           | closed_on  | known_from
                D1             | W2            | LOST        | 2026-07-01T12:00:00Z | 2026-07-10 | 2026-10-01T00:00:00Z
                """)
            .with(
                BronzeOpportunityFieldChange.TABLE,
                """
                change_id | opportunity_id | field | data_type | old_value | new_value | changed_at
                c1        | D1             | Owner | EntityId  | W1        | W2        | 2026-07-20T00:00:00Z
                c2        | D1             | Owner | Text      | Ann       | Bea       | 2026-07-20T00:00:00Z
                """)
            .runBasics()
            .run(new OpportunityJob(), new OpportunityCreditJob());

    assertThat(
            world.print(
                SilverOpportunityCredit.TABLE,
                SilverOpportunityCredit.EVENT,
                SilverOpportunityCredit.REP_KEY))
        .isEqualTo(
            """
            event | rep_key
            CREATED | W1
            LOST | W1""");
  }

  @Test
  void aTerritoryMoveIsFoundFromSnapshotsAndCreditKeepsTheTerritoryOfTheDay(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeFile.TABLE,
                """
                file_id | mapping                                  | target                  | extracted_at         | status
                f1      | salesforce/user_territory2_association   | bronze.territory_member | 2026-07-01T00:00:00Z | LANDED
                f2      | salesforce/user_territory2_association   | bronze.territory_member | 2026-08-15T00:00:00Z | LANDED
                """)
            .with(
                BronzeTerritoryMember.TABLE,
                """
                _system    | _file | known_from           | territory_id | user_id
                salesforce | f1    | 2026-07-01T00:00:00Z | NORTH        | W1
                salesforce | f2    | 2026-08-15T00:00:00Z | SOUTH        | W1
                """)
            .with(
                BronzeOpportunity.TABLE,
                """
                _system    | opportunity_id | owner_user_id | stage_class | created_at           | closed_on  | territory_id
                salesforce | D1             | W1            | WON         | 2026-06-01T12:00:00Z | 2026-08-01 | SOUTH
                salesforce | D2             | W1            | WON         | 2026-06-01T12:00:00Z | 2026-08-20 | NORTH
                """)
            .runBasics()
            .run(new TerritoryAssignmentJob(), new OpportunityJob(), new OpportunityCreditJob());

    assertThat(
            world.print(
                SilverTerritoryAssignment.TABLE,
                SilverTerritoryAssignment.TERRITORY_ID,
                SilverTerritoryAssignment.FROM_DATE,
                SilverTerritoryAssignment.TO_DATE,
                SilverTerritoryAssignment.KNOWN_FROM))
        .isEqualTo(
            """
            territory_id | from_date | to_date | known_from
            NORTH | 2026-07-01 | 2026-08-14 | 2026-08-15T00:00:00Z
            NORTH | 2026-07-01 | NULL | 2026-07-01T00:00:00Z
            SOUTH | 2026-08-15 | NULL | 2026-08-15T00:00:00Z""");
    assertThat(
            world.print(
                SilverOpportunityCredit.TABLE,
                SilverOpportunityCredit.OPPORTUNITY_ID,
                SilverOpportunityCredit.EVENT,
                SilverOpportunityCredit.TERRITORY_ID))
        .contains("D1 | WON | NORTH", "D2 | WON | SOUTH");
  }

  @Test
  void deletedAbsentAndNotExportedAreThreeStatesAndNoneRemovesWhatWasKnownN8(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeFile.TABLE,
                """
                file_id | mapping                       | target             | extracted_at         | status
                f1      | crm-csv-example/sales_pipeline | bronze.opportunity | 2026-07-01T00:00:00Z | LANDED
                f2      | crm-csv-example/sales_pipeline | bronze.opportunity | 2026-08-01T00:00:00Z | LANDED
                """)
            .with(
                BronzeOpportunity.TABLE,
                """
                _system | _file | known_from           | opportunity_id | owner_user_id | stage_class | is_deleted
                crm     | f1    | 2026-07-01T00:00:00Z | D1             | W1            | OPEN        | false
                crm     | f2    | 2026-08-01T00:00:00Z | D1             | W1            | OPEN        | true
                crm     | f1    | 2026-07-01T00:00:00Z | D2             | W1            | OPEN        | false
                """)
            .runBasics()
            .run(new OpportunityJob());

    assertThat(
            world.print(
                SilverOpportunity.TABLE,
                SilverOpportunity.OPPORTUNITY_ID,
                SilverOpportunity.PRESENCE,
                SilverOpportunity.KNOWN_FROM,
                SilverOpportunity.KNOWN_TO))
        .isEqualTo(
            """
            opportunity_id | presence | known_from | known_to
            D1 | DELETED | 2026-08-01T00:00:00Z | NULL
            D1 | PRESENT | 2026-07-01T00:00:00Z | 2026-08-01T00:00:00Z
            D2 | NOT_EXPORTED | 2026-08-01T00:00:00Z | NULL
            D2 | PRESENT | 2026-07-01T00:00:00Z | 2026-08-01T00:00:00Z""");
  }

  @Test
  void amountsConvertAtTheRateOfTheDayAndWithoutOneAreReportedNeverOneToOneN7(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeFxRate.TABLE,
                """
                currency | base_currency | starts_on  | units_per_base
                EUR      | USD           | 2026-01-01 | 0.80000000
                EUR      | USD           | 2026-07-10 | 0.50000000
                JPY      | USD           | 2026-01-01 | 150.00000000
                GBP      | USD           | 2026-07-20 | 0.80000000
                """)
            .with(
                BronzeOpportunity.TABLE,
                """
                opportunity_id | owner_user_id | stage_class | closed_on  | amount  | currency
                D1             | W1            | WON         | 2026-07-09 | 100.00  | EUR
                D2             | W1            | WON         | 2026-07-10 | 100.00  | EUR
                D3             | W1            | WON         | 2026-07-10 | 1500.00 | JPY
                D4             | W1            | WON         | 2026-07-10 | 100.00  | GBP
                D5             | W1            | WON         | 2026-07-10 | 100.00  | CHF
                D6             | W1            | WON         | 2026-07-10 | 100.00  | USD
                """)
            .runBasics()
            .run(new OpportunityJob(), new ConsolidationIssueJob());

    assertThat(
            world.print(
                SilverOpportunity.TABLE,
                SilverOpportunity.OPPORTUNITY_ID,
                SilverOpportunity.AMOUNT_USD,
                SilverOpportunity.AMOUNT_USD_CONSTANT))
        .isEqualTo(
            """
            opportunity_id | amount_usd | amount_usd_constant
            D1 | 125.00 | 125.00
            D2 | 200.00 | 125.00
            D3 | 10.00 | 10.00
            D4 | NULL | NULL
            D5 | NULL | NULL
            D6 | 100.00 | 100.00""");
    assertThat(
            world.print(
                SilverConsolidationIssue.TABLE,
                SilverConsolidationIssue.RULE,
                SilverConsolidationIssue.RECORD_ID,
                SilverConsolidationIssue.OBSERVED))
        .contains("NO_EXCHANGE_RATE | D4 | GBP", "NO_EXCHANGE_RATE | D5 | CHF");
  }

  @Test
  void spellingTrapsOfTheRegistersAreCorrectedWhereOneEntryFitsAndAlwaysReported(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeProduct.TABLE,
                """
                product_id | name
                GTX Pro    | GTX Pro
                MG Special | MG Special
                """)
            .with(
                BronzeAccount.TABLE,
                """
                account_id | industry
                A1         | technolgy
                A2         | medical
                """)
            .with(
                BronzeOpportunity.TABLE,
                """
                opportunity_id | owner_user_id | stage_class | product_id | account_id
                D1             | W1            | OPEN        | GTXPro     | A1
                D2             | W1            | OPEN        | MG Special | A2
                D3             | W1            | OPEN        | Unheard    |
                """)
            .runBasics()
            .run(new OpportunityJob(), new ConsolidationIssueJob());

    assertThat(
            world.print(
                SilverOpportunity.TABLE,
                SilverOpportunity.OPPORTUNITY_ID,
                SilverOpportunity.PRODUCT,
                SilverOpportunity.SEGMENT))
        .isEqualTo(
            """
            opportunity_id | product | segment
            D1 | GTX Pro | technology
            D2 | MG Special | medical
            D3 | NULL | NULL""");
    assertThat(
            world.print(
                SilverConsolidationIssue.TABLE,
                SilverConsolidationIssue.RULE,
                SilverConsolidationIssue.EFFECT,
                SilverConsolidationIssue.OBSERVED,
                SilverConsolidationIssue.CANDIDATES))
        .contains(
            "UNKNOWN_PRODUCT | KEPT_CORRECTED | GTXPro | [GTX Pro]",
            "UNKNOWN_PRODUCT | KEPT_WITHOUT_VALUE | Unheard | []",
            "UNKNOWN_SEGMENT | KEPT_CORRECTED | technolgy | [technology]");
  }

  @Test
  void stagesHaveEntryAndExitAndADealWithoutHistoryHasTheOneItsRecordShows(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeOpportunity.TABLE,
                """
                opportunity_id | owner_user_id | stage | stage_class | created_at           | closed_on  | known_from
                D1             | W1            | Won   | WON         | 2026-07-01T12:00:00Z | 2026-07-20 | 2026-10-01T00:00:00Z
                D2             | W1            | Open  | OPEN        | 2026-07-02T12:00:00Z |            | 2026-10-01T00:00:00Z
                """)
            .with(
                BronzeOpportunityStage.TABLE,
                """
                stage_event_id | opportunity_id | stage | stage_class | changed_at
                e1             | D1             | Open  | OPEN        | 2026-07-01T12:00:00Z
                e2             | D1             | Open  | OPEN        | 2026-07-02T12:00:00Z
                e3             | D1             | Offer | OPEN        | 2026-07-05T12:00:00Z
                e4             | D1             | Won   | WON         | 2026-07-21T02:00:00Z
                """)
            .runBasics()
            .run(new OpportunityJob(), new OpportunityStageJob());

    assertThat(
            world.print(
                SilverOpportunityStage.TABLE,
                SilverOpportunityStage.OPPORTUNITY_ID,
                SilverOpportunityStage.SEQUENCE,
                SilverOpportunityStage.STAGE_NAME,
                SilverOpportunityStage.LEFT_AT,
                SilverOpportunityStage.SOURCE))
        .isEqualTo(
            """
            opportunity_id | sequence | stage_name | left_at | source
            D1 | 1 | Open | 2026-07-05T12:00:00Z | HISTORY
            D1 | 2 | Offer | 2026-07-21T02:00:00Z | HISTORY
            D1 | 3 | Won | NULL | HISTORY
            D2 | 1 | Open | NULL | SNAPSHOT""");
    assertThat(
            world.print(
                SilverOpportunity.TABLE,
                SilverOpportunity.OPPORTUNITY_ID,
                SilverOpportunity.CLOSED_AT,
                SilverOpportunity.CLOSED_DATE,
                SilverOpportunity.CLOSED_QUARTER))
        .contains("D1 | 2026-07-21T02:00:00Z | 2026-07-20 | 2026Q3");
  }
}
