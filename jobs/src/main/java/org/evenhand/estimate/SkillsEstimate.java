package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.errors.UserException;
import org.evenhand.stats.skills.Calibration;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.ForwardValidation;
import org.evenhand.stats.skills.GlobalFit;
import org.evenhand.stats.skills.SkillFit;
import org.evenhand.stats.skills.SkillInference;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.stats.skills.StallWatch;

/** Skill levels of every person and skill of an evidence table, each with what it rests on. */
public final class SkillsEstimate {
  private final InputTable table;
  private final SkillsOptions options;
  private final SkillsInput input;

  private SkillsEstimate(InputTable table, SkillsOptions options, SkillsInput input) {
    this.table = table;
    this.options = options;
    this.input = input;
  }

  /**
   * @throws UserException when a column is missing or no row can be used
   */
  public static ObjectNode of(InputTable table, SkillsOptions options) {
    SkillsInput input = SkillsInput.of(table, options);
    if (input.pairs().isEmpty()) {
      throw UserException.usage(
          "Cannot infer skills: none of the %d rows can be used (%s). Correct the columns."
              .formatted(table.rows().size(), input.excluded()));
    }
    try {
      return new SkillsEstimate(table, options, input).result();
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode result() {
    ObjectNode result = Json.result("skills", table);
    result.set("options", optionsNode());
    Optional<SkillFit> fit =
        options.parameters().isPresent()
            ? Optional.empty()
            : Optional.of(GlobalFit.of(input.all(), options.fit()));
    SkillParameters parameters =
        options.parameters().or(() -> fit.map(SkillFit::parameters)).orElseThrow();
    result.put(
        "design",
        "one curve a person and skill: static + matern32, parameters %s"
            .formatted(fit.isPresent() ? "by restricted maximum likelihood" : "given"));
    result.put("n", input.all().size());
    result.put("as_of_week", input.asOf());
    ObjectNode left = result.putObject("excluded");
    input.excluded().forEach(left::put);
    List<SkillInference> inferences =
        input.pairs().values().stream()
            .map(own -> SkillInference.of(own.evidence(), parameters, own.subject(), input.asOf()))
            .toList();
    estimates(result, inferences, parameters);
    fit.ifPresent(found -> fitted(result, found, inferences));
    warnings(result.putArray("warnings"), parameters, fit);
    return result;
  }

  private void estimates(
      ObjectNode result, List<SkillInference> inferences, SkillParameters parameters) {
    ArrayNode array = result.putArray("estimates");
    List<SkillsInput.Own> pairs = List.copyOf(input.pairs().values());
    for (int i = 0; i < pairs.size(); i++) {
      array.add(
          SkillNode.of(
              pairs.get(i), input.asOf(), inferences.get(i), parameters, options.target()));
    }
    stalls(
        result.putObject("stall"),
        inferences.stream()
            .map(inference -> StallWatch.STANDARD.probability(inference.view().curve().change()))
            .toList());
  }

  private void fitted(ObjectNode result, SkillFit fit, List<SkillInference> inferences) {
    if (!fit.convergence().exact()) {
      result.put("seed", options.fit().seed());
      result.remove("seed_reason");
    }
    result.set("params", SkillParametersJson.write(fit.parameters()));
    ArrayNode raters = result.putArray("raters");
    for (SkillFit.Rater rater : fit.raters()) {
      ObjectNode node = raters.addObject();
      node.put("rater_id", rater.rater());
      node.put("source_type", rater.source());
      node.put("severity", rater.severity().mean());
      node.put("se", Math.sqrt(rater.severity().variance()));
      node.put("separable", rater.notSeparable().isEmpty());
      rater.notSeparable().ifPresent(why -> node.put("reason", "severity_not_separable: " + why));
    }
    ObjectNode convergence = result.putObject("fit");
    convergence.put("anchor", fit.anchor());
    convergence.put("rounds", fit.convergence().rounds());
    convergence.put("settled", fit.convergence().settled());
    convergence.put("largest_change", fit.convergence().moved());
    convergence.put("solver_iterations", fit.convergence().iterations());
    convergence.put("prediction_errors", fit.convergence().exact() ? "inverse" : "probes");
    calibration(result, fit, inferences);
  }

  private void calibration(ObjectNode result, SkillFit fit, List<SkillInference> inferences) {
    ObjectNode node = result.putObject("calibration");
    Calibration.of(inferences, fit.parameters().kernel())
        .ifPresent(found -> CalibrationNode.put(node, found));
    ForwardValidation.of(input.all(), options.fit())
        .ifPresentOrElse(
            found -> CalibrationNode.put(node.putObject("forward"), found),
            () -> {
              node.putNull("forward");
              node.put("forward_reason", "too little is left without the last weeks");
            });
  }

  private void stalls(ObjectNode node, List<Double> declines) {
    node.put("decline", StallWatch.STANDARD.decline());
    node.put("false_discovery_rate", StallWatch.FALSE_DISCOVERIES);
    ArrayNode named = node.putArray("named");
    List<SkillsInput.Pair> pairs = List.copyOf(input.pairs().keySet());
    for (int position : StallWatch.named(declines, StallWatch.FALSE_DISCOVERIES)) {
      ObjectNode one = named.addObject();
      one.put("rep_id", pairs.get(position).rep());
      one.put("skill_id", pairs.get(position).skill());
      one.put("p_decline", declines.get(position));
    }
  }

  private ObjectNode optionsNode() {
    ObjectNode node = Json.object();
    SkillsOptions.Columns columns = options.columns();
    node.put("rep", columns.rep());
    node.put("skill", columns.skill());
    node.put("family", columns.family());
    node.put("source", columns.source());
    node.put("rater", columns.rater());
    node.put("week", columns.week());
    node.put("value", columns.value());
    options.asOf().ifPresent(week -> node.put("as_of", week));
    options.target().ifPresent(level -> node.put("target", level));
    if (options.fit().tails().areHeavy()) {
      node.put("tails", options.fit().tails().freedom());
    }
    return node;
  }

  private void warnings(ArrayNode warnings, SkillParameters parameters, Optional<SkillFit> fit) {
    fit.filter(found -> !found.convergence().settled())
        .ifPresent(
            found ->
                warnings.add(
                    "the fit has not settled after %d rounds"
                        .formatted(found.convergence().rounds())));
    Set<String> unknown = new TreeSet<>();
    for (Evidence one : input.all()) {
      if (one.origin().isNamed() && !parameters.knows(one.origin())) {
        unknown.add(one.origin().key());
      }
    }
    for (String rater : unknown) {
      warnings.add(
          "rater '%s' is not in the parameters: counted without severity".formatted(rater));
    }
    for (Map.Entry<SkillsInput.Pair, SkillsInput.Own> pair : input.pairs().entrySet()) {
      if (pair.getValue().evidence().isEmpty()) {
        warnings.add(
            "no evidence of %s, %s can be used: the level is that of the job family"
                .formatted(pair.getKey().rep(), pair.getKey().skill()));
      }
    }
  }
}
