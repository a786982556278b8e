package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.errors.UserException;
import org.evenhand.stats.CrossedEffects;
import org.evenhand.stats.Likelihood;
import org.evenhand.stats.OneWay;

/** Variances and effects of two crossed factors of a table. */
final class CrossedEstimate {
  private final ShrinkOptions options;
  private final String second;
  private final List<Double> values = new ArrayList<>();
  private final Levels firstLevels = new Levels();
  private final Levels secondLevels = new Levels();
  private final Map<String, Integer> excluded = new TreeMap<>();

  private CrossedEstimate(InputTable table, ShrinkOptions options) {
    this.options = options;
    this.second =
        options
            .group2()
            .orElseThrow(
                () ->
                    UserException.usage(
                        "Cannot part variance of two factors: one is named. Name the other with"
                            + " --group2."));
    int group = table.column(options.group());
    int group2 = table.column(second);
    int value = table.column(options.value());
    for (List<String> row : table.rows()) {
      if (ModelRows.missing(row.get(group)) || ModelRows.missing(row.get(group2))) {
        excluded.merge("group is missing", 1, Integer::sum);
      } else if (Json.number(row.get(value)).isEmpty()) {
        excluded.merge("value is no number", 1, Integer::sum);
      } else {
        values.add(Json.number(row.get(value)).orElseThrow());
        firstLevels.add(row.get(group));
        secondLevels.add(row.get(group2));
      }
    }
  }

  /** A factor's levels, numbered as they come. */
  private static final class Levels {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> rows = new ArrayList<>();

    void add(String level) {
      numbers.putIfAbsent(level, numbers.size());
      rows.add(numbers.getOrDefault(level, 0));
    }

    CrossedEffects.Factor factor(String name) {
      return new CrossedEffects.Factor(name, rows);
    }
  }

  /** Adds to a result what the fit says. */
  static void put(ObjectNode result, InputTable table, ShrinkOptions options) {
    new CrossedEstimate(table, options).put(result);
  }

  private void put(ObjectNode result) {
    CrossedEffects fit =
        CrossedEffects.of(
            values.stream().mapToDouble(Double::doubleValue).toArray(),
            firstLevels.factor(options.group()),
            secondLevels.factor(second),
            options.likelihood());
    result.put("n", values.size());
    ObjectNode left = result.putObject("excluded");
    excluded.forEach(left::put);
    result.put(
        "design",
        "two crossed random factors: group is %s, group2 is %s; %s maximum likelihood"
            .formatted(
                options.group(),
                second,
                options.likelihood() == Likelihood.RESTRICTED ? "restricted" : "full"));
    result.put("mean", fit.mean());
    result.put("mean_se", fit.meanError());
    ObjectNode variances = result.putObject("variances");
    variances.put("group", fit.first());
    variances.put("group2", fit.second());
    variances.put("residual", fit.residual());
    ShrinkEstimate.likelihood(result, fit.criterion(), options.likelihood());
    ArrayNode effects = result.putArray("effects");
    effects(effects, options.group(), firstLevels, fit.firstEffects(), fit.mean());
    effects(effects, second, secondLevels, fit.secondEffects(), fit.mean());
    ArrayNode warnings = result.putArray("warnings");
    ShrinkEstimate.warn(warnings, options.group(), fit.first(), firstLevels.numbers.size());
    ShrinkEstimate.warn(warnings, second, fit.second(), secondLevels.numbers.size());
  }

  private static void effects(
      ArrayNode effects, String factor, Levels levels, List<OneWay.Effect> fitted, double mean) {
    for (Map.Entry<String, Integer> level : levels.numbers.entrySet()) {
      OneWay.Effect effect = fitted.get(level.getValue());
      ObjectNode node = effects.addObject();
      node.put("factor", factor);
      ShrinkEstimate.effect(node, level.getKey(), effect, mean);
    }
  }
}
