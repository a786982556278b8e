package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.errors.UserException;
import org.evenhand.stats.statespace.Filter;
import org.evenhand.stats.statespace.LocalLevel;
import org.evenhand.stats.statespace.MaternCurve;
import org.evenhand.stats.statespace.MaximumLikelihood;
import org.evenhand.stats.statespace.Series;
import org.evenhand.stats.statespace.Smoother;
import org.evenhand.stats.statespace.StateSpace;

/** A level or smooth curve behind a noisy series: filter, smoother, diagnostics, breaks. */
public final class FilterEstimate {
  private final InputTable table;
  private final FilterOptions options;
  private final Map<String, Integer> excluded = new TreeMap<>();

  private FilterEstimate(InputTable table, FilterOptions options) {
    this.table = table;
    this.options = options;
  }

  /**
   * @throws UserException when the rows cannot carry the estimate
   */
  public static ObjectNode of(InputTable table, FilterOptions options) {
    try {
      return new FilterEstimate(table, options).result();
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode result() {
    Series series = series();
    StateSpace model =
        options.parameters().map(own -> own.model(options.kind())).orElseGet(() -> fit(series));
    Filter filter = Filter.of(model, series);
    List<Smoother.Smoothed> states = Smoother.of(filter);
    ObjectNode result = Json.result("filter", table);
    result.set("options", optionsNode());
    result.put("design", design());
    result.put("n", series.observed());
    result.put("missing", series.size() - series.observed());
    ObjectNode left = result.putObject("excluded");
    excluded.forEach(left::put);
    variances(result.putObject("variances"), model);
    result.put("loglik", filter.logLikelihood());
    result.put("loglik_terms", filter.terms());
    result.put(
        "loglik_all_constants",
        filter.logLikelihood() - filter.fixed() * Math.log(2 * Math.PI) / 2);
    result.put("next_variance", filter.predictedVariance(1));
    FilterDiagnosticsNode.diagnostics(result, filter);
    FilterDiagnosticsNode.auxiliary(result.putObject("auxiliary"), states);
    FilterDiagnosticsNode.meanBreak(result, series);
    states(result.putArray("states"), series, states);
    warnings(result.putArray("warnings"), model);
    return result;
  }

  private StateSpace fit(Series series) {
    return switch (options.kind()) {
      case LEVEL -> MaximumLikelihood.localLevel(series);
      case MATERN32 -> MaximumLikelihood.maternCurve(series);
    };
  }

  private Series series() {
    int time = table.column(options.time());
    int value = table.column(options.value());
    List<Series.Observation> observations = new ArrayList<>();
    for (List<String> row : table.rows()) {
      Optional<Double> at = Json.number(row.get(time));
      Optional<Double> number = Json.number(row.get(value));
      if (at.isEmpty()) {
        excluded.merge("time is no number", 1, Integer::sum);
      } else if (number.isEmpty() && !isMissing(row.get(value))) {
        excluded.merge("value is no number", 1, Integer::sum);
      } else {
        observations.add(new Series.Observation(at.get(), number));
      }
    }
    if (observations.stream().allMatch(one -> one.value().isEmpty())) {
      throw UserException.usage(
          "Cannot filter: none of the %d rows has a time and a value (%s). Correct the columns."
              .formatted(table.rows().size(), excluded));
    }
    return new Series(observations);
  }

  private static boolean isMissing(String text) {
    return text.isEmpty() || text.equalsIgnoreCase("NA") || text.equalsIgnoreCase("NaN");
  }

  private ObjectNode optionsNode() {
    ObjectNode node = Json.object();
    node.put("kind", options.kind().name().toLowerCase(Locale.ROOT));
    node.put("time", options.time());
    node.put("value", options.value());
    options
        .parameters()
        .ifPresent(
            own -> {
              ObjectNode given = node.putObject("params");
              new TreeMap<>(own.values()).forEach(given::put);
            });
    return node;
  }

  private String design() {
    String curve =
        options.kind() == FilterOptions.Kind.LEVEL
            ? "local level"
            : "constant and Matern-3/2 curve";
    return "%s, exact diffuse likelihood, variances %s"
        .formatted(curve, options.parameters().isPresent() ? "given" : "by maximum likelihood");
  }

  private static void variances(ObjectNode node, StateSpace model) {
    node.put("sigma2_eps", model.noise());
    if (model instanceof LocalLevel level) {
      node.put("sigma2_eta", level.drift());
      Json.put(node, "signal_to_noise", level.drift() / level.noise(), "there is no noise");
    } else if (model instanceof MaternCurve curve) {
      node.put("kappa2", curve.variance());
      node.put("ell", curve.length());
    }
  }

  private static void states(ArrayNode array, Series series, List<Smoother.Smoothed> states) {
    for (int i = 0; i < states.size(); i++) {
      Smoother.Smoothed state = states.get(i);
      ObjectNode node = array.addObject();
      node.put("time", state.time());
      Optional<Double> value = series.observations().get(i).value();
      put(node, "value", value, "missing");
      moments(node, "predicted", state.predicted());
      moments(node, "filtered", state.filtered());
      moments(node, "smoothed", state.smoothed());
      String none = value.isPresent() ? "the observation fixes the level" : "missing";
      put(node, "standardised_residual", state.standardisedResidual(), none);
      put(node, "auxiliary_observation", state.observationResidual(), none);
      put(node, "auxiliary_level", state.levelResidual(), "no observation follows a change");
    }
  }

  private static void moments(ObjectNode node, String name, Optional<Smoother.Moments> moments) {
    String none = "nothing is observed before";
    put(node, name, moments.map(Smoother.Moments::mean), none);
    put(node, name + "_variance", moments.map(Smoother.Moments::variance), none);
  }

  private static void put(ObjectNode node, String name, Optional<Double> value, String none) {
    Json.put(node, name, value.orElse(Double.NaN), none);
  }

  private void warnings(ArrayNode warnings, StateSpace model) {
    boolean still =
        (model instanceof LocalLevel level && level.drift() == 0)
            || (model instanceof MaternCurve curve && curve.variance() == 0);
    if (options.parameters().isEmpty() && still) {
      warnings.add("the likelihood is largest without any movement: the curve is a constant");
    }
    if (options.parameters().isEmpty() && model.noise() == 0) {
      warnings.add("the likelihood is largest without noise: the curve runs through every value");
    }
  }
}
