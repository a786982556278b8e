package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.errors.UserException;
import org.evenhand.stats.JamesStein;
import org.evenhand.stats.Likelihood;
import org.evenhand.stats.OneWay;

/** Groups' means drawn towards the mean of all, by as much as their noise asks for. */
public final class ShrinkEstimate {
  private static final int FEW = 5;

  private final InputTable table;
  private final ShrinkOptions options;
  private final Map<String, List<Double>> groups = new LinkedHashMap<>();
  private final Map<String, Integer> excluded = new TreeMap<>();

  private ShrinkEstimate(InputTable table, ShrinkOptions options) {
    this.table = table;
    this.options = options;
  }

  /**
   * @throws UserException when the rows cannot carry the estimate
   */
  public static ObjectNode of(InputTable table, ShrinkOptions options) {
    try {
      return new ShrinkEstimate(table, options).result();
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode result() {
    ObjectNode result = Json.result("shrink", table);
    ObjectNode chosen = result.putObject("options");
    chosen.put("kind", options.kind().name().toLowerCase(Locale.ROOT));
    chosen.put("group", options.group());
    chosen.put("value", options.value());
    chosen.put("likelihood", options.likelihood() == Likelihood.RESTRICTED ? "reml" : "ml");
    options.trials().ifPresent(name -> chosen.put("trials", name));
    options.variance().ifPresent(value -> chosen.put("variance", value));
    if (options.kind() == ShrinkOptions.Kind.CROSSED) {
      options.group2().ifPresent(name -> chosen.put("group2", name));
      CrossedEstimate.put(result, table, options);
      return result;
    }
    read();
    result.put("n", groups.values().stream().mapToInt(List::size).sum());
    ObjectNode left = result.putObject("excluded");
    excluded.forEach(left::put);
    ArrayNode warnings = result.arrayNode();
    if (options.kind() == ShrinkOptions.Kind.ONEWAY) {
      oneWay(result, warnings);
    } else {
      jamesStein(result);
    }
    result.set("warnings", warnings);
    return result;
  }

  /** Says when a variance is estimated at its edge or from few. */
  static void warn(ArrayNode warnings, String factor, double variance, int levels) {
    if (variance == 0) {
      warnings.add(
          "the variance of '%s' is estimated as 0 (singular fit): its effects are all drawn to the mean"
              .formatted(factor));
    }
    if (levels < FEW) {
      warnings.add("'%s' has %d levels: its variance is hardly known".formatted(factor, levels));
    }
  }

  static void likelihood(ObjectNode result, double criterion, Likelihood likelihood) {
    result.put("loglik", -criterion / 2);
    boolean restricted = likelihood == Likelihood.RESTRICTED;
    Json.put(
        result, "reml_criterion", restricted ? criterion : Double.NaN, "full maximum likelihood");
    Json.put(
        result, "deviance", restricted ? Double.NaN : criterion, "restricted maximum likelihood");
  }

  static void effect(ObjectNode node, String group, OneWay.Effect effect, double mean) {
    node.put("group", group);
    node.put("n", effect.n());
    node.put("raw", effect.raw());
    node.put("shrunken", effect.shrunken());
    node.put("effect", effect.shrunken() - mean);
    node.put("se", effect.error());
  }

  private void read() {
    int group = table.column(options.group());
    int value = table.column(options.value());
    for (List<String> row : table.rows()) {
      if (row.get(group).isEmpty()) {
        excluded.merge("group is missing", 1, Integer::sum);
        continue;
      }
      Json.number(row.get(value))
          .ifPresentOrElse(
              number ->
                  groups.computeIfAbsent(row.get(group), name -> new ArrayList<>()).add(number),
              () -> excluded.merge("value is no number", 1, Integer::sum));
    }
  }

  private void oneWay(ObjectNode result, ArrayNode warnings) {
    OneWay fit = OneWay.of(List.copyOf(groups.values()), options.likelihood());
    result.put(
        "design",
        "one-way random effects, %s maximum likelihood"
            .formatted(options.likelihood() == Likelihood.RESTRICTED ? "restricted" : "full"));
    result.put("mean", fit.mean());
    result.put("mean_se", fit.meanError());
    ObjectNode variances = result.putObject("variances");
    variances.put("group", fit.between());
    variances.put("residual", fit.within());
    likelihood(result, fit.criterion(), options.likelihood());
    ArrayNode effects = result.putArray("effects");
    List<String> names = List.copyOf(groups.keySet());
    for (int i = 0; i < names.size(); i++) {
      effect(effects.addObject(), names.get(i), fit.effects().get(i), fit.mean());
    }
    warn(warnings, options.group(), fit.between(), names.size());
  }

  private void jamesStein(ObjectNode result) {
    double trials = options.trials().map(this::trials).orElse(1.0);
    double[] values = groups.values().stream().mapToDouble(own -> single(own) / trials).toArray();
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    double variance =
        options
            .variance()
            .orElseGet(
                () -> {
                  if (options.trials().isEmpty()) {
                    throw UserException.usage(
                        "Cannot shrink: the variance of the values is not known. Name --trials for"
                            + " proportions, or --variance.");
                  }
                  return mean * (1 - mean) / trials;
                });
    JamesStein fit = JamesStein.of(values, variance);
    result.put("design", "James-Stein towards the mean, known variance");
    result.put("mean", fit.mean());
    result.putObject("variances").put("known", variance);
    result.put("shrinkage", fit.factor());
    ArrayNode effects = result.putArray("effects");
    List<String> names = List.copyOf(groups.keySet());
    for (int i = 0; i < names.size(); i++) {
      ObjectNode node = effects.addObject();
      node.put("group", names.get(i));
      node.put("n", Math.round(trials));
      node.put("raw", values[i]);
      node.put("shrunken", fit.shrunken().get(i));
      node.putNull("se");
      node.put("se_reason", "the estimator has no standard error of its own");
    }
  }

  private static double single(List<Double> own) {
    if (own.size() != 1) {
      throw new IllegalArgumentException(
          "Cannot shrink means: a group has %d rows, one each is expected. Use --kind oneway for observations."
              .formatted(own.size()));
    }
    return own.get(0);
  }

  private double trials(String name) {
    int column = table.column(name);
    List<Double> said =
        table.rows().stream()
            .flatMap(row -> Json.number(row.get(column)).stream())
            .distinct()
            .toList();
    if (said.size() != 1 || said.get(0) <= 0) {
      throw new IllegalArgumentException(
          "Cannot shrink proportions: column '%s' holds %d different numbers, one positive number for all is expected. Use --variance."
              .formatted(name, said.size()));
    }
    return said.get(0);
  }
}
