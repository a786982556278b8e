package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractParserTest {
  private static final String ID =
      """
      {"name": "deal_id", "type": "STRING", "required": true, "description": "Id."}""";

  @Test
  void everyKeyOfAColumnReachesTheContract() {
    ColumnContract column =
        parse(
                table(
                    "",
                    """
                    {"name": "amount", "type": "DECIMAL(18,2)", "required": true, "pii": "indirect",
                     "description": "Worth.", "unit": "USD", "derivedFrom": ["bronze.deal"], "example": "1.50",
                     "since": "0.1", "min": "0", "max": "9.5", "references": "silver.deal.amount"}
                    """))
            .column("amount")
            .orElseThrow();

    assertThat(column)
        .isEqualTo(
            new ColumnContract(
                "amount",
                "DECIMAL(18,2)",
                true,
                Pii.INDIRECT,
                new ColumnContract.Documentation(
                    "Worth.", new ColumnNotes("USD", List.of("bronze.deal"), "1.50", "0.1")),
                new Constraints(List.of(), "0", "9.5", "", "silver.deal.amount")));
  }

  @Test
  void implicitColumnsComeFromFlagsAndMode() {
    assertThat(parse(table("\"bitemporal\": true,", ID)).columnNames())
        .containsExactly("deal_id", "valid_from", "valid_to", "known_from", "known_to");
    TableContract edition = parse(table("", ID).replace("\"replace\"", "\"edition\""));
    assertThat(edition.columnNames()).containsExactly("quarter", "edition", "deal_id");
    assertThat(edition.storage().partitionBy()).containsExactly("quarter");
  }

  @Test
  void emptyContractNamesEverythingThatIsMissing() {
    assertThat(problems("{}"))
        .contains(
            "$: 'layer' is missing",
            "$: 'name' is missing",
            "$: 'description' is missing",
            "$: 'owner' is missing",
            "$: 'mode' is missing",
            "$: 'zone' is missing",
            "$.columns: a table needs at least one column");
  }

  @Test
  void columnNeedsNameTypeAndDescription() {
    assertThat(problems(table("", "{\"description\": \" \"}")))
        .containsExactly(
            "$.columns[0]: 'name' is missing",
            "$.columns[0]: 'type' is missing",
            "$.columns[0]: 'description' is empty");
  }

  @Test
  void unknownKeysAreRefusedWithTheOneProbablyMeant() {
    assertThat(problems(table("\"retension\": \"P1Y\",", ID)))
        .containsExactly("$: unknown key 'retension', did you mean 'retention'?");
    assertThat(problems(table("", ID.replace("\"required\"", "\"requird\""))))
        .containsExactly("$.columns[0]: unknown key 'requird', did you mean 'required'?");
  }

  @Test
  void typesAreThoseSparkKnows() {
    assertThat(problems(table("", column("amount", "NUMBER", ""))))
        .containsExactly(
            "$.columns[0]: column 'amount' has type 'NUMBER', known types are STRING, BOOLEAN, INT,"
                + " BIGINT, DOUBLE, DECIMAL(p,s), DATE, TIMESTAMP, ARRAY<one of these>");
    assertThat(problems(table("", column("amount", "DECIMAL(2,3)", "")))).hasSize(1);
  }

  @Test
  void namesAreSnakeCaseAndUnique() {
    assertThat(problems(table("", column("dealId", "STRING", ""))))
        .containsExactly("$.columns[0]: name 'dealId' is not snake_case");
    assertThat(problems(table("", ID).replace("\"deal\"", "\"Deal\"")))
        .containsExactly("$.name: 'Deal' is not snake_case");
    assertThat(problems(table("", ID + "," + ID)))
        .containsExactly("$.columns: column 'deal_id' is there twice");
  }

  @Test
  void keyAndPartitionMustExist() {
    assertThat(problems(table("\"key\": [\"deal_di\"],", ID)))
        .containsExactly("$.key: there is no column 'deal_di', did you mean 'deal_id'?");
    assertThat(problems(table("\"partitionBy\": [\"month\"],", ID)))
        .containsExactly("$.partitionBy: there is no column 'month'");
    assertThat(problems(table("\"key\": [\"amount\"],", column("amount", "DOUBLE", ""))))
        .containsExactly("$.key: column 'amount' must be required");
    assertThat(
            problems(
                table("\"partitionBy\": [\"deal_id\", \"b\"],", ID + "," + column("b", "INT", ""))))
        .containsExactly("$.partitionBy: at most one column, found [deal_id, b]");
  }

  @Test
  void modeMustSuitTheTable() {
    assertThat(problems(table("", ID).replace("\"replace\"", "\"merge\"")))
        .containsExactly("$.key: mode merge needs a key to match rows on");
    assertThat(problems(table("\"landed\": true,", ID)))
        .containsExactly("$.landed: only a bronze table of mode append takes files");
    assertThat(problems(table("\"retention\": \"7 years\",", ID)))
        .containsExactly("$.retention: '7 years' is no period, write for example P7Y");
    assertThat(problems(table("", ID).replace("\"replace\"", "\"overwrite\"")))
        .containsExactly(
            "$: 'mode' is 'overwrite', expected one of [append, replace, merge, edition]");
  }

  @Test
  void limitsAllowedValuesAndExamplesMustBeOfTheType() {
    assertThat(problems(table("", column("n", "INT", ", \"min\": \"a\", \"max\": \"1.5\""))))
        .containsExactly(
            "$.columns[0]: column 'n': min 'a' is no INT",
            "$.columns[0]: column 'n': max '1.5' is no INT");
    assertThat(problems(table("", column("n", "INT", ", \"min\": \"2\", \"max\": \"1\""))))
        .containsExactly("$.columns[0]: column 'n': min 2 is above max 1");
    assertThat(problems(table("", column("d", "DATE", ", \"min\": \"2026-13-01\""))))
        .containsExactly("$.columns[0]: column 'd': min '2026-13-01' is no DATE");
    assertThat(problems(table("", column("s", "STRING", ", \"max\": \"z\""))))
        .containsExactly("$.columns[0]: column 's': a STRING has no min or max");
    assertThat(problems(table("", column("n", "ARRAY<BIGINT>", ", \"allowed\": [\"1\", \"x\"]"))))
        .containsExactly("$.columns[0]: column 'n': allowed 'x' is no BIGINT");
    assertThat(problems(table("", column("b", "BOOLEAN", ", \"example\": \"yes\""))))
        .containsExactly("$.columns[0]: column 'b': example 'yes' is no BOOLEAN");
  }

  @Test
  void patternsAreForTextAndMustBeReadable() {
    assertThat(problems(table("", column("n", "INT", ", \"pattern\": \"1\""))))
        .containsExactly("$.columns[0]: column 'n': only a STRING has a pattern");
    assertThat(problems(table("", column("s", "STRING", ", \"pattern\": \"(\""))))
        .containsExactly(
            "$.columns[0]: column 's': pattern '(' is no regular expression (Unclosed group)");
    assertThat(
            problems(table("", column("s", "STRING", ", \"pattern\": \"a\", \"example\": \"ab\""))))
        .containsExactly("$.columns[0]: column 's': example 'ab' does not match pattern 'a'");
  }

  @Test
  void checksHaveNamesOfTheirOwn() {
    String check =
        "{\"name\": \"%s\", \"expr\": \"true\", \"message\": \"no\", \"severity\": \"fail\"}";
    String twice = "\"checks\": [" + check.formatted("a") + "," + check.formatted("a") + "],";
    String taken = "\"checks\": [" + check.formatted("deal_id_required") + "],";

    assertThat(problems(table(twice, ID))).containsExactly("$.checks: check 'a' is there twice");
    assertThat(problems(table(taken, ID)))
        .containsExactly("$.checks: 'deal_id_required' is already the rule of a column");
  }

  @Test
  void personalDataLieInTheRestrictedZoneOnly() {
    assertThat(problems(table("", column("ethnicity", "STRING", ", \"pii\": \"special\""))))
        .containsExactly(
            "$.columns: column 'ethnicity' is special personal data and may lie in zone restricted only");
    assertThat(problems(table("", column("email", "STRING", ", \"pii\": \"direct\""))))
        .containsExactly(
            "$.columns: column 'email' is direct personal data and may lie in zone restricted only");
  }

  /** B-55. */
  @Test
  void goldHasNoRatingRankingOrEmploymentDecision() {
    String gold = table("", column("manager_rating", "DOUBLE", "")).replace("silver", "gold");

    assertThat(problems(gold))
        .containsExactly(
            "$.columns: column 'manager_rating' has the word 'rating':"
                + " no output is a rating, a ranking or an employment decision");
    assertThat(parse(gold.replace("manager_rating", "operating_hours")).columnNames())
        .containsExactly("operating_hours");
  }

  @Test
  void shapesThatAreWrongAreNamed() {
    assertThat(problems("[]")).contains("$: expected an object, found ARRAY");
    assertThat(problems(table("\"key\": 5,", ID)))
        .containsExactly("$: 'key' must be a list of texts");
    assertThat(problems(table("\"retention\": [],", ID)))
        .contains("$: 'retention' must be a single value");
    assertThat(problems(table("\"checks\": {},", ID)))
        .containsExactly("$: 'checks' must be a list of objects");
    assertThat(problems(table("\"bitemporal\": \"yes\",", ID)))
        .containsExactly("$: 'bitemporal' must be true or false, found \"yes\"");
    assertThat(problems("{")).singleElement().asString().startsWith("not JSON: ");
  }

  private static TableContract parse(String json) {
    return ContractParser.parse("deal.json", json);
  }

  private static List<String> problems(String json) {
    return catchThrowableOfType(SchemaException.class, () -> parse(json)).problems();
  }

  private static String column(String name, String type, String more) {
    return "{\"name\": \"%s\", \"type\": \"%s\", \"description\": \"What it is.\"%s}"
        .formatted(name, type, more);
  }

  private static String table(String keys, String columns) {
    return """
        {"layer": "silver", "name": "deal", "description": "One deal.", "owner": "data engineering",
         "mode": "replace", "zone": "hr", %s "columns": [%s]}
        """
        .formatted(keys, columns);
  }
}
