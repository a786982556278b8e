package org.evenhand.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Contracts as YAML of the Open Data Contract Standard v3.0.2, for other tools. What the standard
 * has no word for (write mode, zone, unit, references) travels as custom properties.
 */
public final class OdcsExport {
  private static final String STANDARD = "v3.0.2";
  private static final String PRODUCT_VERSION = "0.1.0";
  private static final ObjectMapper YAML =
      new ObjectMapper(
          new YAMLFactory()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN));

  private OdcsExport() {}

  /** Writes the shipped contracts below the directory {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    List<Path> unused = writeAll(Contracts.bundled(), Path.of(args[0]));
  }

  /** Writes {@code <layer>/<table>.odcs.yaml} for every contract and returns the files. */
  public static List<Path> writeAll(Contracts contracts, Path directory) throws IOException {
    List<Path> written = new ArrayList<>();
    for (TableContract contract : contracts.all()) {
      Path file = directory.resolve(contract.name().toString().replace('.', '/') + ".odcs.yaml");
      Files.createDirectories(file.getParent());
      written.add(Files.writeString(file, yaml(contract)));
    }
    return written;
  }

  /** One contract; its version carries eight letters of the content's hash. */
  public static String yaml(TableContract contract) {
    ObjectNode root = YAML.createObjectNode();
    String name = contract.name().toString();
    root.put("apiVersion", STANDARD);
    root.put("kind", "DataContract");
    root.put("id", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    root.put("name", name);
    root.put("version", PRODUCT_VERSION + "+" + hash(contract));
    root.put("status", "active");
    root.put("domain", "people analytics");
    root.put("dataProduct", "evenhand");
    root.putObject("description").put("purpose", contract.description());
    root.putArray("tags").add(lower(contract.name().layer())).add(lower(contract.storage().zone()));
    schema(root.putArray("schema").addObject(), contract);
    root.putArray("team").addObject().put("name", contract.owner()).put("role", "owner");
    retention(root.putArray("slaProperties"), Period.parse(contract.storage().retention()));
    ArrayNode custom = root.putArray("customProperties");
    OdcsColumn.custom(custom, "mode", lower(contract.storage().mode()));
    OdcsColumn.custom(custom, "zone", lower(contract.storage().zone()));
    try {
      return YAML.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void schema(ObjectNode table, TableContract contract) {
    table.put("name", contract.name().name());
    table.put("physicalName", contract.name().toString());
    table.put("logicalType", "object");
    table.put("physicalType", "table");
    table.put("description", contract.description());
    table.put("dataGranularityDescription", contract.description());
    ArrayNode properties = table.putArray("properties");
    contract
        .columns()
        .forEach(column -> OdcsColumn.put(properties.addObject(), column, contract.storage()));
    if (!contract.checks().isEmpty()) {
      ArrayNode quality = table.putArray("quality");
      contract
          .checks()
          .forEach(
              check ->
                  OdcsColumn.violations(
                      quality.addObject(), RowRules.of(check, contract), check.message()));
    }
  }

  private static void retention(ArrayNode properties, Period period) {
    boolean years = period.getYears() > 0 && period.getMonths() == 0 && period.getDays() == 0;
    long days = period.toTotalMonths() * 30 + period.getDays();
    properties
        .addObject()
        .put("property", "retention")
        .put("value", years ? period.getYears() : days)
        .put("unit", years ? "y" : "d");
  }

  private static String hash(TableContract contract) {
    return Sha256.of(ContractJson.write(contract)).substring(0, 8);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
