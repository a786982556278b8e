package org.evenhand.intake.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.List;

/**
 * Where a value lies inside a record: names joined by dots, numbers inside arrays, {@code ../} in
 * front to start at the record when an array of it is exploded, {@code .} for the element itself.
 * Names match as {@link NameMatch} says.
 */
record JsonPath(boolean fromRecord, List<String> steps, String whole) {
  private static final String UP = "../";

  static JsonPath parse(String text) {
    boolean up = text.startsWith(UP);
    String plain = up ? text.substring(UP.length()) : text;
    List<String> steps = plain.equals(".") ? List.of() : List.of(plain.split("\\."));
    return new JsonPath(up, steps, String.join(".", steps));
  }

  JsonNode in(JsonNode record, JsonNode element) {
    JsonNode node = fromRecord ? record : element;
    JsonNode exact = node.path(whole);
    if (!exact.isMissingNode()) {
      return exact;
    }
    for (String step : steps) {
      node = step(node, step);
    }
    return node;
  }

  private static JsonNode step(JsonNode node, String step) {
    if (node.isArray()) {
      return step.chars().allMatch(Character::isDigit)
          ? node.path(Integer.parseInt(step))
          : MissingNode.getInstance();
    }
    JsonNode exact = node.path(step);
    return exact.isMissingNode() && node.isObject() ? similar(node, step) : exact;
  }

  private static JsonNode similar(JsonNode node, String step) {
    String alike = "";
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (NameMatch.ANY_CASE.same(name, step)) {
        return node.path(name);
      }
      if (alike.isEmpty() && NameMatch.LETTERS.same(name, step)) {
        alike = name;
      }
    }
    return alike.isEmpty() ? MissingNode.getInstance() : node.path(alike);
  }
}
