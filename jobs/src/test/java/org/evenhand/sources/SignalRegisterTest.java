package org.evenhand.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.Policies;
import org.evenhand.schema.TableName;
import org.junit.jupiter.api.Test;

class SignalRegisterTest {
  private static final JsonNode SIGNALS = Policies.bundled().get("signals").get("signals");

  /** S1-03: removing one of the five fails the build. */
  @Test
  void fiveSignalsAreRegistered() {
    assertThat(SIGNALS.findValuesAsText("signal_id"))
        .containsExactlyInAnyOrder(
            "call_time", "sentiment", "response_speed", "close_rate", "pipeline_hygiene");
  }

  /** S1-03. */
  @Test
  void onlyCloseRateIsAnOutcome() {
    Set<String> outcomes = new TreeSet<>();
    SIGNALS.forEach(
        signal -> {
          if (signal.get("kind").asText().equals("OUTCOME")) {
            outcomes.add(signal.get("signal_id").asText());
          }
        });

    assertThat(outcomes).containsExactly("close_rate");
  }

  @Test
  void everySignalHasTheColumnsOfTheRegister() {
    Set<String> columns =
        Set.copyOf(
            Contracts.bundled().get(TableName.parse("bronze.signal_registry")).columnNames());

    assertThat(SIGNALS).allSatisfy(s -> assertThat(columns).containsAll(s::fieldNames));
  }
}
