package org.evenhand.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Writes a contract as the JSON that {@link ContractParser} reads. Implied columns are left to
 * their flags.
 */
public final class ContractJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ContractJson() {}

  public static String write(TableContract table) {
    ObjectNode root = JSON.createObjectNode();
    Storage storage = table.storage();
    root.put("layer", lower(table.name().layer()));
    root.put("name", table.name().name());
    root.put("description", table.description());
    root.put("owner", table.owner());
    root.put("mode", lower(storage.mode()));
    root.put("zone", lower(storage.zone()));
    putList(root, "key", storage.key());
    boolean edition = storage.mode() == WriteMode.EDITION;
    putList(root, "partitionBy", edition ? List.of() : storage.partitionBy());
    root.put("retention", storage.retention());
    ImpliedColumns.Flags flags = ImpliedColumns.flags(table);
    putIf(root, "landed", flags.landed());
    putIf(root, "bitemporal", flags.bitemporal());
    ArrayNode columns = root.putArray("columns");
    ImpliedColumns.own(table).forEach(column -> put(columns.addObject(), column));
    ArrayNode checks = root.putArray("checks");
    table.checks().forEach(check -> put(checks.addObject(), check));
    return root.toPrettyString();
  }

  private static void put(ObjectNode node, ColumnContract column) {
    node.put("name", column.name()).put("type", column.type());
    putIf(node, "required", column.required());
    if (column.pii() != Pii.NONE) {
      node.put("pii", lower(column.pii()));
    }
    node.put("description", column.description());
    ColumnNotes notes = column.notes();
    putText(node, "unit", notes.unit());
    putList(node, "derivedFrom", notes.derivedFrom());
    putText(node, "example", notes.example());
    putText(node, "since", notes.since());
    Constraints constraints = column.constraints();
    putList(node, "allowed", constraints.allowed());
    putText(node, "min", constraints.min());
    putText(node, "max", constraints.max());
    putText(node, "pattern", constraints.pattern());
    putText(node, "references", constraints.references());
  }

  private static void put(ObjectNode node, Check check) {
    node.put("name", check.name())
        .put("expr", check.expr())
        .put("severity", lower(check.severity()))
        .put("message", check.message());
  }

  private static void putText(ObjectNode node, String key, String text) {
    if (!text.isEmpty()) {
      node.put(key, text);
    }
  }

  private static void putIf(ObjectNode node, String key, boolean flag) {
    if (flag) {
      node.put(key, true);
    }
  }

  private static void putList(ObjectNode node, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = node.putArray(key);
      texts.forEach(array::add);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
