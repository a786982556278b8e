package org.evenhand.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads one JSON object field by field, noting unknown keys and wrong shapes in {@link Problems}.
 */
final class JsonObjectReader {
  private final JsonNode node;
  private final String where;
  private final Problems problems;
  private final Set<String> unread = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();

  JsonObjectReader(JsonNode node, String where, Problems problems) {
    this.node = node;
    this.where = where;
    this.problems = problems;
    if (!node.isObject()) {
      problems.add("%s: expected an object, found %s".formatted(where, node.getNodeType()));
    }
    node.fieldNames().forEachRemaining(unread::add);
    unread.remove("$schema");
  }

  /** Where in the file this object stands, for messages. */
  String where() {
    return where;
  }

  /** The keys of an object whose keys are names of the author's choosing. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  String required(String key) {
    if (!has(key)) {
      take(key);
      problems.add("%s: '%s' is missing".formatted(where, key));
      return "";
    }
    String text = text(key, "");
    if (text.isBlank()) {
      problems.add("%s: '%s' is empty".formatted(where, key));
    }
    return text;
  }

  String text(String key, String absent) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return absent;
    }
    if (value.isContainerNode()) {
      problems.add("%s: '%s' must be a single value".formatted(where, key));
      return absent;
    }
    return value.asText();
  }

  boolean flag(String key) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return false;
    }
    if (!value.isBoolean()) {
      problems.add("%s: '%s' must be true or false, found %s".formatted(where, key, value));
    }
    return value.asBoolean();
  }

  <E extends Enum<E>> E requiredChoice(String key, Class<E> type) {
    if (!has(key)) {
      problems.add("%s: '%s' is missing".formatted(where, key));
    }
    return choice(key, type, type.getEnumConstants()[0]);
  }

  /** A number from 0 to 1. */
  double share(String key, double absent) {
    JsonNode value = take(key);
    if (value.isMissingNode()) {
      return absent;
    }
    if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > 1) {
      problems.add("%s: '%s' must be a number from 0 to 1, found %s".formatted(where, key, value));
      return absent;
    }
    return value.asDouble();
  }

  /** A number that must be there, from least to most; least when it is not. */
  double number(String key, double least, double most) {
    JsonNode value = take(key);
    if (!value.isNumber() || value.asDouble() < least || value.asDouble() > most) {
      problems.add(
          "%s: '%s' must be a number from %s to %s, found %s"
              .formatted(where, key, least, most, value.isMissingNode() ? "nothing" : value));
      return least;
    }
    return value.asDouble();
  }

  <E extends Enum<E>> E choice(String key, Class<E> type, E absent) {
    String found = text(key, absent.name());
    for (E candidate : type.getEnumConstants()) {
      if (candidate.name().toLowerCase(Locale.ROOT).equals(found.toLowerCase(Locale.ROOT))) {
        return candidate;
      }
    }
    problems.add(
        "%s: '%s' is '%s', expected one of %s"
            .formatted(
                where,
                key,
                found,
                Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    return absent;
  }

  List<String> texts(String key) {
    JsonNode value = take(key);
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    } else if (value.isArray()) {
      value.forEach(item -> texts.add(item.asText()));
    } else if (!value.isMissingNode()) {
      problems.add("%s: '%s' must be a list of texts".formatted(where, key));
    }
    return texts;
  }

  List<JsonObjectReader> objects(String key) {
    JsonNode value = take(key);
    List<JsonObjectReader> readers = new ArrayList<>();
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        readers.add(
            new JsonObjectReader(value.get(i), "%s.%s[%d]".formatted(where, key, i), problems));
      }
    } else if (!value.isMissingNode()) {
      problems.add("%s: '%s' must be a list of objects".formatted(where, key));
    }
    return readers;
  }

  JsonObjectReader object(String key) {
    JsonNode value = take(key);
    JsonNode present = value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value;
    return new JsonObjectReader(present, where + "." + key, problems);
  }

  /** The value as it stands, for policies whose shape is their own. */
  JsonNode raw(String key) {
    return take(key);
  }

  /** Reports keys nobody asked for; call it last. */
  void done() {
    known.removeIf(node::has);
    unread.forEach(
        key ->
            problems.add(
                "%s: unknown key '%s'%s".formatted(where, key, NearMiss.suggestion(key, known))));
  }

  private JsonNode take(String key) {
    unread.remove(key);
    known.add(key);
    return node.hasNonNull(key) ? node.get(key) : MissingNode.getInstance();
  }
}
