package org.evenhand.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.Moments;
import org.evenhand.stats.skills.SkillInference;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.stats.skills.SkillView;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldSkillContribution;

/** What each piece of evidence does, as rows of gold.skill_contribution. */
record ContributionRows(Edition edition) {

  List<Row> of(Solved solved, SkillParameters parameters) {
    SkillInference inference = solved.inference();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < solved.items().size(); i++) {
      rows.add(
          row(
              solved.items().get(i),
              inference.view().witnesses().get(i),
              new Counting(
                  inference.robustWeights().get(i),
                  without(solved, i),
                  parameters.severity(solved.items().get(i).evidence().origin()).mean())));
    }
    return rows;
  }

  /**
   * How an item is counted.
   *
   * @param robust by which its weight was multiplied
   * @param without level without it
   */
  private record Counting(double robust, Moments without, double severity) {}

  private static Moments without(Solved solved, int i) {
    return solved
        .without()
        .getOrDefault(
            solved.items().get(i).evidence().id(),
            solved.inference().view().witnesses().get(i).without());
  }

  private Row row(Item item, SkillView.WitnessView view, Counting counting) {
    Evidence evidence = item.evidence();
    double severity = counting.severity();
    double value = evidence.reading().value();
    RowBuilder row = head(item);
    return row.set(GoldSkillContribution.ADJUSTED_VALUE, value)
        .set(GoldSkillContribution.COUNTED_AS, value - severity)
        .set(GoldSkillContribution.WEIGHT, view.weight())
        .set(GoldSkillContribution.COUNTED, counting.robust() * evidence.reading().weight())
        .set(GoldSkillContribution.CONTRIBUTION, view.contribution())
        .set(GoldSkillContribution.SEVERITY_CORRECTION, -view.weight() * severity)
        .set(GoldSkillContribution.CHANGE_CONTRIBUTION, view.changeContribution())
        .set(GoldSkillContribution.LOO_Z, view.z())
        .set(GoldSkillContribution.LEVEL_IF_REMOVED, counting.without().mean())
        .set(GoldSkillContribution.SE_IF_REMOVED, counting.without().deviation())
        .build();
  }

  private RowBuilder head(Item item) {
    Evidence evidence = item.evidence();
    Optional<String> rater =
        evidence.origin().isNamed() ? Optional.of(evidence.origin().rater()) : Optional.empty();
    return new RowBuilder(GoldSkillContribution.TABLE, edition)
        .set(GoldSkillContribution.EVIDENCE_ID, evidence.id())
        .set(GoldSkillContribution.REP_KEY, Long.parseLong(evidence.subject().rep()))
        .set(GoldSkillContribution.SKILL_ID, evidence.subject().skill())
        .set(GoldSkillContribution.SOURCE_TYPE, evidence.origin().source())
        .maybe(GoldSkillContribution.RATER_KEY, rater)
        .set(GoldSkillContribution.DAY, item.day())
        .set(GoldSkillContribution.STATUS, item.status());
  }
}
