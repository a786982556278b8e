package org.evenhand.skills;

import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.schema.Sha256;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.skills.Kernel;
import org.evenhand.stats.skills.LocalSolve;
import org.evenhand.stats.skills.Moments;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.stats.skills.SkillView;
import org.evenhand.stats.skills.StallWatch;
import org.evenhand.stats.skills.Verdicts;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldSkillEstimate;

/** Pairs as rows of gold.skill_estimate. */
record EstimateRows(Setting setting, Edition edition) {
  private static final int VERSION_LENGTH = 12;

  /** Somebody nothing can be said of. */
  Row undefined(Target target, String paramVersion, String reason) {
    return head(target, new Versions(paramVersion, version("")))
        .set(GoldSkillEstimate.N, 0L)
        .set(GoldSkillEstimate.SOURCES, 0L)
        .set(GoldSkillEstimate.RECOMMEND_SUPPRESS, true)
        .set(GoldSkillEstimate.VERDICT, Verdicts.OfSkill.UNKNOWN.name())
        .set(GoldSkillEstimate.STATE, "UNDEFINED")
        .set(GoldSkillEstimate.REASON, reason)
        .build();
  }

  Row of(Solved solved, Model model) {
    String ids =
        solved.items().stream().map(item -> item.evidence().id()).collect(Collectors.joining(" "));
    RowBuilder row = head(solved.target(), new Versions(model.version(), version(ids)));
    SkillView view = solved.inference().view();
    level(row, view.curve(), solved.target());
    change(row, view.curve(), model.parameters().kernel());
    watch(row, solved.watched());
    boolean thin = Verdicts.isThin(view);
    return row.set(GoldSkillEstimate.N, (long) solved.items().size())
        .set(GoldSkillEstimate.N_EFF, effective(view.curve(), model))
        .set(GoldSkillEstimate.SOURCES, (long) view.sources().size())
        .set(GoldSkillEstimate.RECOMMEND_SUPPRESS, thin || !setting.release().isOpen())
        .set(GoldSkillEstimate.VERDICT, verdict(solved).name())
        .set(GoldSkillEstimate.STATE, "KNOWN")
        .maybe(GoldSkillEstimate.REASON, reason(thin))
        .build();
  }

  private Optional<String> reason(boolean thin) {
    if (!setting.release().isOpen()) {
      return Optional.of(setting.release().reason());
    }
    return thin
        ? Optional.of(
            "Fewer than %d pieces of evidence of %d sources: the level is mostly that of the job family."
                .formatted(Verdicts.FEWEST_ITEMS, Verdicts.FEWEST_SOURCES))
        : Optional.empty();
  }

  private void level(RowBuilder row, SkillView.Curve curve, Target target) {
    Moments level = curve.level();
    double margin = Quantiles.normal(setting.policy().confidence()) * level.deviation();
    row.set(GoldSkillEstimate.DATA_VALUE, level.mean())
        .set(GoldSkillEstimate.STANDARD_ERROR, level.deviation())
        .set(GoldSkillEstimate.LOWER_CI_BOUND, level.mean() - margin)
        .set(GoldSkillEstimate.UPPER_CI_BOUND, level.mean() + margin)
        .set(GoldSkillEstimate.CONFIDENCE, setting.policy().confidence())
        .set(GoldSkillEstimate.PRIOR_MEAN, curve.prior().mean())
        .set(GoldSkillEstimate.PRIOR_SE, curve.prior().deviation())
        .maybe(GoldSkillEstimate.REQUIRED_LEVEL, required(target, curve));
  }

  private void change(RowBuilder row, SkillView.Curve curve, Kernel kernel) {
    Moments change = curve.change();
    row.set(GoldSkillEstimate.SLOPE, curve.slope().mean())
        .set(GoldSkillEstimate.SLOPE_SE, curve.slope().deviation())
        .set(GoldSkillEstimate.DELTA_12W, change.mean())
        .set(GoldSkillEstimate.DELTA_12W_SE, change.deviation())
        .set(GoldSkillEstimate.P_DECLINE, decline(change))
        .set(
            GoldSkillEstimate.MOVEMENT,
            Movement.of(change, setting.policy().movementConfidence()).name())
        .maybe(
            GoldSkillEstimate.SMALLEST_VISIBLE,
            new StallWatch(setting.policy().watch().decline())
                .smallestVisible(change, kernel.changeVariance(LocalSolve.CHANGE_WEEKS)));
  }

  private void watch(RowBuilder row, Watched watched) {
    row.set(GoldSkillEstimate.WATCH_DELTA, watched.now().mean())
        .set(GoldSkillEstimate.WATCH_DELTA_SE, watched.now().deviation())
        .set(GoldSkillEstimate.WATCH_P_DECLINE, decline(watched.now()))
        .set(GoldSkillEstimate.EARLIER_P_DECLINE, decline(watched.earlier()))
        .set(GoldSkillEstimate.SINCE_DELTA, watched.since().mean())
        .set(GoldSkillEstimate.SINCE_P_DECLINE, decline(watched.since()));
  }

  private double decline(Moments change) {
    return new StallWatch(setting.policy().watch().decline()).probability(change);
  }

  /** On the scale of levels. */
  static Optional<Double> required(Target target, SkillView.Curve curve) {
    return target.required().map(above -> curve.prior().mean() + above * curve.prior().deviation());
  }

  private static Verdicts.OfSkill verdict(Solved solved) {
    SkillView view = solved.inference().view();
    return required(solved.target(), view.curve())
        .map(level -> Verdicts.skill(view, level))
        .orElse(Verdicts.OfSkill.UNKNOWN);
  }

  /** Information beyond the prior, in items of the anchor. */
  private static double effective(SkillView.Curve curve, Model model) {
    SkillParameters.Source anchor = model.parameters().source(model.anchor());
    double gained = 1 / curve.level().variance() - 1 / curve.prior().variance();
    return Math.max(0, gained * Math.pow(anchor.deviation() / anchor.loading(), 2));
  }

  private record Versions(String parameters, String evidence) {}

  private static String version(String ids) {
    return Sha256.of(ids).substring(0, VERSION_LENGTH);
  }

  private RowBuilder head(Target target, Versions versions) {
    return new RowBuilder(GoldSkillEstimate.TABLE, edition)
        .set(GoldSkillEstimate.REP_KEY, target.rep())
        .set(GoldSkillEstimate.SKILL_ID, target.skill())
        .set(GoldSkillEstimate.FAMILY, target.standing().family())
        .maybe(GoldSkillEstimate.TEAM_ID, target.standing().team())
        .maybe(GoldSkillEstimate.MANAGER_REP_KEY, target.standing().manager())
        .set(GoldSkillEstimate.AS_OF, setting.asOf().day())
        .set(GoldSkillEstimate.PARAM_VERSION, versions.parameters())
        .set(GoldSkillEstimate.EVIDENCE_VERSION, versions.evidence());
  }
}
