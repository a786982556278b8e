package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.errors.UserException;
import org.evenhand.stats.skills.Evidence;
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
    SkillParameters parameters =
        options
            .parameters()
            .orElseThrow(
                () ->
                    UserException.usage(
                        "Cannot infer skills: there are no parameters. Name them with --params."));
    result.put("design", "one curve a person and skill: static + matern32, parameters given");
    result.put("n", input.all().size());
    result.put("as_of_week", input.asOf());
    ObjectNode left = result.putObject("excluded");
    input.excluded().forEach(left::put);
    estimates(result, parameters);
    warnings(result.putArray("warnings"), parameters);
    return result;
  }

  private void estimates(ObjectNode result, SkillParameters parameters) {
    List<Double> declines = new ArrayList<>();
    ArrayNode array = result.putArray("estimates");
    for (SkillsInput.Own own : input.pairs().values()) {
      SkillInference inference =
          SkillInference.of(own.evidence(), parameters, own.subject(), input.asOf());
      declines.add(StallWatch.probability(inference.view().curve().change()));
      array.add(SkillNode.of(own.subject(), input.asOf(), inference, parameters, options.target()));
    }
    stalls(result.putObject("stall"), declines);
  }

  private void stalls(ObjectNode node, List<Double> declines) {
    node.put("decline", StallWatch.DECLINE);
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
    return node;
  }

  private void warnings(ArrayNode warnings, SkillParameters parameters) {
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
