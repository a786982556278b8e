package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.errors.UserException;
import org.evenhand.stats.AalenJohansen;
import org.evenhand.stats.KaplanMeier;
import org.evenhand.stats.LogRankGroups;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.RestrictedMean;
import org.evenhand.stats.RiskTable;
import org.evenhand.stats.Spell;

/**
 * Kaplan-Meier curves with log-scale bands, medians, the log-rank test of all groups, restricted
 * means and their difference, and cumulative incidence where causes compete.
 */
public final class SurvivalEstimate {
  private static final double CONFIDENCE = 0.95;

  private final SurvivalInput input;
  private final SurvivalOptions options;

  private SurvivalEstimate(SurvivalInput input, SurvivalOptions options) {
    this.input = input;
    this.options = options;
  }

  /**
   * @throws UserException when no row can be used
   */
  public static ObjectNode of(InputTable table, SurvivalOptions options) {
    SurvivalInput input = SurvivalInput.of(table, options);
    if (input.groups().isEmpty()) {
      throw UserException.usage(
          "Cannot estimate survival: none of the %d rows can be used (%s). Correct the columns."
              .formatted(table.rows().size(), input.excluded()));
    }
    return new SurvivalEstimate(input, options).result(table);
  }

  private ObjectNode result(InputTable table) {
    ObjectNode result = Json.result("survival", table);
    result.set("options", optionsNode());
    result.put(
        "design",
        "Kaplan-Meier, Greenwood, log-scale bands of %d %%; event is '%s'"
            .formatted(Math.round(100 * CONFIDENCE), input.eventValue()));
    result.put("n", input.all().size());
    ObjectNode excluded = result.putObject("excluded");
    input.excluded().forEach(excluded::put);
    curves(result.putArray("curves"));
    logrank(result);
    restrictedMeans(result);
    if (options.cause().isPresent()) {
      incidences(result.putArray("incidence"));
    }
    warnings(result.putArray("warnings"));
    return result;
  }

  private ObjectNode optionsNode() {
    ObjectNode node = Json.object();
    node.put("time", options.time());
    node.put("event", options.event());
    node.put("event_value", input.eventValue());
    options.group().ifPresent(name -> node.put("group", name));
    options.entry().ifPresent(name -> node.put("entry", name));
    options.cause().ifPresent(name -> node.put("cause", name));
    options.tau().ifPresent(value -> node.put("tau", value));
    node.put("confidence", CONFIDENCE);
    return node;
  }

  private void curves(ArrayNode curves) {
    input.groups().forEach((group, cases) -> curves.add(curve(group, any(cases))));
  }

  private static ObjectNode curve(String group, List<Spell> cases) {
    KaplanMeier curve = KaplanMeier.of(cases);
    ObjectNode node = Json.object();
    node.put("group", group);
    node.put("n", cases.size());
    node.put("events", curve.events());
    Json.put(node, "median", curve.median(CONFIDENCE));
    ArrayNode steps = node.putArray("steps");
    double z = Quantiles.normal(CONFIDENCE);
    for (KaplanMeier.Step step : curve.steps()) {
      double margin = z * Math.sqrt(step.greenwood());
      ObjectNode one = steps.addObject();
      one.put("time", step.time());
      one.put("at_risk", step.atRisk());
      one.put("events", step.events());
      one.put("survival", step.survival());
      Json.put(one, "se", step.standardError(), "nobody is left");
      Json.put(one, "low", step.survival() * Math.exp(-margin), "nobody is left");
      Json.put(one, "high", Math.min(1, step.survival() * Math.exp(margin)), "nobody is left");
    }
    return node;
  }

  private void logrank(ObjectNode result) {
    if (input.groups().size() < 2) {
      result.putNull("logrank");
      result.put("logrank_reason", "there is one group");
      return;
    }
    LogRankGroups test = LogRankGroups.of(input.groups().values().stream().map(this::any).toList());
    ObjectNode node = result.putObject("logrank");
    node.put("chisq", test.statistic());
    node.put("df", test.degreesOfFreedom());
    node.put("p", test.p());
  }

  private void restrictedMeans(ObjectNode result) {
    double tau = options.tau().orElseGet(this::longestCommonTime);
    ArrayNode means = result.putArray("rmst");
    List<RestrictedMean> all = new ArrayList<>();
    input
        .groups()
        .forEach(
            (group, cases) -> {
              RestrictedMean mean = RestrictedMean.of(KaplanMeier.of(any(cases)), tau);
              all.add(mean);
              ObjectNode node = means.addObject();
              node.put("group", group);
              node.put("tau", tau);
              node.put("estimate", mean.estimate());
              node.put("se", mean.standardError());
            });
    if (all.size() == 2) {
      difference(result.putObject("rmst_difference"), all.get(0), all.get(1));
    } else {
      result.putNull("rmst_difference");
      result.put("rmst_difference_reason", "there are not two groups");
    }
  }

  /** First group minus second, in the order of their names. */
  private void difference(ObjectNode node, RestrictedMean first, RestrictedMean second) {
    double estimate = first.estimate() - second.estimate();
    double error = Math.hypot(first.standardError(), second.standardError());
    double margin = Quantiles.normal(CONFIDENCE) * error;
    node.put("groups", String.join(" minus ", input.groups().keySet()));
    node.put("estimate", estimate);
    node.put("se", error);
    node.put("low", estimate - margin);
    node.put("high", estimate + margin);
    node.put("p", Quantiles.chiSquaredTail(Math.pow(estimate / error, 2), 1));
  }

  private void incidences(ArrayNode incidences) {
    input
        .groups()
        .forEach(
            (group, cases) -> {
              for (int cause = 1; cause <= input.causes().size(); cause++) {
                incidences.add(incidence(group, cases, cause));
              }
            });
  }

  private ObjectNode incidence(String group, List<Spell> cases, int cause) {
    List<Spell> own = SurvivalInput.of(cases, cause);
    AalenJohansen curve = AalenJohansen.of(own);
    ObjectNode node = Json.object();
    node.put("group", group);
    node.put("cause", input.causes().get(cause - 1));
    ArrayNode steps = node.putArray("steps");
    for (RiskTable.At at : RiskTable.of(own).times()) {
      if (at.events() > 0) {
        ObjectNode one = steps.addObject();
        one.put("time", at.time());
        one.put("incidence", curve.incidence(at.time()));
        one.put("se", curve.standardError(at.time()));
      }
    }
    return node;
  }

  private void warnings(ArrayNode warnings) {
    options
        .tau()
        .filter(tau -> tau > longestCommonTime())
        .ifPresent(
            tau ->
                warnings.add(
                    "tau %s lies beyond the longest time of a group; its curve is carried on as it ends"
                        .formatted(tau)));
    for (Map.Entry<String, List<Spell>> group : input.groups().entrySet()) {
      if (group.getValue().stream().allMatch(spell -> spell.cause() == 0)) {
        warnings.add("group '%s' has no event".formatted(group.getKey()));
      }
      delayed(warnings, group.getKey(), any(group.getValue()));
    }
  }

  /** What delayed entry does to a curve: it begins late, or dies with an early risk set. */
  private static void delayed(ArrayNode warnings, String group, List<Spell> cases) {
    double first = cases.stream().mapToDouble(Spell::entry).min().orElse(0);
    if (first > 0) {
      warnings.add(
          "group '%s' is observed from %s on; its curve holds for cases that lasted so long"
              .formatted(group, first));
    }
    KaplanMeier.of(cases).steps().stream()
        .filter(step -> step.survival() == 0)
        .findFirst()
        .map(step -> cases.stream().filter(spell -> spell.exit() > step.time()).count())
        .filter(later -> later > 0)
        .ifPresent(
            later ->
                warnings.add(
                    "group '%s': all cases at risk at an early time had the event, so the curve is 0 although %d cases last longer; enter them from a later time"
                        .formatted(group, later)));
  }

  private double longestCommonTime() {
    return input.groups().values().stream()
        .mapToDouble(cases -> cases.stream().mapToDouble(Spell::exit).max().orElse(0))
        .min()
        .orElse(0);
  }

  /** Every cause as the event. */
  private List<Spell> any(List<Spell> cases) {
    return cases.stream()
        .map(spell -> new Spell(spell.entry(), spell.exit(), Math.min(1, spell.cause())))
        .toList();
  }
}
