package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The JSON Schemas for editors accept what is shipped and refuse what the parsers refuse. */
class JsonSchemasTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, String> SCHEMAS = SchemaFiles.under(".");

  @Test
  void everyShippedContractIsValid() {
    allValid("table.schema.json", SchemaFiles.contracts());
  }

  @Test
  void everyShippedMappingIsValid() {
    allValid("source.schema.json", SchemaFiles.under("sources"));
  }

  @Test
  void everyShippedPolicyIsValid() {
    allValid("policy.schema.json", SchemaFiles.under("policy"));
  }

  @Test
  void skillPoliciesAreValid() {
    Map<String, String> skills = SchemaFiles.under("policy/skills");
    assertThat(skills)
        .containsOnlyKeys("evidence.json", "framework.json", "inference.json", "targets.json");
    skills.forEach(
        (path, json) ->
            assertThat(errors("skill-" + path.replace(".json", ".schema.json"), json))
                .as(path)
                .isEmpty());
  }

  @Test
  void unknownKeysAndWrongValuesAreInvalid() {
    assertThat(errors("table.schema.json", "{\"layer\": \"iron\", \"colums\": []}"))
        .hasSizeGreaterThan(2);
    assertThat(errors("source.schema.json", "{\"columns\": [{\"to\": \"a\"}]}")).isNotEmpty();
    assertThat(errors("policy.schema.json", "{\"version\": \"1\"}")).hasSize(2);
    assertThat(errors("skill-evidence.schema.json", "{\"aiUsage\": {}}"))
        .as("use of AI is evidence of nothing")
        .hasSizeGreaterThan(2);
  }

  private static void allValid(String schema, Map<String, String> files) {
    assertThat(files).isNotEmpty();
    files.forEach((path, json) -> assertThat(errors(schema, json)).as(path).isEmpty());
  }

  private static List<Error> errors(String name, String json) {
    Schema schema = REGISTRY.getSchema(SCHEMAS.get(name));
    return schema.validate(json, InputFormat.JSON);
  }
}
