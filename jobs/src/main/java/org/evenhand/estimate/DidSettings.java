package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.evenhand.estimate.DidOptions.Columns;
import org.evenhand.estimate.DidOptions.Method;
import org.evenhand.estimate.DidOptions.Sampling;
import org.evenhand.stats.did.Design;
import org.evenhand.stats.did.Plan;

/** What was asked for, as the result says it. */
final class DidSettings {
  private DidSettings() {}

  static ObjectNode of(DidOptions options) {
    ObjectNode node = Json.object();
    Columns columns = options.columns();
    Method method = options.method();
    node.put("unit", columns.unit());
    node.put("time", columns.time());
    node.put("outcome", columns.outcome());
    node.put("cohort", columns.cohort());
    columns.weights().ifPresent(name -> node.put("weights", name));
    columns.cluster().ifPresent(name -> node.put("cluster", name));
    ArrayNode covariates = node.putArray("covariates");
    columns.covariates().forEach(covariates::add);
    ArrayNode strata = node.putArray("strata");
    columns.strata().forEach(strata::add);
    node.put("control", control(options));
    node.put("base", lower(options.design().base()));
    node.put("anticipation", options.design().anticipation());
    node.put("estimator", lower(method.adjustment()));
    node.put("se", lower(method.errors()));
    node.put("draws", method.draws());
    method.balance().ifPresent(most -> node.put("balance_e", most));
    node.put("repeated_cross_section", method.sampling() == Sampling.CROSS_SECTIONS);
    ArrayNode bounds = node.putArray("honest");
    options.sensitivity().bounds().forEach(bounds::add);
    node.put("honest_target", lower(options.sensitivity().target()));
    return node;
  }

  static String design(DidOptions options, Plan plan) {
    Columns columns = options.columns();
    String adjusted = "no covariates";
    if (!columns.covariates().isEmpty()) {
      adjusted =
          "%s over %s"
              .formatted(
                  lower(options.method().adjustment()), String.join(", ", columns.covariates()));
    } else if (!columns.strata().isEmpty()) {
      adjusted = "saturated in " + String.join(", ", columns.strata());
    }
    return "group-time effects of cohorts %s, controls %s, base %s, anticipation %d, %s, errors %s by %s"
        .formatted(
            plan.groups(),
            control(options),
            lower(options.design().base()),
            options.design().anticipation(),
            adjusted,
            lower(options.method().errors()),
            columns.cluster().orElse("unit"));
  }

  private static String control(DidOptions options) {
    return options.design().control() == Design.Control.NEVER ? "never" : "notyet";
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
