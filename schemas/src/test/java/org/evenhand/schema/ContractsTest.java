package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractsTest {

  @Test
  void everyShippedContractReadsBackAsItWasWritten() {
    assertThat(Contracts.bundled().all())
        .isNotEmpty()
        .allSatisfy(
            contract ->
                assertThat(
                        ContractParser.parse(
                            contract.name().toString(), ContractJson.write(contract)))
                    .isEqualTo(contract));
  }

  /** B-55, over all shipped tables. */
  @Test
  void noShippedGoldTableHoldsARatingRankingOrEmploymentDecision() {
    assertThat(Contracts.bundled().all())
        .filteredOn(contract -> contract.name().layer() == Layer.GOLD)
        .allSatisfy(
            contract ->
                assertThat(contract.columnNames())
                    .noneMatch(column -> ForbiddenColumns.wordIn(column).isPresent()));
  }

  @Test
  void referencesMustLeadSomewhereOfTheSameType() {
    Map<String, String> files =
        Map.of(
            "a.json", table("worker", column("worker_id", "STRING", "")),
            "b.json",
                table(
                    "deal",
                    column("w1", "STRING", "silver.wroker.worker_id")
                        + ","
                        + column("w2", "STRING", "silver.worker.worker")
                        + ","
                        + column("w3", "BIGINT", "silver.worker.worker_id")
                        + ","
                        + column("w4", "ARRAY<STRING>", "silver.worker.worker_id")
                        + ","
                        + column("w5", "STRING", "nowhere")));

    assertThatThrownBy(() -> Contracts.of(files))
        .isInstanceOf(SchemaException.class)
        .extracting(e -> ((SchemaException) e).problems())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(
            "silver.deal.w1: references 'silver.wroker.worker_id', but there is no table 'silver.wroker',"
                + " did you mean 'silver.worker'?",
            "silver.deal.w2: references 'silver.worker.worker', but silver.worker has no column 'worker',"
                + " did you mean 'worker_id'?",
            "silver.deal.w3: references 'silver.worker.worker_id', which is STRING and not BIGINT",
            "silver.deal.w5: references 'nowhere', but there is no table ''");
  }

  @Test
  void tableDescribedTwiceIsAProblem() {
    String json = table("deal", column("deal_id", "STRING", ""));

    assertThatThrownBy(() -> Contracts.of(Map.of("a.json", json, "b.json", json)))
        .hasMessage(
            "Cannot read table contracts: b.json: table silver.deal is described twice."
                + " Correct the file and run again.");
  }

  @Test
  void unknownTableNamesTheKnownOnes() {
    Contracts contracts =
        Contracts.of(Map.of("a.json", table("deal", column("deal_id", "STRING", ""))));

    assertThatThrownBy(() -> contracts.get(TableName.parse("silver.lead")))
        .hasMessage(
            "Cannot find table silver.lead: known tables are [silver.deal]."
                + " Correct the name or add schemas/silver/lead.json.");
  }

  @Test
  void tableNamesAreLayerAndName() {
    assertThat(TableName.parse("gold.fact")).isEqualTo(new TableName(Layer.GOLD, "fact"));
    assertThatThrownBy(() -> TableName.parse("fact"))
        .hasMessage(
            "Cannot parse table name 'fact': expected <layer>.<name>."
                + " Write for example silver.opportunity.");
    assertThatThrownBy(() -> TableName.parse("iron.fact"))
        .hasMessage(
            "Cannot parse table name 'iron.fact': layers are bronze, silver and gold."
                + " Write for example silver.opportunity.");
  }

  private static String column(String name, String type, String references) {
    return "{\"name\": \"%s\", \"type\": \"%s\", \"description\": \"What it is.\", \"references\": \"%s\"}"
        .formatted(name, type, references);
  }

  private static String table(String name, String columns) {
    return """
        {"layer": "silver", "name": "%s", "description": "One row.", "owner": "data engineering",
         "mode": "replace", "zone": "hr", "columns": [%s]}
        """
        .formatted(name, columns);
  }
}
