package org.evenhand.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A stamp and the table's content as the {@code userMetadata} of a commit, and back. */
final class StampJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StampJson() {}

  static String write(Stamp stamp, Map<String, Content> slices) {
    ObjectNode node = JSON.createObjectNode();
    node.put("job", stamp.job()).put("run", stamp.runId()).put("inputs", stamp.inputs());
    ObjectNode details = node.putObject("details");
    new TreeMap<>(stamp.details()).forEach(details::put);
    ObjectNode parts = node.putObject("slices");
    new TreeMap<>(slices)
        .forEach(
            (slice, content) ->
                parts
                    .putObject(slice)
                    .put("rows", content.rows())
                    .put("checksum", content.checksum().hex()));
    return node.toString();
  }

  /** Empty when the text is not one of our stamps. */
  static Optional<Commit> read(long version, String userMetadata) {
    try {
      JsonNode node = JSON.readTree(userMetadata);
      return node.has("job") && node.has("slices")
          ? Optional.of(commit(version, node))
          : Optional.empty();
    } catch (JsonProcessingException foreign) {
      return Optional.empty();
    }
  }

  private static Commit commit(long version, JsonNode node) {
    Map<String, String> details = new TreeMap<>();
    node.path("details").forEachEntry((key, value) -> details.put(key, value.asText()));
    Map<String, Content> slices = new TreeMap<>();
    node.path("slices").forEachEntry((key, value) -> slices.put(key, content(value)));
    Stamp stamp =
        new Stamp(
            node.path("job").asText(),
            node.path("run").asText(),
            node.path("inputs").asText(),
            details);
    return new Commit(version, stamp, slices);
  }

  private static Content content(JsonNode node) {
    return new Content(node.path("rows").asLong(), Checksum.parse(node.path("checksum").asText()));
  }
}
