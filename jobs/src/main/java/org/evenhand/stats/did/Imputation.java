package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Effects by imputation (Borusyak, Jaravel and Spiess 2024, eq. 6): unit and time effects are
 * fitted by weighted least squares to untreated observations alone; a treated observation's effect
 * is what was observed less what the fit expects; effects are averaged with the observations'
 * weights. Assumes parallel trends and, periods of anticipation aside, no effect before treatment.
 * Point estimates only: it is the second opinion beside the group-time effects. Panels may be
 * unbalanced. An effect that untreated observations cannot tell (a unit always treated, a time when
 * all are, no link between the two) is left out, counted, and its reason kept; averages are over
 * the others, and empty when there are none. Units are those of the outcome.
 *
 * @param overall over all observations from treatment on; empty when there is none to tell
 * @param byEventTime periods since treatment began; negative within anticipation
 * @param cells one per cohort and time, in that order
 * @param unidentified treated observations left out, by reason
 */
public record Imputation(
    Optional<Average> overall,
    Map<Integer, Average> byEventTime,
    List<Cell> cells,
    Map<String, Integer> unidentified) {
  public Imputation {
    byEventTime = java.util.Collections.unmodifiableMap(new TreeMap<>(byEventTime));
    cells = List.copyOf(cells);
    unidentified = java.util.Collections.unmodifiableMap(new TreeMap<>(unidentified));
  }

  /**
   * Weighted mean of imputed effects.
   *
   * @param n observations in it
   * @param weight their sum of weights
   */
  public record Average(double estimate, int n, double weight) {}

  /**
   * A cohort at a time.
   *
   * @param effect over the observations that can be told; empty when there is none
   * @param unidentified observations left out
   * @param reason why, the first of the reasons in alphabetical order; empty when none is
   */
  public record Cell(
      int cohort, int time, Optional<Average> effect, int unidentified, Optional<String> reason) {}

  /**
   * Units of one team and cohort, always observed together.
   *
   * @param means of the outcome, one a time
   */
  public record Block(String name, int cohort, double size, List<Double> means) {
    public Block {
      means = List.copyOf(means);
    }
  }

  private record Effect(PanelObservation of, Optional<Double> value, Optional<String> reason) {}

  public static Imputation of(List<PanelObservation> observations) {
    return of(observations, 0);
  }

  /**
   * @param anticipation periods before treatment in which an effect may begin: not used in the fit
   */
  public static Imputation of(List<PanelObservation> observations, int anticipation) {
    Predicate<PanelObservation> touched = o -> o.everTreated() && o.eventTime() >= -anticipation;
    TwoWayFit fit = TwoWayFit.of(observations.stream().filter(touched.negate()).toList());
    List<Effect> effects = observations.stream().filter(touched).map(o -> effect(fit, o)).toList();
    List<Effect> since = effects.stream().filter(e -> e.of.eventTime() >= 0).toList();
    Map<Integer, Average> byEventTime = new TreeMap<>();
    by(effects, PanelObservation::eventTime)
        .forEach((e, own) -> average(own).ifPresent(mean -> byEventTime.put(e, mean)));
    return new Imputation(average(since), byEventTime, cells(effects), reasons(effects));
  }

  /**
   * The same from means of blocks of units, exact when every unit of a block is observed at every
   * time: sweeping out the units of a block then leaves the block's mean.
   */
  public static Imputation ofBlocks(List<Integer> times, List<Block> blocks, int anticipation) {
    return of(
        blocks.stream()
            .flatMap(block -> IntStream.range(0, times.size()).mapToObj(i -> at(times, block, i)))
            .toList(),
        anticipation);
  }

  private static PanelObservation at(List<Integer> times, Block block, int i) {
    return new PanelObservation(
        block.name, times.get(i), block.cohort, block.means.get(i), block.size);
  }

  private static Effect effect(TwoWayFit fit, PanelObservation o) {
    return new Effect(
        o,
        fit.at(o.unit(), o.time()).map(expected -> o.outcome() - expected),
        fit.whyNot(o.unit(), o.time()));
  }

  private static List<Cell> cells(List<Effect> effects) {
    List<Cell> cells = new ArrayList<>();
    by(effects, PanelObservation::cohort)
        .forEach(
            (cohort, own) ->
                by(own, PanelObservation::time)
                    .forEach((time, cell) -> cells.add(cell(cohort, time, cell))));
    return cells;
  }

  private static Cell cell(int cohort, int time, List<Effect> effects) {
    List<String> reasons = effects.stream().flatMap(e -> e.reason.stream()).toList();
    return new Cell(
        cohort,
        time,
        average(effects),
        reasons.size(),
        reasons.stream().min(Comparator.naturalOrder()));
  }

  private static Optional<Average> average(List<Effect> effects) {
    int n = 0;
    double weight = 0;
    double sum = 0;
    for (Effect effect : effects) {
      if (effect.value.isPresent()) {
        n++;
        weight += effect.of.weight();
        sum += effect.of.weight() * effect.value.get();
      }
    }
    return n == 0 ? Optional.empty() : Optional.of(new Average(sum / weight, n, weight));
  }

  private static Map<String, Integer> reasons(List<Effect> effects) {
    Map<String, Integer> counts = new TreeMap<>();
    effects.forEach(e -> e.reason.ifPresent(reason -> counts.merge(reason, 1, Integer::sum)));
    return counts;
  }

  private static Map<Integer, List<Effect>> by(
      List<Effect> effects, ToIntFunction<PanelObservation> key) {
    Map<Integer, List<Effect>> parts = new TreeMap<>();
    effects.forEach(
        e -> parts.computeIfAbsent(key.applyAsInt(e.of), k -> new ArrayList<>()).add(e));
    return parts;
  }
}
