package org.evenhand.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;

/** A result for a reader at a terminal: every figure on a line, without the long lists. */
public final class Plain {
  private static final int WIDTH = 36;
  private static final Set<String> LONG = Set.of("steps", "states", "evidence");

  private Plain() {}

  public static String text(ObjectNode result) {
    StringBuilder text = new StringBuilder();
    add(text, "", result);
    return text.toString().stripTrailing();
  }

  private static void add(StringBuilder text, String path, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                if (!LONG.contains(field.getKey())) {
                  String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                  add(text, name, field.getValue());
                }
              });
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(text, path + "[" + i + "]", node.get(i));
      }
    } else {
      text.append(("%-" + WIDTH + "s %s%n").formatted(path, shown(node)));
    }
  }

  private static String shown(JsonNode node) {
    if (node.isNull()) {
      return "-";
    }
    return node.isDouble() ? String.format(Locale.ROOT, "%.6g", node.asDouble()) : node.asText();
  }
}
