package org.evenhand.report.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Titles and definitions of all measures, from policy measures.json. */
public final class Catalogue {
  /** The four measures that must improve before AI oversight expands, in the order reports use. */
  public static final List<String> PREREQUISITES =
      List.of("time_saved", "conversion", "non_selling", "commission");

  private final Map<String, Measure> byKey = new TreeMap<>();

  /**
   * @param policy the parsed policy measures.json
   */
  public Catalogue(JsonNode policy) {
    for (JsonNode node : policy.get("measures")) {
      Measure measure =
          new Measure(
              node.path("key").asText(),
              node.path("title").asText(),
              node.path("definition").asText(),
              node.path("unit").asText(),
              node.path("direction").asText(),
              node.path("smallest_worthwhile").asDouble());
      byKey.put(measure.key(), measure);
    }
  }

  /**
   * @throws IllegalArgumentException when the catalogue has no such measure
   */
  public Measure get(String key) {
    Measure measure = byKey.get(key);
    if (measure == null) {
      throw new IllegalArgumentException(
          "Cannot describe measure '%s': it is not in policy/measures.json. Known are %s."
              .formatted(key, byKey.keySet()));
    }
    return measure;
  }

  /** The title of a measure, or its key in words when the catalogue does not know it. */
  public String title(String key) {
    Measure measure = byKey.get(key);
    return measure == null ? key.replace('_', ' ') : measure.title();
  }
}
