package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.EffectVerdict;

/** How often estimates of one measure held what was planted, over companies. */
final class PlantedTally {
  /** Coverage asked for. */
  static final double LEVEL = 0.95;

  private final List<Line> lines = new ArrayList<>();
  private int without;

  /**
   * One company.
   *
   * @param planted truth on the scale of the measure
   * @param student half of the interval of this measure alone
   * @param band half of the band over all measures together
   * @param claimed half of the band the product judges by
   */
  record Line(
      double planted,
      Effect effect,
      double student,
      double band,
      double claimed,
      EffectVerdict verdict) {

    double error() {
      return effect.value() - planted;
    }

    String csv() {
      return String.format(
          Locale.ROOT,
          "%.6f,%.6f,%.6f,%.6f,%.6f,%.6f,%s",
          planted,
          effect.value(),
          effect.standardError(),
          student,
          band,
          claimed,
          verdict);
    }
  }

  /** A company's estimate beside what was planted; empty without an interval. */
  static Optional<Line> line(Judged judged, double planted, RoiPolicy policy, double critical) {
    Effect effect = judged.effect();
    if (judged.synthetic() || !effect.varies() || judged.teams() < 2) {
      return Optional.empty();
    }
    double student = Quantiles.student(LEVEL, judged.teams() - 1.0);
    double error = effect.standardError();
    Judged.Interval claimed = judged.band(policy.confidence()).orElseThrow();
    return Optional.of(
        new Line(
            planted,
            effect,
            student * error,
            Math.max(student, critical) * error,
            (claimed.high() - claimed.low()) / 2,
            RoiVerdict.of(judged, policy)));
  }

  void add(Optional<Line> line) {
    line.ifPresentOrElse(lines::add, () -> without++);
  }

  static String header() {
    return "| measure | companies | planted, mean | estimated, mean | bias | error of the bias | half width 95 % | interval 95 % holds | band 95 % holds | band of the verdict holds | HELPS | HARMS | no material effect | not credible | underpowered | indeterminate | no interval |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";
  }

  String row(String measure) {
    if (lines.isEmpty()) {
      return "| %s | 0 | – | – | – | – | – | – | – | – | – | – | – | – | – | – | %d |"
          .formatted(measure, without);
    }
    double bias = mean(Line::error);
    double spread = Math.sqrt(mean(line -> Math.pow(line.error() - bias, 2)) / lines.size());
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %s | %s | %.1f %% | %.1f %% | %.1f %% | %d | %d | %d | %d | %d | %d | %d |",
        measure,
        lines.size(),
        number(mean(Line::planted)),
        number(mean(line -> line.effect().value())),
        number(bias),
        number(spread),
        number(mean(Line::student)),
        holds(Line::student),
        holds(Line::band),
        holds(Line::claimed),
        verdicts().getOrDefault(EffectVerdict.HELPS, 0)
            + verdicts().getOrDefault(EffectVerdict.HELPS_MATERIALLY, 0),
        verdicts().getOrDefault(EffectVerdict.HARMS, 0),
        verdicts().getOrDefault(EffectVerdict.NO_MATERIAL_EFFECT, 0),
        verdicts().getOrDefault(EffectVerdict.DESIGN_NOT_CREDIBLE, 0),
        verdicts().getOrDefault(EffectVerdict.UNDERPOWERED, 0),
        verdicts().getOrDefault(EffectVerdict.INDETERMINATE, 0),
        without);
  }

  private static String number(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 0.1 ? "%.2f" : "%.4f", value);
  }

  private double mean(ToDoubleFunction<Line> of) {
    return lines.stream().mapToDouble(of).average().orElse(Double.NaN);
  }

  private double holds(ToDoubleFunction<Line> half) {
    return 100 * mean(line -> Math.abs(line.error()) <= half.applyAsDouble(line) ? 1 : 0);
  }

  private Map<EffectVerdict, Integer> verdicts() {
    Map<EffectVerdict, Integer> counts = new TreeMap<>();
    lines.forEach(line -> counts.merge(line.verdict(), 1, Integer::sum));
    return counts;
  }
}
