package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingsTest {
  private static final Contracts CONTRACTS =
      Contracts.of(
          Map.of(
              "deal.json",
              """
              {"layer": "bronze", "name": "deal", "description": "One deal.", "owner": "data engineering",
               "mode": "append", "zone": "restricted", "landed": true,
               "columns": [{"name": "deal_id", "type": "STRING", "required": true, "description": "Id."}]}
              """));

  @Test
  void shippedMappingsAreReadable() {
    assertThat(Mappings.bundled().all()).allSatisfy(m -> assertThat(m.name()).contains("/"));
  }

  @Test
  void sameMeaningGivesTheSameFingerprint() {
    String written = fingerprint(mapping("\"description\": \"Deals.\", \"load\": \"incremental\""));
    String leftOut = fingerprint(mapping("\"description\": \"All deals there are.\""));

    assertThat(written).isEqualTo(leftOut).matches("[0-9a-f]{64}");
  }

  @Test
  void anotherMeaningGivesAnotherFingerprint() {
    String utc = fingerprint(mapping("\"description\": \"Deals.\""));
    String berlin =
        fingerprint(mapping("\"description\": \"D.\", \"timezone\": \"Europe/Berlin\""));
    String constant =
        fingerprint(
            mapping(
                "\"description\": \"D.\", \"extractTime\": {\"constant\": \"2018-01-01T00:00:00Z\"}"));

    assertThat(utc).isNotEqualTo(berlin).isNotEqualTo(constant);
  }

  @Test
  void mappingDescribedTwiceIsAProblem() {
    String json = mapping("\"description\": \"Deals.\"");

    assertThatThrownBy(() -> Mappings.of(Map.of("a.json", json, "b.json", json), CONTRACTS))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "Cannot read source mappings: b.json: mapping crm/deal is described twice."
                + " Correct the file and run again.");
  }

  @Test
  void unknownMappingNamesTheKnownOnes() {
    Mappings mappings =
        Mappings.of(Map.of("a.json", mapping("\"description\": \"D.\"")), CONTRACTS);

    assertThatThrownBy(() -> mappings.get("crm/lead"))
        .hasMessage(
            "Cannot find source mapping 'crm/lead': known mappings are [crm/deal]."
                + " Correct the name or add schemas/sources/crm/lead.json.");
  }

  @Test
  void directoryThatIsNotThereIsAProblem(@TempDir Path directory) {
    assertThatThrownBy(() -> Mappings.withDirectory(directory.resolve("none")))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("there is no such directory");
  }

  @Test
  void emptyDirectoryAddsNothing(@TempDir Path directory) {
    assertThat(Mappings.withDirectory(directory).all())
        .containsExactlyElementsOf(Mappings.bundled().all());
  }

  private static String fingerprint(String json) {
    return Mappings.of(Map.of("a.json", json), CONTRACTS).get("crm/deal").fingerprint();
  }

  private static String mapping(String keys) {
    return """
        {"system": "crm", "object": "deal", "target": "bronze.deal", "files": "crm/deal/*.csv", %s,
         "columns": [{"to": "deal_id", "from": "Id"}]}
        """
        .formatted(keys);
  }
}
