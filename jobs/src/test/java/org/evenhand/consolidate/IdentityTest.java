package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.columns.BronzeAiUsage;
import org.evenhand.table.columns.BronzeCrmUser;
import org.evenhand.table.columns.BronzeIdentityLink;
import org.evenhand.table.columns.BronzeWorker;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class IdentityTest {

  @Test
  void theStrongestEvidenceDecidesAndAmbiguityIsListedNotGuessed(
      SparkSession session, @TempDir Path directory) {
    World world =
        new World(session, directory)
            .with(
                BronzeWorker.TABLE,
                """
                worker_id | full_name  | work_email
                W1        | Ana Noel   | ana@x.example
                W2        | Bo Chen    | bo@x.example
                W3        | Bo Chen    |
                W4        | Di Rossi   | di@x.example
                """)
            .with(
                BronzeCrmUser.TABLE,
                """
                _system    | user_id | employee_number | email          | name
                salesforce | u1      | W1              | bo@x.example   | Bo Chen
                salesforce | u2      |                 | BO@x.example   | Ana Noel
                salesforce | u3      |                 |                | Chen, Bo
                salesforce | u4      |                 |                | Noël Ana
                salesforce | u5      |                 |                | Nobody
                salesforce | u6      | W1              |                |
                """)
            .with(
                BronzeIdentityLink.TABLE,
                """
                account_system | account_id | worker_id | valid_from | valid_to
                salesforce     | u6         | W4        | 1900-01-01 | NULL
                """)
            .run(new WorkerIdentityJob(), new IdentityJob());

    assertThat(
            world.print(
                SilverIdentity.TABLE,
                SilverIdentity.ACCOUNT_ID,
                SilverIdentity.REP_KEY,
                SilverIdentity.METHOD,
                SilverIdentity.STATE))
        .isEqualTo(
            """
            account_id | rep_key | method | state
            u1 | W1 | EMPLOYEE_ID | MATCHED
            u2 | W2 | EMAIL | MATCHED
            u3 | NULL | NAME | AMBIGUOUS
            u4 | W1 | NAME | MATCHED
            u5 | NULL | NULL | UNMATCHED
            u6 | W4 | EXPLICIT | MATCHED""");
    assertThat(world.rows(SilverIdentity.TABLE))
        .filteredOn(row -> SilverIdentity.ACCOUNT_ID.text(row).equals("u3"))
        .allSatisfy(row -> assertThat(row.getList(row.fieldIndex("candidates"))).hasSize(2));
  }

  @Test
  void concealedNamesAreReportedAsSuchAndNeverBecomeAccounts(
      SparkSession session, @TempDir Path directory) {
    World world =
        new World(session, directory)
            .with(
                BronzeAiUsage.TABLE,
                """
                event_id | person_id | is_concealed | feature_id
                e1       | 3f9a      | true         | F1
                """)
            .runBasics()
            .run(new ConsolidationIssueJob());

    assertThat(world.rows(SilverIdentity.TABLE)).isEmpty();
    assertThat(
            world.print(
                SilverConsolidationIssue.TABLE,
                SilverConsolidationIssue.RULE,
                SilverConsolidationIssue.EFFECT,
                SilverConsolidationIssue.OBSERVED))
        .isEqualTo(
            """
            rule | effect | observed
            FEATURE_UNREGISTERED | QUARANTINED | F1
            NAME_CONCEALED | LEFT_OUT | NULL""");
  }
}
