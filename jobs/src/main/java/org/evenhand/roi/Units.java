package org.evenhand.roi;

import com.fasterxml.jackson.databind.JsonNode;
import org.evenhand.schema.Policies;

/**
 * Units of measures, with the reporting currency in place of the word.
 *
 * @param measures entries of policy/measures.json
 */
record Units(JsonNode measures, String currency) {

  static Units of(Policies policies) {
    return new Units(
        policies.get("measures").path("measures"),
        policies.get("consolidation").path("reportingCurrency").asText("USD"));
  }

  String of(String measure) {
    for (JsonNode entry : measures) {
      if (entry.path("key").asText().equals(measure)) {
        return entry.path("unit").asText().replace("currency", currency);
      }
    }
    throw new IllegalArgumentException(
        "Cannot find the unit of '%s': policy/measures.json does not know it. Add it there."
            .formatted(measure));
  }
}
