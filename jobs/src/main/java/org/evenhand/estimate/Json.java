package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.evenhand.stats.Figure;

/** Numbers as JSON: full double precision, and null with its reason where there is none. */
final class Json {
  private Json() {}

  /** A finite number; empty for any other text. */
  static Optional<Double> number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The beginning of every result; none of the methods draws at random yet. */
  static ObjectNode result(String method, InputTable table) {
    ObjectNode result = object();
    result.put("method", method);
    ObjectNode file = result.putObject("input");
    file.put("rows", table.rows().size());
    file.put("sha256", table.sha256());
    result.putNull("seed");
    result.put("seed_reason", "nothing is drawn at random");
    return result;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Puts a number, or null and {@code <name>_reason}. */
  static void put(ObjectNode node, String name, double value, String otherwise) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
      node.put(name + "_reason", otherwise);
    }
  }

  /** Puts a figure under a name, its interval as low and high. */
  static void put(ObjectNode node, String name, Figure figure) {
    if (figure instanceof Figure.Known known) {
      node.put(name, known.value());
      put(node, "low", known.low(), "the band does not reach the level");
      put(node, "high", known.high(), "the band does not reach the level");
    } else {
      node.putNull(name);
      node.put(name + "_reason", figure.why().orElse("there is no such figure"));
      node.putNull("low");
      node.putNull("high");
    }
  }
}
