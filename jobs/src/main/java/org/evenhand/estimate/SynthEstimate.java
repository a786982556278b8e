package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.evenhand.errors.UserException;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.did.BlockPanel;
import org.evenhand.stats.did.SyntheticDifference;

/** Effect on units treated together, against a weighted mean of units never treated. */
public final class SynthEstimate {
  private static final double CONFIDENCE = 0.95;

  private final SynthInput input;
  private final SynthOptions options;
  private final SyntheticDifference fit;

  private SynthEstimate(SynthInput input, SynthOptions options) {
    this.input = input;
    this.options = options;
    this.fit = SyntheticDifference.of(input.panel(), options.kind());
  }

  /**
   * @throws UserException when the panel cannot carry the estimate
   */
  public static ObjectNode of(InputTable table, SynthOptions options) {
    try {
      return new SynthEstimate(SynthInput.of(table, options.columns()), options).result(table);
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode result(InputTable table) {
    ObjectNode result = Json.result("synth", table);
    if (options.error() == SynthOptions.StandardError.PLACEBO) {
      result.put("seed", options.seed());
      result.remove("seed_reason");
    }
    putOptions(result.putObject("options"));
    result.put("design", design());
    putSizes(result, input.panel());
    ObjectNode left = result.putObject("excluded");
    input.excluded().forEach(left::put);
    result.put("estimate", fit.estimate());
    putError(result);
    putWeights(result.putArray("unit_weights"), "unit", input.controls(), fit.unitWeights());
    putWeights(
        result.putArray("time_weights"),
        "time",
        input.times().subList(0, input.before()),
        fit.timeWeights());
    putWarnings(result.putArray("warnings"));
    return result;
  }

  private void putOptions(ObjectNode node) {
    node.put("unit", options.columns().unit());
    node.put("time", options.columns().time());
    node.put("outcome", options.columns().outcome());
    node.put("treated", options.columns().treated());
    node.put("kind", options.kind().name().toLowerCase(Locale.ROOT));
    node.put("se", options.error().name().toLowerCase(Locale.ROOT));
    node.put("draws", options.draws());
    node.put("seed", options.seed());
  }

  private String design() {
    return switch (options.kind()) {
      case SDID -> "synthetic difference in differences, unit and time weights";
      case SC -> "synthetic control, unit weights alone";
      case DID -> "difference in differences, equal weights";
    };
  }

  private void putSizes(ObjectNode result, BlockPanel panel) {
    result.put("n", panel.units() * panel.periods());
    result.put("n_treated", panel.treated());
    result.put("n_control", panel.controls());
    result.put("periods_before", panel.before());
    result.put("periods_after", panel.after());
    ArrayNode names = result.putArray("treated_units");
    input.treated().forEach(names::add);
    result.put("treated_from", input.times().get(input.before()));
  }

  private void putError(ObjectNode result) {
    SyntheticDifference.Uncertainty found =
        options.error() == SynthOptions.StandardError.PLACEBO
            ? fit.placebo(options.draws(), options.seed())
            : fit.jackknife();
    double error = found.error().orElse(Double.NaN);
    double reach = Quantiles.normal(CONFIDENCE) * error;
    String reason = found.reason().orElse("");
    Json.put(result, "se", error, reason);
    Json.put(result, "low", fit.estimate() - reach, reason);
    Json.put(result, "high", fit.estimate() + reach, reason);
  }

  private static void putWeights(
      ArrayNode array, String what, List<String> names, List<Double> weights) {
    for (int i = 0; i < names.size(); i++) {
      ObjectNode node = array.addObject();
      node.put(what, names.get(i));
      node.put("weight", weights.get(i));
    }
  }

  private void putWarnings(ArrayNode warnings) {
    if (options.kind() == SyntheticDifference.Kind.SC
        && options.error() == SynthOptions.StandardError.JACKKNIFE) {
      warnings.add("the jackknife is not advised for a synthetic control");
    }
  }
}
