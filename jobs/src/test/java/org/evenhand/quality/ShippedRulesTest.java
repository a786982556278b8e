package org.evenhand.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.RowRules;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Table;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ShippedRulesTest {

  @Test
  void everyRuleOfEveryShippedContractCanBeAnalysed(SparkSession session) {
    assertThat(Contracts.bundled().all())
        .allSatisfy(
            contract ->
                assertThatCode(() -> analyse(session, contract)).doesNotThrowAnyException());
  }

  private static void analyse(SparkSession session, TableContract contract) {
    String[] rules =
        RowRules.of(contract).stream()
            .flatMap(rule -> List.of(rule.holds(), rule.reason()).stream())
            .toArray(String[]::new);
    assertThat(
            session
                .createDataFrame(List.of(), TextTable.schema(new Table(contract)))
                .selectExpr(rules)
                .schema()
                .fields())
        .hasSize(rules.length);
  }
}
