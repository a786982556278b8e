package org.evenhand.quality;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.evenhand.schema.ContractParser;
import org.evenhand.schema.RowRule;
import org.evenhand.schema.RowRules;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Table;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RowChecksTest {
  private static final TableContract DEAL =
      ContractParser.parse(
          "deal.json",
          """
          {"layer": "silver", "name": "deal", "description": "One deal.", "owner": "data engineering",
           "mode": "replace", "zone": "hr", "key": ["deal_id"],
           "columns": [
             {"name": "deal_id", "type": "STRING", "required": true, "description": "Id.", "pattern": "D\\\\d+", "example": "D1"},
             {"name": "stage", "type": "STRING", "required": true, "description": "Stage.", "allowed": ["OPEN", "WON"]},
             {"name": "amount", "type": "DECIMAL(18,2)", "description": "Worth.", "min": "0", "max": "1000"},
             {"name": "share", "type": "DOUBLE", "description": "Share."},
             {"name": "opened_on", "type": "DATE", "description": "From.", "min": "2020-01-01"},
             {"name": "closed_on", "type": "DATE", "description": "To."},
             {"name": "tags", "type": "ARRAY<STRING>", "description": "Tags.", "allowed": ["a", "b"]}],
           "checks": [
             {"name": "in_order", "expr": "opened_on <= closed_on", "severity": "fail", "message": "closed before it was opened"},
             {"name": "worth_it", "expr": "amount <> 0", "severity": "warn", "message": "won for nothing, isn't it"}]}
          """);
  private static final Table TABLE = new Table(DEAL);

  @Test
  void rowThatHoldsHasNoReasonsAndNoWarnings(SparkSession session) {
    String row = "deal_id | stage | amount\nD1 | WON | 5";

    assertThat(said(session, row, RowChecks.reasons(DEAL))).isEmpty();
    assertThat(said(session, row, RowChecks.warnings(DEAL))).isEmpty();
  }

  @Test
  void nullBreaksNothingButRequired(SparkSession session) {
    assertThat(said(session, "deal_id | stage\nNULL | NULL", RowChecks.reasons(DEAL)))
        .containsExactly("deal_id is missing", "stage is missing");
  }

  @Test
  void everyReasonIsGivenWithItsValue(SparkSession session) {
    String row =
        """
        deal_id | stage | amount | share    | opened_on  | closed_on  | tags
        D1x     | LOST  | -5.5   | Infinity | 2019-12-31 | 2019-12-01 | [a, c]
        """;

    assertThat(said(session, row, RowChecks.reasons(DEAL)))
        .containsExactly(
            "deal_id is D1x, must match D\\d+",
            "stage is LOST, allowed: OPEN, WON",
            "amount is -5.50, must be at least 0",
            "share is Infinity, must be a finite number",
            "opened_on is 2019-12-31, must be at least 2020-01-01",
            "tags is [a, c], allowed: a, b",
            "closed before it was opened (opened_on = 2019-12-31, closed_on = 2019-12-01)");
  }

  @Test
  void limitsThemselvesAreAccepted(SparkSession session) {
    String rows = "amount | opened_on\n0 | 2020-01-01\n1000 | NULL";

    assertThat(said(session, rows, RowChecks.reasons(DEAL))).isEmpty();
    assertThat(said(session, "amount\n1000.01", RowChecks.reasons(DEAL)))
        .containsExactly("amount is 1000.01, must be at most 1000");
  }

  @Test
  void notANumberIsRefused(SparkSession session) {
    assertThat(said(session, "share\nNaN", RowChecks.reasons(DEAL)))
        .containsExactly("share is NaN, must be a finite number");
  }

  @Test
  void patternMustMatchTheWholeValueIncludingItsLastLine(SparkSession session) {
    assertThat(
            session
                .sql("SELECT 'D1\\n' AS deal_id")
                .selectExpr(rule("deal_id_pattern").holds())
                .first()
                .getBoolean(0))
        .isFalse();
  }

  @Test
  void warningsDoNotReject(SparkSession session) {
    String row = "amount\n0";

    assertThat(said(session, row, RowChecks.reasons(DEAL))).isEmpty();
    assertThat(said(session, row, RowChecks.warnings(DEAL)))
        .containsExactly("won for nothing, isn't it (amount = 0.00)");
  }

  @Test
  void brokenRulesAreNamedForCounting(SparkSession session) {
    assertThat(said(session, "stage | amount\nLOST | 0", RowChecks.brokenRules(DEAL)))
        .containsExactly("stage_allowed", "worth_it");
  }

  @Test
  void contractWithoutRulesAcceptsEverything(SparkSession session) {
    TableContract free =
        ContractParser.parse(
            "note.json",
            """
            {"layer": "silver", "name": "note", "description": "One note.", "owner": "hr", "mode": "replace",
             "zone": "hr", "columns": [{"name": "words", "type": "STRING", "description": "Words."}]}
            """);

    assertThat(
            TextTable.frame(session, new Table(free), "words\nNULL")
                .select(RowChecks.reasons(free))
                .first()
                .getList(0))
        .isEmpty();
  }

  @Test
  void longValuesAreCut(SparkSession session) {
    assertThat(said(session, "stage\n" + "x".repeat(200), RowChecks.reasons(DEAL)))
        .containsExactly("stage is " + "x".repeat(80) + ", allowed: OPEN, WON");
  }

  private static RowRule rule(String name) {
    return RowRules.of(DEAL).stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> said(SparkSession session, String rows, Column sentences) {
    return TextTable.frame(session, TABLE, rows)
        .select(sentences.as("said"))
        .selectExpr("explode(said) AS one")
        .select(col("one"))
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
