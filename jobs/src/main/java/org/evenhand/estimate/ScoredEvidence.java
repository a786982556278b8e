package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.NormalScores;

/** Evidence of bounded ratings with normal scores in place of the ratings. */
final class ScoredEvidence {
  private ScoredEvidence() {}

  /** Each named source scored by its own frequencies; other sources stay as they are. */
  static List<Evidence> of(List<Evidence> evidence, List<String> sources) {
    Map<String, Map<Double, Double>> scores = new HashMap<>();
    for (String source : sources) {
      scores.put(
          source,
          NormalScores.of(
              evidence.stream()
                  .filter(one -> one.origin().source().equals(source))
                  .map(one -> one.reading().value())
                  .toList()));
    }
    List<Evidence> scored = new ArrayList<>();
    for (Evidence one : evidence) {
      Evidence.Reading reading = one.reading();
      double value =
          scores
              .getOrDefault(one.origin().source(), Map.of())
              .getOrDefault(reading.value(), reading.value());
      scored.add(
          new Evidence(
              one.id(),
              one.subject(),
              one.origin(),
              new Evidence.Reading(
                  reading.week(), value, reading.weight(), reading.errorVariance())));
    }
    return scored;
  }
}
