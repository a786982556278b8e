package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.stats.did.Imputation;
import org.evenhand.stats.did.PanelObservation;

/**
 * The headline by another way: imputation from untreated observations (Borusyak, Jaravel and Spiess
 * 2024) on the means of blocks, averaged with the headline's weights.
 */
final class SecondOpinion {
  private SecondOpinion() {}

  /** Empty when untreated observations cannot tell. */
  static Optional<Double> of(Estimate.Found found, int anticipation) {
    Linear outcome = found.outcome();
    List<PanelObservation> observations = new ArrayList<>();
    for (BlockSum level : found.scope().panel().levels(outcome.family())) {
      long reps = outcome.count(level);
      observations.add(
          new PanelObservation(
              level.block().name(),
              level.pair().time(),
              level.block().cohort(),
              outcome.of(level) / reps,
              reps));
    }
    return headline(found, Imputation.of(observations, anticipation));
  }

  private static Optional<Double> headline(Estimate.Found found, Imputation imputation) {
    Map<Integer, List<Double>> byCohort = new TreeMap<>();
    for (Imputation.Cell cell : imputation.cells()) {
      boolean counts =
          cell.time() >= cell.cohort()
              && found.comparison().plan().groups().contains(cell.cohort())
              && found.scope().cohorts().test(cell.cohort());
      if (counts) {
        cell.effect()
            .ifPresent(
                effect ->
                    byCohort
                        .computeIfAbsent(cell.cohort(), c -> new ArrayList<>())
                        .add(effect.estimate()));
      }
    }
    double sum = 0;
    double weight = 0;
    for (Map.Entry<Integer, List<Double>> cohort : byCohort.entrySet()) {
      double size = found.since().cells().weights().total(cohort.getKey());
      double mean = cohort.getValue().stream().mapToDouble(v -> v).average().orElse(0);
      sum += size * mean;
      weight += size;
    }
    return weight == 0 ? Optional.empty() : Optional.of(sum / weight);
  }
}
