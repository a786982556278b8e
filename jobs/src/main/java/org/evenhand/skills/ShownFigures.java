package org.evenhand.skills;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.skills.FigureRows.Reading;
import org.evenhand.skills.FigureRows.Subject;
import org.evenhand.skills.FigureRows.What;
import org.evenhand.stats.Figure;
import org.evenhand.table.columns.GoldSkillRecommendation;

/**
 * Everything shown while the calibration gate is open.
 *
 * @param asOf day of the levels
 * @param known last day anything was known of: what managers may see by then
 */
record ShownFigures(FigureRows rows, InferencePolicy policy, AsOf asOf, LocalDate known) {

  void of(Found found, CompanyFigures company) {
    for (Changed one : found.changed()) {
      new RepFigures(rows, policy).of(one, found.pieces().getOrDefault(one.pair(), List.of()));
      new SourceFigures(rows, policy).of(one, found.views().getOrDefault(one.pair(), List.of()));
    }
    found.stalls().forEach(this::stall);
    found.advice().forEach(this::advice);
    groups(found);
    company.moved(found.changed());
    BackTest backTest = backTest(found.changed());
    company.stalls(found.stalls(), backTest.precision(), backTest.lead(found.pieces()));
  }

  private void groups(Found found) {
    GroupFigures groups = new GroupFigures(rows);
    groups.needs(found.changed());
    groups.disputes(found.changed(), found.views());
    groups.stalls(
        found.changed(),
        found.stalls().stream().filter(one -> !one.managerFrom().isAfter(known)).toList());
  }

  private BackTest backTest(List<Changed> changed) {
    return new BackTest(
        new Stalls(policy.watch(), Map.of()).before(changed),
        asOf.day().minusWeeks((long) Watched.BEFORE),
        policy.watch().leaveOut());
  }

  private void stall(Stalled stalled) {
    rows.add(
        Subject.rep(stalled.pair().rep()),
        What.of("skill_stall", stalled.pair().skill(), stalled.kind()),
        RepFigures.interval(stalled.watched(), 0, policy.movementConfidence(), 1),
        Reading.points(policy.movementConfidence()).because(Optional.of(Words.stall(stalled))));
  }

  private void advice(Row row) {
    List<String> ids = GoldSkillRecommendation.EVIDENCE_IDS.list(row);
    rows.add(
        Subject.rep(GoldSkillRecommendation.REP_KEY.whole(row)),
        What.of(
            "skill_advice",
            GoldSkillRecommendation.SKILL_ID.text(row),
            GoldSkillRecommendation.KIND.text(row),
            String.join(",", ids)),
        Figure.count(ids.size()),
        Reading.count(FigureRows.ITEMS));
  }
}
