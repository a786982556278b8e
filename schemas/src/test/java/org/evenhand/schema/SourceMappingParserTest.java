package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceMappingParserTest {
  private static final Contracts CONTRACTS =
      Contracts.of(
          Map.of(
              "bronze/deal.json",
              """
              {"layer": "bronze", "name": "deal", "description": "One deal.", "owner": "data engineering",
               "mode": "append", "zone": "restricted", "key": ["deal_id"], "landed": true,
               "columns": [
                 {"name": "deal_id", "type": "STRING", "required": true, "description": "Id of the deal."},
                 {"name": "owner_id", "type": "STRING", "required": true, "description": "Id of its owner."},
                 {"name": "amount", "type": "DECIMAL(18,2)", "description": "What it is worth."},
                 {"name": "currency", "type": "STRING", "description": "Currency of amount.", "allowed": ["EUR", "USD"]}]}
              """,
              "silver/deal.json",
              """
              {"layer": "silver", "name": "deal", "description": "One deal.", "owner": "data engineering",
               "mode": "replace", "zone": "hr", "key": ["deal_id"],
               "columns": [{"name": "deal_id", "type": "STRING", "required": true, "description": "Id."}]}
              """));
  private static final String FULL =
      """
      {"system": "crm", "object": "deal", "description": "Deals.", "target": "bronze.deal",
       "files": "crm/deal/*.csv*", "format": "csv",
       "csv": {"delimiter": ";", "quote": "'", "encoding": "windows-1252", "decimal": ",", "footer": ["Total.*"]},
       "timezone": "Europe/Berlin", "dates": ["dd.MM.yyyy"], "timestamps": ["dd.MM.yyyy HH:mm"], "missing": ["", "-"],
       "load": "full", "absence": "deleted", "maxLostShare": 0.1,
       "extractTime": {"path": "(\\\\d{8})"}, "window": "deal/(\\\\w+)-",
       "normalise": {"Id": "salesforce_id"}, "drop": ["SSN"],
       "columns": [{"to": "deal_id", "from": ["Id", "id"]}, {"to": "owner_id", "expr": "upper(Owner)"},
                   {"to": "currency", "constant": "EUR"}]}
      """;

  @Test
  void everyKeyReachesTheMapping() {
    SourceMapping mapping = SourceMappingParser.parse("deal.json", FULL, CONTRACTS);

    assertThat(mapping.name()).isEqualTo("crm/deal");
    assertThat(mapping.target()).hasToString("bronze.deal");
    assertThat(mapping.shape().csv())
        .isEqualTo(new CsvDialect(";", "'", "windows-1252", ",", List.of("Total.*")));
    assertThat(mapping.text())
        .isEqualTo(
            new TextRules(
                "Europe/Berlin",
                List.of("dd.MM.yyyy"),
                List.of("dd.MM.yyyy HH:mm"),
                List.of("", "-")));
    assertThat(mapping.delivery())
        .isEqualTo(
            new Delivery(
                Delivery.Load.FULL,
                Delivery.Absence.DELETED,
                0.1,
                new ExtractTime.FromPath("(\\d{8})"),
                "deal/(\\w+)-"));
    assertThat(mapping.fields())
        .isEqualTo(
            new FieldRules(
                Map.of("Id", Normaliser.SALESFORCE_ID),
                List.of("SSN"),
                List.of(
                    new MappedColumn.From("deal_id", List.of("Id", "id")),
                    new MappedColumn.Expression("owner_id", "upper(Owner)"),
                    new MappedColumn.Constant("currency", "EUR"))));
  }

  @Test
  void leftOutKeysHaveDefaults() {
    SourceMapping mapping = parse("");

    assertThat(mapping.shape().format()).isEqualTo(FileFormat.CSV);
    assertThat(mapping.shape().csv()).isEqualTo(CsvDialect.DEFAULT);
    assertThat(mapping.text().missing()).containsExactly("", "#N/A");
    assertThat(mapping.text().zone()).hasToString("UTC");
    assertThat(mapping.delivery().load()).isEqualTo(Delivery.Load.INCREMENTAL);
    assertThat(mapping.delivery().extractTime()).isEqualTo(ExtractTime.FromPath.DATE);
    assertThat(mapping.delivery().window()).isEmpty();
  }

  @Test
  void constantExtractTimeIsAnInstant() {
    SourceMapping mapping = parse("\"extractTime\": {\"constant\": \"2018-01-01T00:00:00Z\"}");

    assertThat(mapping.delivery().extractTime())
        .isEqualTo(new ExtractTime.Constant("2018-01-01T00:00:00Z"));
  }

  @Test
  void allProblemsOfAFileAreReportedTogether() {
    assertThat(problems("\"colums\": 1, \"timezone\": \"Berlin\", \"load\": \"some\""))
        .containsExactlyInAnyOrder(
            "$: unknown key 'colums'",
            "$: 'load' is 'some', expected one of [full, incremental, events]",
            "$.timezone: 'Berlin' is no time zone, write for example Europe/Berlin");
  }

  @Test
  void unknownKeyIsRefusedWithTheOneProbablyMeant() {
    assertThat(problems("\"maxLostShares\": 0.1"))
        .containsExactly("$: unknown key 'maxLostShares', did you mean 'maxLostShare'?");
    assertThat(problems("\"csv\": {\"delimeter\": \";\"}"))
        .containsExactly("$.csv: unknown key 'delimeter', did you mean 'delimiter'?");
  }

  @Test
  void missingKeysAreNamed() {
    assertThat(problemsOf("{}"))
        .containsExactly(
            "$: 'system' is missing",
            "$: 'object' is missing",
            "$: 'description' is missing",
            "$: 'target' is missing",
            "$: 'files' is missing");
  }

  @Test
  void unknownTargetListsTheTablesThatTakeFiles() {
    assertThat(problemsOf(FULL.replace("bronze.deal", "bronze.dael")))
        .containsExactly(
            "$.target: there is no table 'bronze.dael', did you mean 'bronze.deal'?;"
                + " tables that take files are [bronze.deal]");
    assertThat(problemsOf(FULL.replace("bronze.deal", "silver.deal")))
        .containsExactly(
            "$.target: table 'silver.deal' takes no files (its contract lacks \"landed\": true);"
                + " tables that do are [bronze.deal]");
  }

  @Test
  void unknownColumnListsTheKnownOnes() {
    assertThat(problemsOf(FULL.replace("\"currency\"", "\"curency\"")))
        .containsExactly(
            "$.columns: bronze.deal has no column 'curency', did you mean 'currency'?;"
                + " its columns are [deal_id, owner_id, amount, currency]");
  }

  @Test
  void columnsOfIntakeCannotBeMapped() {
    assertThat(problemsOf(FULL.replace("\"currency\"", "\"known_from\"")))
        .containsExactly("$.columns: column 'known_from' is filled by intake and cannot be mapped");
  }

  @Test
  void unmappedRequiredColumnIsAProblem() {
    assertThat(problemsOf(FULL.replace("{\"to\": \"owner_id\", \"expr\": \"upper(Owner)\"},", "")))
        .containsExactly("$.columns: required columns of bronze.deal are not mapped: owner_id");
  }

  @Test
  void columnMappedTwiceIsAProblem() {
    assertThat(problemsOf(FULL.replace("\"currency\", \"constant\"", "\"deal_id\", \"constant\"")))
        .containsExactly("$.columns: column 'deal_id' is mapped twice");
  }

  @Test
  void columnNeedsExactlyOneOrigin() {
    assertThat(
            problemsOf(
                FULL.replace("\"constant\": \"EUR\"", "\"constant\": \"EUR\", \"expr\": \"1\"")))
        .containsExactly(
            "$.columns[2]: column 'currency' needs exactly one of 'from', 'expr' and 'constant'");
    assertThat(problemsOf(FULL.replace("[\"Id\", \"id\"]", "[]")))
        .containsExactly("$.columns: column 'deal_id' has an empty 'from'");
  }

  @Test
  void constantMustBeOfTheColumnsTypeAndAllowed() {
    assertThat(problemsOf(FULL.replace("\"currency\", \"constant\"", "\"amount\", \"constant\"")))
        .containsExactly("$.columns: column 'amount': constant 'EUR' is no DECIMAL(18,2)");
    assertThat(problemsOf(FULL.replace("\"EUR\"", "\"Euro\"")))
        .containsExactly("$.columns: column 'currency': constant 'Euro' is none of [EUR, USD]");
  }

  @Test
  void droppedColumnCannotBeMapped() {
    assertThat(problemsOf(FULL.replace("[\"Id\", \"id\"]", "[\"SSN\"]")))
        .containsExactly(
            "$.columns: column 'deal_id' comes from 'SSN', which is dropped at the door");
  }

  @Test
  void patternsMustBeReadable() {
    assertThat(problems("\"window\": \"day\""))
        .containsExactly("$.window: 'day' has 0 groups, expected exactly one");
    assertThat(problems("\"extractTime\": {\"path\": \"(\"}"))
        .containsExactly("$.extractTime.path: '(' is no regular expression (Unclosed group)");
    assertThat(problems("\"dates\": [\"bb\"]"))
        .containsExactly("$.dates: 'bb' is no date pattern (Unknown pattern letter: b)");
    assertThat(problems("\"extractTime\": {\"constant\": \"yesterday\"}"))
        .containsExactly(
            "$.extractTime.constant: 'yesterday' is no instant, write for example 2018-01-01T00:00:00Z");
    assertThat(
            problems(
                "\"extractTime\": {\"path\": \"(.)\", \"constant\": \"2018-01-01T00:00:00Z\"}"))
        .containsExactly("$.extractTime: give either 'path' or 'constant', not both");
  }

  @Test
  void dialectMustBeReadable() {
    assertThat(
            problems(
                """
                "csv": {"delimiter": "||", "quote": "", "encoding": "utf8x", "decimal": "'", "footer": ["("]}
                """))
        .containsExactly(
            "$.csv.delimiter: '||' must be one character",
            "$.csv.quote: '' must be one character",
            "$.csv.encoding: 'utf8x' is no known encoding, write for example UTF-8 or windows-1252",
            "$.csv.decimal: ''' is none of [., ,]",
            "$.csv.footer: '(' is no regular expression (Unclosed group)");
  }

  @Test
  void keysOfAnotherFormatAreRefused() {
    assertThat(
            problems(
                "\"format\": \"parquet\", \"csv\": {}, \"records\": \"/a\", \"explode\": \"b\""))
        .containsExactly(
            "$.csv: only a mapping of format csv has a dialect",
            "$.records: only a mapping of format json has a path of records",
            "$.explode: only json and ndjson records hold arrays to explode");
  }

  @Test
  void sharesAndAbsenceMustMakeSense() {
    assertThat(problems("\"maxLostShare\": 20"))
        .containsExactly("$: 'maxLostShare' must be a number from 0 to 1, found 20");
    assertThat(problems("\"load\": \"events\", \"absence\": \"deleted\""))
        .containsExactly("$.absence: 'deleted' can only be said of a load that is full");
  }

  @Test
  void filesStayBelowTheLandingDirectory() {
    assertThat(problemsOf(FULL.replace("crm/deal/*.csv*", "../deal/[")))
        .hasSize(2)
        .first()
        .isEqualTo("$.files: '../deal/[' must lie below the landing directory");
  }

  @Test
  void textThatIsNotJsonIsRefused() {
    assertThat(problemsOf("{")).singleElement().asString().startsWith("not JSON: ");
  }

  private static SourceMapping parse(String keys) {
    return SourceMappingParser.parse("deal.json", with(keys), CONTRACTS);
  }

  private static List<String> problems(String keys) {
    return problemsOf(with(keys));
  }

  private static List<String> problemsOf(String json) {
    return catchThrowableOfType(
            SchemaException.class, () -> SourceMappingParser.parse("deal.json", json, CONTRACTS))
        .problems();
  }

  private static String with(String keys) {
    return """
        {"system": "crm", "object": "deal", "description": "Deals.", "target": "bronze.deal",
         "files": "crm/deal/*.csv", %s
         "columns": [{"to": "deal_id", "from": "Id"}, {"to": "owner_id", "from": "Owner"}]}
        """
        .formatted(keys.isBlank() ? "" : keys.strip() + ",");
  }
}
