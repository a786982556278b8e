package org.evenhand.intake.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns JSON objects into records and keeps book of the fields seen. */
final class JsonRows {
  private final ReadPlan plan;
  private final Values values;
  private final String explode;
  private final JsonPath array;
  private final List<List<JsonPath>> paths;
  private final boolean[] seen;
  private final Set<String> names = new HashSet<>();
  private final Set<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private long elements;

  JsonRows(ReadPlan plan, String explode) {
    this.plan = plan;
    this.values = new Values(plan);
    this.explode = explode;
    this.array = JsonPath.parse(explode);
    this.paths =
        plan.slots().stream()
            .map(slot -> slot.names().stream().map(JsonPath::parse).toList())
            .toList();
    this.seen = new boolean[paths.size()];
    paths.stream().flatMap(List::stream).forEach(this::wants);
    wanted.add(array.steps().isEmpty() ? "" : array.steps().get(0));
    plan.dropped().forEach(dropped::add);
  }

  private void wants(JsonPath path) {
    if ((explode.isEmpty() || path.fromRecord()) && !path.steps().isEmpty()) {
      wanted.add(path.steps().get(0));
      wanted.add(String.join(".", path.steps()));
    }
  }

  /** The record, or one row per element of its exploded array. */
  List<SourceRecord> rows(long line, String raw, JsonNode record) {
    if (!record.isObject()) {
      return List.of(broken(line, raw, "The record is no JSON object."));
    }
    record.fieldNames().forEachRemaining(names::add);
    return elements(line, kept(raw, record), record);
  }

  private List<SourceRecord> elements(long line, String raw, JsonNode record) {
    if (explode.isEmpty()) {
      return List.of(row(line, 0, raw, record, record));
    }
    JsonNode found = array.in(record, record);
    if (found.isMissingNode() || found.isNull()) {
      return List.of();
    }
    if (!found.isArray()) {
      return List.of(broken(line, raw, "The field '%s' is no array.".formatted(explode)));
    }
    List<SourceRecord> rows = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      rows.add(row(line, i, raw, record, found.get(i)));
    }
    return rows;
  }

  /** A record that is no JSON; its text is not kept where fields must be dropped from it. */
  SourceRecord broken(long line, String raw, String problem) {
    return SourceRecord.broken(line, withheld(raw), paths.size(), problem);
  }

  private String withheld(String raw) {
    return plan.dropped().isEmpty() ? raw : SourceRecord.WITHHELD;
  }

  private SourceRecord row(long line, int index, String raw, JsonNode record, JsonNode element) {
    elements++;
    @Nullable String[] found = new String[paths.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = values.present(text(i, record, element));
    }
    return new SourceRecord(line, index, raw, found, "");
  }

  private @Nullable String text(int slot, JsonNode record, JsonNode element) {
    for (JsonPath path : paths.get(slot)) {
      JsonNode value = path.in(record, element);
      if (!value.isMissingNode()) {
        seen[slot] = true;
        return text(value);
      }
    }
    return null;
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isBigDecimal()) {
      return value.decimalValue().toPlainString();
    }
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  /**
   * @throws UnreadableFile when a required field stood in no record at all
   */
  void finish() throws UnreadableFile {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < seen.length && elements > 0; i++) {
      if (!seen[i] && plan.slots().get(i).required()) {
        missing.add(Header.missing(plan.slots().get(i), List.copyOf(names)));
      }
    }
    if (!missing.isEmpty()) {
      throw new UnreadableFile(String.join(" ", missing) + " Correct the export or the mapping.");
    }
  }

  FileColumns columns() {
    List<String> gone = names.stream().sorted().filter(dropped::contains).toList();
    List<String> added =
        names.stream()
            .sorted()
            .filter(name -> !wanted.contains(name) && !dropped.contains(name))
            .toList();
    return new FileColumns(List.of(), added, gone, List.of());
  }

  /** The raw text without the fields that are dropped at the door. */
  private String kept(String raw, JsonNode record) {
    if (plan.dropped().isEmpty() || !record.isObject()) {
      return raw;
    }
    List<String> gone = new ArrayList<>();
    record.fieldNames().forEachRemaining(gone::add);
    gone.removeIf(name -> !dropped.contains(name));
    return gone.isEmpty() ? raw : ((ObjectNode) record.deepCopy()).without(gone).toString();
  }
}
