package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.estimate.DidOptions.Sampling;
import org.evenhand.estimate.DidOptions.Target;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Design;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.Estimated;
import org.evenhand.stats.did.Imputation;
import org.evenhand.stats.did.Plan;
import org.evenhand.stats.did.Smoothness;

/**
 * What speaks for or against the estimate: imputation from untreated observations, and how far the
 * effect leans on parallel trends. The latter takes event-time effects against the last period
 * before treatment (universal base), whatever base the cells have.
 */
final class DidSecond {
  private static final List<Double> MULTIPLES = List.of(0.0, 0.5, 1.0, 2.0);

  private final DidPanel panel;
  private final DidOptions options;
  private final Optional<Imputation> imputation;

  DidSecond(DidPanel panel, Plan plan, DidOptions options) {
    this.panel = panel;
    this.options = options;
    this.imputation =
        options.method().sampling() == Sampling.PANEL
            ? Optional.of(Imputation.of(panel.observations(plan), options.design().anticipation()))
            : Optional.empty();
  }

  void opinion(ObjectNode result) {
    ObjectNode node = result.putObject("second_opinion");
    ArrayNode by = Json.object().arrayNode();
    Json.put(
        node,
        "overall",
        overall().orElse(Double.NaN),
        imputation.isEmpty()
            ? "imputation needs the same units over time"
            : "no treated observation can be imputed");
    imputation.ifPresent(
        own ->
            own.byEventTime()
                .forEach(
                    (time, average) ->
                        by.addObject()
                            .put("event_time", time)
                            .put("estimate", average.estimate())
                            .put("n", average.n())));
    node.set("by_event_time", by);
    ObjectNode left = node.putObject("unidentified");
    imputation.ifPresent(own -> own.unidentified().forEach(left::put));
  }

  /** When the two opinions are further apart than two standard errors. */
  Optional<String> warning(Optional<Effect> simple) {
    return simple
        .filter(Effect::varies)
        .filter(
            effect ->
                overall()
                    .filter(own -> Math.abs(own - effect.value()) > 2 * effect.standardError())
                    .isPresent())
        .map(effect -> "the second opinion lies more than two standard errors from the estimate");
  }

  private Optional<Double> overall() {
    return imputation.flatMap(Imputation::overall).map(Imputation.Average::estimate);
  }

  void sensitivity(ObjectNode result) {
    ArrayNode node = result.putArray("sensitivity");
    if (options.design().anticipation() > 0) {
      result.putNull("breakdown_m");
      result.put("breakdown_m_reason", "not offered with anticipation: it has no fixed reference");
      return;
    }
    SortedMap<Integer, Effect> effects = eventStudy();
    int after = effects.tailMap(0).size();
    if (effects.headMap(-1).isEmpty() || after == 0) {
      result.putNull("breakdown_m");
      result.put("breakdown_m_reason", "two periods before treatment and one after it are needed");
      return;
    }
    Smoothness smoothness = smoothness(effects, after);
    smoothness
        .intervals()
        .forEach(
            own ->
                node.addObject()
                    .put("m", own.bound())
                    .put("low", own.low())
                    .put("high", own.high()));
    Json.put(
        result,
        "breakdown_m",
        smoothness.breakdown().orElse(Double.NaN),
        smoothness.reason().orElse("there is no breakdown value"));
  }

  private Smoothness smoothness(SortedMap<Integer, Effect> effects, int after) {
    List<Effect> own = List.copyOf(effects.values());
    double[][] covariance = new double[own.size()][own.size()];
    SortedMap<Integer, Double> estimates = new TreeMap<>();
    effects.forEach((time, effect) -> estimates.put(time, effect.value()));
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < own.size(); j++) {
        covariance[i][j] = own.get(i).covariance(own.get(j));
      }
    }
    double[] weights = new double[after];
    java.util.Arrays.fill(weights, 1.0 / after);
    if (options.sensitivity().target() == Target.FIRST) {
      java.util.Arrays.fill(weights, 0);
      weights[0] = 1;
    }
    return Smoothness.of(estimates, covariance, weights, bounds(estimates), DidErrors.CONFIDENCE);
  }

  /** The event-time effects but the reference, up to the first gap. */
  private SortedMap<Integer, Effect> eventStudy() {
    Design design = options.design();
    Plan universal =
        panel.plan(new Design(design.control(), Design.Base.UNIVERSAL, design.anticipation()));
    Estimated found =
        options.method().errors() == DidOptions.Errors.ANALYTIC
                || options.method().errors() == DidOptions.Errors.BOOTSTRAP
            ? Estimated.analytic(panel.estimator(universal), balance())
            : Estimated.jackknife(panel.estimator(universal), balance());
    SortedMap<Integer, Effect> effects = new TreeMap<>();
    for (Part part : found.aggregates().dynamic().by()) {
      if (part.at() != -1) {
        effects.put(part.at(), part.effect());
      }
    }
    return effects;
  }

  private OptionalInt balance() {
    return options.method().balance();
  }

  /** As asked, or multiples of the largest change of slope before treatment. */
  private List<Double> bounds(SortedMap<Integer, Double> estimates) {
    if (!options.sensitivity().bounds().isEmpty()) {
      return options.sensitivity().bounds();
    }
    SortedMap<Integer, Double> before = new TreeMap<>(estimates.headMap(0));
    before.put(-1, 0.0);
    List<Double> path = List.copyOf(before.values());
    double largest = 0;
    for (int i = 2; i < path.size(); i++) {
      largest = Math.max(largest, Math.abs(path.get(i) - 2 * path.get(i - 1) + path.get(i - 2)));
    }
    double unit = largest;
    return MULTIPLES.stream().map(multiple -> multiple * unit).distinct().toList();
  }
}
