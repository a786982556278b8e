package org.evenhand.panel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.schema.Policies;

/**
 * One entry of the catalogue {@code policy/measures.json}.
 *
 * @param nUnit what the sample of a group counts
 * @param ownUnit what the sample of one rep counts
 * @param smallestWorthwhile smallest change that matters; 0 when none is set
 * @param roles definition or reason why not, per role family or {@code *}
 */
record Measure(
    String key,
    String unit,
    String nUnit,
    String ownUnit,
    Direction direction,
    double smallestWorthwhile,
    JsonNode roles) {

  /** Which way is good. */
  enum Direction {
    UP,
    DOWN,
    NONE
  }

  /** Why the measure does not exist for a role family; empty when it does. */
  Optional<String> notApplicable(String role) {
    JsonNode entry = roles.path(role).path("not_applicable");
    return entry.isMissingNode() ? Optional.empty() : Optional.of(entry.asText());
  }

  /** All measures by key. */
  static Map<String, Measure> catalogue(Policies policies) {
    Map<String, Measure> measures = new TreeMap<>();
    for (JsonNode entry : policies.get("measures").path("measures")) {
      Measure measure = read(entry);
      measures.put(measure.key(), measure);
    }
    return measures;
  }

  private static Measure read(JsonNode entry) {
    return new Measure(
        entry.path("key").asText(),
        entry.path("unit").asText(),
        entry.path("n_unit").asText(),
        entry.path("own_n_unit").asText(entry.path("n_unit").asText()),
        Direction.valueOf(entry.path("direction").asText()),
        entry.path("smallest_worthwhile").asDouble(0),
        entry.path("roles"));
  }
}
