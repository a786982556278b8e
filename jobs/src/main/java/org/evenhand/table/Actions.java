package org.evenhand.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Delta log actions as JSON lines, at reader version 1 and writer version 3. */
final class Actions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Actions() {}

  static String protocol() {
    ObjectNode line = JSON.createObjectNode();
    line.putObject("protocol").put("minReaderVersion", 1).put("minWriterVersion", 3);
    return line.toString();
  }

  /**
   * @param created when the table was made; a new version of the metadata keeps it
   */
  static String metadata(Shape shape, String path, long created) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode metadata = line.putObject("metaData");
    String seed = path + "@" + created;
    metadata.put("id", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    metadata.put("name", shape.table().toString().replace('.', '_'));
    metadata.put("description", shape.table().contract().description());
    metadata.putObject("format").put("provider", "parquet").putObject("options");
    metadata.put("schemaString", shape.declared().json());
    shape
        .partition()
        .ifPresentOrElse(
            column -> metadata.putArray("partitionColumns").add(column),
            () -> metadata.putArray("partitionColumns"));
    ObjectNode configuration = metadata.putObject("configuration");
    shape.properties().forEach(configuration::put);
    metadata.put("createdTime", created);
    return line.toString();
  }

  static String commitInfo(Map<String, String> parameters, String stamp, long at) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode info = line.putObject("commitInfo");
    info.put("timestamp", at).put("operation", "WRITE");
    ObjectNode given = info.putObject("operationParameters");
    parameters.forEach(given::put);
    info.put("engineInfo", "Evenhand");
    info.put("userMetadata", stamp);
    return line.toString();
  }

  static String add(Shape shape, DataFile file, long at) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode add = line.putObject("add").put("path", file.path());
    putPartition(shape, file, add);
    add.put("size", file.bytes()).put("modificationTime", at).put("dataChange", true);
    add.put("stats", file.stats());
    add.putObject("tags").put(DataFile.SLICE_TAG, file.slice());
    return line.toString();
  }

  static String remove(Shape shape, DataFile file, long at) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode remove = line.putObject("remove").put("path", file.path());
    remove.put("deletionTimestamp", at).put("dataChange", true).put("extendedFileMetadata", true);
    putPartition(shape, file, remove);
    remove.put("size", file.bytes());
    return line.toString();
  }

  private static void putPartition(Shape shape, DataFile file, ObjectNode action) {
    ObjectNode values = action.putObject("partitionValues");
    shape.partition().ifPresent(column -> values.put(column, file.partition().orElse(null)));
  }
}
