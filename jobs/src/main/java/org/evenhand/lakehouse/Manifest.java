package org.evenhand.lakehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.errors.DataException;
import org.evenhand.table.Edition;

/**
 * What was published with one edition; it lies beside the copies and never changes.
 *
 * @param edition quarter and edition
 * @param runId the run that published
 * @param publishedAt when
 * @param tables copied tables by name, with rows and checksum
 * @param files report files by path below the edition's {@code reports} folder, with SHA-256
 */
public record Manifest(
    Edition edition,
    String runId,
    Instant publishedAt,
    Map<String, CopiedTable> tables,
    Map<String, String> files) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows and checksum of a copied table. */
  public record CopiedTable(long rows, String checksum) {}

  public Manifest {
    tables = Map.copyOf(tables);
    files = Map.copyOf(files);
  }

  /** Whether the same edition holds the same tables and files; only the run may differ. */
  boolean hasSameContent(Manifest other) {
    return edition.equals(other.edition)
        && tables.equals(other.tables)
        && files.equals(other.files);
  }

  String json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("quarter", edition.quarter()).put("edition", edition.id());
    node.put("run_id", runId).put("published_at", publishedAt.toString());
    ObjectNode copied = node.putObject("tables");
    new TreeMap<>(tables)
        .forEach(
            (name, table) ->
                copied.putObject(name).put("rows", table.rows()).put("checksum", table.checksum()));
    ObjectNode hashes = node.putObject("files");
    new TreeMap<>(files).forEach(hashes::put);
    return node.toPrettyString() + "\n";
  }

  /**
   * @param subject what the message calls the text
   */
  static Manifest parse(String subject, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      Map<String, CopiedTable> tables = new TreeMap<>();
      node.path("tables")
          .forEachEntry(
              (name, table) ->
                  tables.put(
                      name,
                      new CopiedTable(
                          table.path("rows").asLong(), table.path("checksum").asText())));
      Map<String, String> files = new TreeMap<>();
      node.path("files").forEachEntry((name, hash) -> files.put(name, hash.asText()));
      return new Manifest(
          new Edition(node.path("quarter").asText(), node.path("edition").asText()),
          node.path("run_id").asText(),
          Instant.parse(node.path("published_at").asText()),
          tables,
          files);
    } catch (JsonProcessingException | java.time.DateTimeException e) {
      throw new DataException(
          "Cannot read manifest %s: %s. Publish that edition again.".formatted(subject, e));
    }
  }
}
