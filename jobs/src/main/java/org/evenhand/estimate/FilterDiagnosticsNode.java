package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.statespace.Filter;
import org.evenhand.stats.statespace.MeanBreak;
import org.evenhand.stats.statespace.ResidualDiagnostics;
import org.evenhand.stats.statespace.Series;
import org.evenhand.stats.statespace.Smoother;

/** Whether a filter's model holds, and where it breaks, as JSON. */
final class FilterDiagnosticsNode {
  private static final int LAGS = 15;
  private static final int LARGEST = 3;

  private FilterDiagnosticsNode() {}

  static void diagnostics(ObjectNode result, Filter filter) {
    ResidualDiagnostics found;
    try {
      found = ResidualDiagnostics.of(filter.standardised(), LAGS);
    } catch (IllegalArgumentException e) {
      result.putNull("diagnostics");
      result.put("diagnostics_reason", e.getMessage());
      return;
    }
    ObjectNode node = result.putObject("diagnostics");
    node.put("n", found.n());
    node.put("mean", found.mean());
    node.put("skewness", found.skewness());
    node.put("kurtosis", found.kurtosis());
    node.put("excess_kurtosis", found.kurtosis() - 3);
    ObjectNode normality = node.putObject("normality");
    normality.put("statistic", found.normality());
    normality.put("p", Quantiles.chiSquaredTail(found.normality(), 2));
    ObjectNode spread = node.putObject("heteroskedasticity");
    spread.put("h", found.heteroskedasticity().h());
    spread.put("statistic", found.heteroskedasticity().statistic());
    spread.put("p", found.heteroskedasticity().p());
    ArrayNode lags = node.putArray("ljung_box");
    for (ResidualDiagnostics.LjungBox one : found.ljungBox()) {
      ObjectNode lag = lags.addObject();
      lag.put("lag", one.lag());
      lag.put("statistic", one.statistic());
      lag.put("p", one.p());
    }
  }

  static void auxiliary(ObjectNode node, List<Smoother.Smoothed> states) {
    largest(node.putArray("outliers"), states, Smoother.Smoothed::observationResidual);
    largest(node.putArray("level_breaks"), states, Smoother.Smoothed::levelResidual);
  }

  private static void largest(
      ArrayNode array,
      List<Smoother.Smoothed> states,
      Function<Smoother.Smoothed, Optional<Double>> residual) {
    states.stream()
        .filter(state -> residual.apply(state).isPresent())
        .sorted(Comparator.comparingDouble(state -> -Math.abs(residual.apply(state).orElseThrow())))
        .limit(LARGEST)
        .forEach(
            state -> {
              ObjectNode node = array.addObject();
              node.put("time", state.time());
              node.put("residual", residual.apply(state).orElseThrow());
            });
  }

  static void meanBreak(ObjectNode result, Series series) {
    List<Series.Observation> observed =
        series.observations().stream().filter(one -> one.value().isPresent()).toList();
    Optional<MeanBreak> found =
        MeanBreak.of(observed.stream().map(one -> one.value().orElseThrow()).toList());
    if (found.isEmpty()) {
      result.putNull("mean_break");
      result.put("mean_break_reason", "there are too few values that differ");
      return;
    }
    MeanBreak split = found.get();
    ObjectNode node = result.putObject("mean_break");
    node.put("after_observation", split.after());
    node.put("after_time", observed.get(split.after() - 1).time());
    node.put("mean_before", split.meanBefore());
    node.put("mean_after", split.meanAfter());
    node.put("rss", split.squares());
    node.put("sup_f", split.supF());
    split.low().ifPresentOrElse(low -> node.put("low", low), () -> node.putNull("low"));
    split.high().ifPresentOrElse(high -> node.put("high", high), () -> node.putNull("high"));
    ArrayNode criteria = node.putArray("bic");
    split.criteria().forEach(criteria::add);
  }
}
