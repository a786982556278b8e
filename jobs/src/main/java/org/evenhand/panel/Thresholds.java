package org.evenhand.panel;

import com.fasterxml.jackson.databind.JsonNode;
import org.evenhand.schema.Policies;

/** Limits and horizons of {@code policy/thresholds.json}. */
record Thresholds(JsonNode policy) {

  static Thresholds of(Policies policies) {
    return new Thresholds(policies.get("thresholds"));
  }

  double confidence() {
    return policy.path("confidence").asDouble();
  }

  /** Fewest reps whose figure may be shown for a group. */
  int minimumReps() {
    return policy.path("minimumReps").asInt();
  }

  /** Fewest weeks on which a rep's own average may stand. */
  int minimumWeeks() {
    return policy.path("minimumWeeks").asInt();
  }

  /** Weeks before an AI start that make the comparison. */
  int beforeWeeks() {
    return policy.path("beforeWeeks").asInt();
  }

  /** Days within which a success counts; roles without an entry take the longest. */
  int conversionHorizon(String role) {
    JsonNode horizons = policy.path("conversionHorizonDays");
    int longest = 0;
    for (JsonNode days : horizons) {
      longest = Math.max(longest, days.asInt());
    }
    return horizons.path(role).asInt(longest);
  }

  int dealCycleHorizon() {
    return policy.path("dealCycleHorizonDays").asInt();
  }

  int seriesQuarters() {
    return policy.path("seriesQuarters").asInt();
  }

  int consistencyQuarters() {
    return policy.path("consistencyQuarters").asInt();
  }

  int onTimeDays() {
    return policy.path("onTimeDays").asInt();
  }

  int topRules() {
    return policy.path("topRules").asInt();
  }

  int closeDatePushes() {
    return policy.path("closeDatePushes").asInt();
  }

  double rampShare() {
    return policy.path("ramp").path("share").asDouble();
  }

  int experiencedAfterPeriods() {
    return policy.path("ramp").path("experiencedAfterPeriods").asInt();
  }
}
