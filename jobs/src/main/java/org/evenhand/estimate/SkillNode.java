package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.LocalSolve;
import org.evenhand.stats.skills.Moments;
import org.evenhand.stats.skills.SkillInference;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.stats.skills.SkillView;
import org.evenhand.stats.skills.StallWatch;
import org.evenhand.stats.skills.Verdicts;

/** One skill of one person as JSON. */
final class SkillNode {
  private static final double CONFIDENCE = 0.80;

  private final SkillInference inference;
  private final SkillParameters parameters;
  private final Optional<Double> target;

  private SkillNode(SkillInference inference, SkillParameters parameters, Optional<Double> target) {
    this.inference = inference;
    this.parameters = parameters;
    this.target = target;
  }

  static ObjectNode of(
      SkillsInput.Own own,
      double asOf,
      SkillInference inference,
      SkillParameters parameters,
      Optional<Double> target) {
    return new SkillNode(inference, parameters, target).node(own, asOf);
  }

  private ObjectNode node(SkillsInput.Own own, double asOf) {
    Evidence.Subject subject = own.subject();
    SkillView view = inference.view();
    SkillView.Curve curve = view.curve();
    ObjectNode node = Json.object();
    node.put("rep_id", subject.rep());
    node.put("skill_id", subject.skill());
    node.put("job_family", subject.family());
    node.put("as_of_week", asOf);
    node.put("n_evidence", view.witnesses().size());
    node.put("prior_mean", curve.prior().mean());
    node.put("prior_sd", curve.prior().deviation());
    put(node, "level", "level_sd", curve.level());
    double margin = Quantiles.normal(CONFIDENCE) * curve.level().deviation();
    node.putArray("ci80").add(curve.level().mean() - margin).add(curve.level().mean() + margin);
    put(node, "slope_per_week", "slope_sd", curve.slope());
    put(node, "delta12", "delta12_sd", curve.change());
    node.put("p_decline_gt_0_2", StallWatch.STANDARD.probability(curve.change()));
    StallWatch.STANDARD
        .smallestVisible(
            curve.change(), parameters.kernel().changeVariance(LocalSolve.CHANGE_WEEKS))
        .ifPresentOrElse(
            smallest -> node.put("min_detectable_decline", smallest),
            () -> node.putNull("min_detectable_decline"));
    node.put("loglik", view.logLikelihood());
    target.ifPresent(
        level -> {
          node.put("target", level);
          node.put("p_above_target", 1 - curve.level().probabilityBelow(level));
          node.put("verdict", Verdicts.skill(view, level).name());
        });
    sources(node.putObject("by_source"));
    evidence(node.putArray("evidence"), own.evidence());
    return node;
  }

  private static void put(ObjectNode node, String mean, String deviation, Moments moments) {
    node.put(mean, moments.mean());
    node.put(deviation, moments.deviation());
  }

  private void sources(ObjectNode sources) {
    SkillView view = inference.view();
    List<Verdicts.OfSource> verdicts =
        target.map(level -> Verdicts.sources(view, level)).orElse(List.of());
    for (int i = 0; i < view.sources().size(); i++) {
      SkillView.SourceView source = view.sources().get(i);
      ObjectNode node = sources.putObject(inference.sources().get(source.source()));
      node.put("n", source.n());
      node.put("contribution", source.contribution());
      put(node, "source_only_level", "source_only_sd", source.alone());
      put(node, "level_without_source", "level_sd_without_source", source.without());
      String none = "the source does not load on the skill";
      double missing = Double.NaN;
      Json.put(node, "offset_vs_rest", source.offset().map(Moments::mean).orElse(missing), none);
      Json.put(node, "offset_sd", source.offset().map(Moments::deviation).orElse(missing), none);
      Json.put(node, "conflict_z", source.conflict().orElse(missing), none);
      if (!verdicts.isEmpty()) {
        node.put("verdict", verdicts.get(i).name());
      }
    }
  }

  /**
   * @param rows in the order of the table
   */
  private void evidence(ArrayNode array, List<Evidence> rows) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      positions.put(inference.evidence().get(i).id(), i);
    }
    for (Evidence evidence : rows) {
      int i = positions.getOrDefault(evidence.id(), 0);
      SkillView.WitnessView view = inference.view().witnesses().get(i);
      double severity = parameters.severity(evidence.origin()).mean();
      double counted = evidence.reading().value() - severity;
      ObjectNode node = array.addObject();
      node.put("evidence_id", evidence.id());
      node.put("source_type", evidence.origin().source());
      node.put("rater_id", evidence.origin().rater());
      node.put("t_week", evidence.reading().week());
      node.put("value", evidence.reading().value());
      node.put("counted_as", counted);
      node.put("adjusted_value", inference.witnesses().get(i).surprise());
      node.put("robust_weight", inference.robustWeights().get(i));
      node.put("weight", view.weight());
      node.put("contribution", view.contribution());
      node.put("severity_correction", -view.weight() * severity);
      node.put("delta12_contribution", view.changeContribution());
      put(node, "loo_residual", "loo_sd", view.leftOut());
      node.put("loo_z", view.z());
      put(node, "level_if_removed", "level_sd_if_removed", view.without());
    }
  }
}
