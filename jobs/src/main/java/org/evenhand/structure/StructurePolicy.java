package org.evenhand.structure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.job.RunContext;

/**
 * The settings of {@code policy/structure.json}, and the few of others that hold here too.
 *
 * @param own structure.json
 * @param thresholds thresholds.json
 * @param currency reporting currency
 */
record StructurePolicy(JsonNode own, JsonNode thresholds, String currency) {

  static StructurePolicy of(RunContext context) {
    return new StructurePolicy(
        context.policies().get("structure"),
        context.policies().get("thresholds"),
        context.policies().get("consolidation").path("reportingCurrency").asText("USD"));
  }

  /**
   * Penalties on the squared weights of conditions.
   *
   * @param category of a category
   * @param index of one standard deviation of an indicator
   */
  record Ridge(double category, double index) {}

  Ridge ridge() {
    return new Ridge(
        own.path("ridge").path("category").asDouble(), own.path("ridge").path("index").asDouble());
  }

  double minimumCases() {
    return own.path("minimumCases").asDouble();
  }

  double unmeasuredShare() {
    return own.path("unmeasuredShare").asDouble();
  }

  double level() {
    return own.path("level").asDouble();
  }

  double confidence() {
    return thresholds.path("confidence").asDouble();
  }

  int seriesQuarters() {
    return thresholds.path("seriesQuarters").asInt();
  }

  int leadHorizonDays() {
    return thresholds.path("conversionHorizonDays").path("SDR").asInt();
  }

  /** Whether an indicator names something a person does, is or is led by: no structure. */
  boolean refuses(String indicator) {
    List<String> words = new ArrayList<>();
    own.path("refusedWords").forEach(word -> words.add(word.asText()));
    return List.of(indicator.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)).stream()
        .anyMatch(words::contains);
  }
}
