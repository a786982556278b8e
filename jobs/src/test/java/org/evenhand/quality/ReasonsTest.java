package org.evenhand.quality;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ReasonsTest {
  private static final Map<String, String> RULES =
      new TreeMap<>(
          Map.of(
              "amount is -5.50, must be at least 0", "amount must be at least 0",
              "name is a, must b, must match [a-z]+", "name must match [a-z]+",
              "stage is LOST, allowed: OPEN, WON", "stage must be one of OPEN, WON",
              "deal_id is missing", "deal_id is missing",
              "amount: 'it's 5' is no DECIMAL(18,2)", "amount must be DECIMAL(18,2)",
              "closed_on: '31.02.2026' is no DATE (no such day)", "closed_on must be DATE",
              "closed before it was opened (opened_on = 2026-01-02, closed_on = 2026-01-01)",
                  "closed before it was opened",
              "The value 'x' cannot be cast", "The value '…' cannot be cast",
              "first line is\nsecond, must match a", "first line is\nsecond, must match a"));

  @Test
  void valuesAreLeftOut() {
    RULES.forEach((reason, rule) -> assertThat(Reasons.rule(reason)).isEqualTo(rule));
  }

  @Test
  void columnOfReasonsGivesTheSameRules(SparkSession session) {
    List<String> rules =
        session
            .createDataset(List.copyOf(RULES.keySet()), Encoders.STRING())
            .select(Reasons.rule(col("value")))
            .as(Encoders.STRING())
            .collectAsList();

    assertThat(rules).containsExactlyElementsOf(RULES.values());
  }
}
