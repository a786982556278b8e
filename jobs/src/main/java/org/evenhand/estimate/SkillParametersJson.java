package org.evenhand.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.evenhand.errors.UserException;
import org.evenhand.stats.skills.Kernel;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.stats.skills.Tails;

/**
 * Parameters of skill inference as JSON, read and written in one form: {@code tau2, kappa2,
 * ell_weeks, mu{"family|skill"}, source_bias{}, source_sd{}, source_loading{},
 * rater_effect{rater{mean, var}}, pair_var{}}, and where they are known {@code rater_var{source}}
 * and {@code student_t_nu}.
 */
public final class SkillParametersJson {
  private static final String KERNEL = "static + matern32";
  private static final Set<String> KNOWN =
      Set.of(
          "kernel",
          "tau2",
          "kappa2",
          "ell_weeks",
          "mu",
          "source_bias",
          "source_sd",
          "source_loading",
          "rater_effect",
          "pair_var",
          "rater_var",
          "student_t_nu");

  private final JsonNode root;
  private final String name;

  private SkillParametersJson(JsonNode root, String name) {
    this.root = root;
    this.name = name;
  }

  /**
   * @throws UserException when the file is no such JSON
   */
  public static SkillParameters read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw UserException.usage(
          "Cannot read %s: there is no such file. Name it with --params.".formatted(file));
    }
    try {
      JsonNode root = new ObjectMapper().readTree(file.toFile());
      return new SkillParametersJson(root, String.valueOf(file.getFileName())).parameters();
    } catch (IOException e) {
      throw UserException.usage(
          "Cannot read %s: it is no JSON. Correct the file named by --params.".formatted(file));
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private SkillParameters parameters() {
    checkNames();
    Map<String, SkillParameters.Source> sources = new TreeMap<>();
    for (String source : numbers("source_sd").keySet()) {
      sources.put(source, source(source));
    }
    Map<String, SkillParameters.Severity> severities = new TreeMap<>();
    root.path("rater_effect")
        .properties()
        .forEach(
            entry ->
                severities.put(
                    entry.getKey(),
                    new SkillParameters.Severity(
                        number(entry.getValue().path("mean"), "rater_effect." + entry.getKey()),
                        entry.getValue().path("var").asDouble(0))));
    return new SkillParameters(
        new Kernel(number("tau2"), number("kappa2"), number("ell_weeks")),
        numbers("mu"),
        sources,
        severities,
        root.has("student_t_nu") ? new Tails(number("student_t_nu")) : Tails.GAUSSIAN);
  }

  private void checkNames() {
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (!KNOWN.contains(entry.getKey())) {
        throw problem(
            "'%s' is not known. Known are %s"
                .formatted(entry.getKey(), new java.util.TreeSet<>(KNOWN)));
      }
    }
    String kernel = root.path("kernel").asText(KERNEL);
    if (!kernel.equals(KERNEL)) {
      throw problem("kernel '%s' is not known. Known is '%s'".formatted(kernel, KERNEL));
    }
  }

  private UserException problem(String why) {
    return UserException.usage("Cannot read parameters from %s: %s.".formatted(name, why));
  }

  private SkillParameters.Source source(String source) {
    return new SkillParameters.Source(
        numbers("source_bias").getOrDefault(source, 0.0),
        numbers("source_loading").getOrDefault(source, 1.0),
        numbers("source_sd").getOrDefault(source, 1.0),
        numbers("pair_var").getOrDefault(source, 0.0),
        numbers("rater_var").getOrDefault(source, 0.0));
  }

  private double number(String field) {
    return number(root.path(field), field);
  }

  private double number(JsonNode node, String field) {
    if (!node.isNumber()) {
      throw problem("%s is missing or no number. Give it".formatted(field));
    }
    return node.asDouble();
  }

  private Map<String, Double> numbers(String field) {
    Map<String, Double> values = new TreeMap<>();
    root.path(field)
        .properties()
        .forEach(
            entry ->
                values.put(entry.getKey(), number(entry.getValue(), field + "." + entry.getKey())));
    return values;
  }

  /** The same form. */
  static ObjectNode write(SkillParameters parameters) {
    ObjectNode node = Json.object();
    node.put("kernel", KERNEL);
    node.put("tau2", parameters.kernel().lasting());
    node.put("kappa2", parameters.kernel().moving());
    node.put("ell_weeks", parameters.kernel().length());
    ObjectNode means = node.putObject("mu");
    new TreeMap<>(parameters.means()).forEach(means::put);
    sources(node, "source_bias", parameters, SkillParameters.Source::offset);
    sources(node, "source_sd", parameters, SkillParameters.Source::deviation);
    sources(node, "source_loading", parameters, SkillParameters.Source::loading);
    ObjectNode raters = node.putObject("rater_effect");
    new TreeMap<>(parameters.severities())
        .forEach(
            (rater, severity) ->
                raters
                    .putObject(rater)
                    .put("mean", severity.mean())
                    .put("var", severity.variance()));
    sources(node, "pair_var", parameters, SkillParameters.Source::pairVariance);
    sources(node, "rater_var", parameters, SkillParameters.Source::severityVariance);
    if (parameters.tails().areHeavy()) {
      node.put("student_t_nu", parameters.tails().freedom());
    }
    return node;
  }

  private static void sources(
      ObjectNode node,
      String name,
      SkillParameters parameters,
      ToDoubleFunction<SkillParameters.Source> of) {
    ObjectNode values = node.putObject(name);
    new TreeMap<>(parameters.sources())
        .forEach((source, own) -> values.put(source, of.applyAsDouble(own)));
  }
}
