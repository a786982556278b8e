package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCheckTest {

  @Test
  void everythingShippedCanBeUsed() {
    ContractCheck check = ContractCheck.shipped();

    assertThat(check.problems()).isEmpty();
    assertThat(check.contracts()).isEqualTo(Contracts.bundled().all().size());
    assertThat(check.mappings()).isEqualTo(Mappings.bundled().all().size());
    assertThat(check.policies()).isPositive();
  }

  @Test
  void directoryIsCheckedTogetherWithWhatIsShipped(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("deal.json"),
        """
        {"system": "own", "object": "deal", "description": "Deals.", "target": "bronze.own_deal", "files": "own/*",
         "columns": [{"to": "deal_id", "from": "Id"}]}
        """);
    assertThat(ContractCheck.with(directory).problems())
        .filteredOn(problem -> problem.startsWith(directory.toString()))
        .singleElement()
        .asString()
        .startsWith(directory + "/deal.json: $.target: there is no table 'bronze.own_deal'");

    Files.writeString(
        directory.resolve("own_deal.json"),
        """
        {"layer": "bronze", "name": "own_deal", "description": "One deal.", "owner": "sales", "mode": "append",
         "zone": "restricted", "landed": true,
         "columns": [{"name": "deal_id", "type": "STRING", "required": true, "description": "Id."}]}
        """);
    assertThat(ContractCheck.with(directory).problems()).isEmpty();
  }

  @Test
  void directoryThatIsNotThereIsAProblem(@TempDir Path directory) {
    Path none = directory.resolve("none");

    assertThat(ContractCheck.with(none).problems())
        .containsExactly(none + ": there is no such directory");
  }

  @Test
  void policiesNeedVersionAndDescription() {
    assertThat(
            ContractCheck.check(
                    Map.of(), Map.of(), Map.of("a.json", "{\"version\": \"1.0.0\"}", "b.json", "{"))
                .problems())
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).isEqualTo("policy/a.json: $: 'description' is missing"),
            problem -> assertThat(problem).startsWith("policy/b.json: not JSON: "));
  }
}
