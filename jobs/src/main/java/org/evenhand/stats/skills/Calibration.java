package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether intervals hold what they promise (design 04, section 4): every item predicted from all
 * others of its skill, over all weeks and over the latest alone, which a mis-fitted kernel spoils
 * first; by source; and an alarm on the weeks' innovations. Parameters are taken as they are, the
 * item's own part in them included.
 *
 * @param latest of the items of the last week; empty when the last week has none
 * @param alarm week of the first alarm
 */
public record Calibration(
    PredictionScore all,
    Optional<PredictionScore> latest,
    Map<String, PredictionScore> bySource,
    EDetector detector,
    Optional<Double> alarm) {
  private static final double LOW = 0.785;
  private static final double HIGH = 0.815;

  public Calibration {
    bySource = java.util.Collections.unmodifiableMap(new TreeMap<>(bySource));
  }

  /** Whether a coverage lies where four in five should. */
  public static boolean holds(PredictionScore score) {
    return score.coverage() >= LOW && score.coverage() <= HIGH;
  }

  /** Empty without evidence. */
  public static Optional<Calibration> of(List<SkillInference> inferences, Kernel kernel) {
    List<Moments> all = new ArrayList<>();
    List<Moments> latest = new ArrayList<>();
    Map<String, List<Moments>> bySource = new TreeMap<>();
    double last =
        inferences.stream()
            .flatMap(one -> one.witnesses().stream())
            .mapToDouble(Witness::time)
            .max()
            .orElse(0);
    for (SkillInference inference : inferences) {
      for (int i = 0; i < inference.witnesses().size(); i++) {
        Witness witness = inference.witnesses().get(i);
        Moments error = inference.view().witnesses().get(i).leftOut();
        all.add(error);
        if (witness.time() > last - 1) {
          latest.add(error);
        }
        bySource
            .computeIfAbsent(inference.sources().get(witness.source()), name -> new ArrayList<>())
            .add(error);
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, PredictionScore> scores = new TreeMap<>();
    bySource.forEach((source, errors) -> scores.put(source, PredictionScore.of(errors)));
    TreeMap<Double, List<Double>> weeks = innovations(inferences, kernel);
    EDetector detector =
        EDetector.of(
            weeks.values().stream().map(Calibration::together).toList(), EDetector.TEN_YEARS);
    List<Double> names = List.copyOf(weeks.keySet());
    return Optional.of(
        new Calibration(
            PredictionScore.of(all),
            latest.isEmpty() ? Optional.empty() : Optional.of(PredictionScore.of(latest)),
            scores,
            detector,
            detector.alarm().map(names::get)));
  }

  /** &Sigma;z/&radic;n, standard normal as each z is. */
  private static double together(List<Double> z) {
    return z.stream().mapToDouble(Double::doubleValue).sum() / Math.sqrt(z.size());
  }

  /** Each item predicted from those before it in its skill, by whole weeks. */
  private static TreeMap<Double, List<Double>> innovations(
      List<SkillInference> inferences, Kernel kernel) {
    TreeMap<Double, List<Double>> weeks = new TreeMap<>();
    for (SkillInference inference : inferences) {
      List<Witness> sorted =
          inference.witnesses().stream().sorted(Comparator.comparingDouble(Witness::time)).toList();
      double[] z = DenseCovariance.whitened(sorted, kernel);
      for (int i = 0; i < z.length; i++) {
        weeks
            .computeIfAbsent(Math.floor(sorted.get(i).time()), week -> new ArrayList<>())
            .add(z[i]);
      }
    }
    return weeks;
  }
}
