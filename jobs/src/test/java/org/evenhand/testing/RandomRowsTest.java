package org.evenhand.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.quality.RowChecks;
import org.evenhand.schema.Check;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RandomRowsTest {
  private static final TableContract FACT = Table.of("gold.fact").contract();

  @Test
  void sameSeedGivesTheSameRowsAndAnotherSeedOthers() {
    assertThat(RandomRows.of(FACT, 7, 20)).isEqualTo(RandomRows.of(FACT, 7, 20));
    assertThat(RandomRows.of(FACT, 7, 20)).isNotEqualTo(RandomRows.of(FACT, 8, 20));
  }

  @Test
  void shufflingKeepsTheRows() {
    List<Row> rows = RandomRows.of(FACT, 7, 50);

    assertThat(RandomRows.shuffled(rows, 1)).isNotEqualTo(rows).hasSameElementsAs(rows);
  }

  @Test
  void columnRulesOfThreeTablesHold(SparkSession session) {
    for (String name : List.of("gold.fact", "bronze.commission_line", "silver.opportunity")) {
      TableContract contract = Table.of(name).contract();
      Set<String> checks = contract.checks().stream().map(Check::name).collect(Collectors.toSet());
      Dataset<Row> rows =
          session.createDataFrame(
              RandomRows.of(contract, 1, 50), TextTable.schema(new Table(contract)));

      List<String> broken =
          rows
              .select(explode(RowChecks.brokenRules(contract)).as("rule"))
              .select(col("rule"))
              .collectAsList()
              .stream()
              .map(row -> row.getString(0))
              .filter(rule -> !checks.contains(rule))
              .toList();
      assertThat(broken).as(name).isEmpty();
    }
  }

  @Test
  void everyShippedContractHasRandomAndDefaultRows() {
    assertThat(Contracts.bundled().all())
        .allSatisfy(
            contract -> {
              assertThat(RandomRows.of(contract, 3, 5)).hasSize(5);
              assertThat(TextTable.defaultRow(new Table(contract)).size())
                  .isEqualTo(contract.columns().size());
            });
  }
}
