package org.evenhand.skills;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.skills.FigureRows.Reading;
import org.evenhand.skills.FigureRows.Subject;
import org.evenhand.skills.FigureRows.What;
import org.evenhand.stats.Figure;
import org.evenhand.stats.skills.Moments;
import org.evenhand.table.columns.GoldSkillSourceView;

/** What each source says of a rep's skill, and which one more item would tell most. */
record SourceFigures(FigureRows rows, InferencePolicy policy) {

  void of(Changed changed, List<Row> views) {
    Subject rep = Subject.rep(changed.pair().rep());
    Map<Double, String> gains = new TreeMap<>();
    for (Row view : views) {
      String source = GoldSkillSourceView.SOURCE_TYPE.text(view);
      gains.put(GoldSkillSourceView.NEXT_ITEM_GAIN.real(view), source);
      if (GoldSkillSourceView.N.whole(view) > 0) {
        said(rep, changed, view);
      }
    }
    gains.entrySet().stream()
        .reduce((less, more) -> more)
        .ifPresent(best -> next(rep, changed, best));
  }

  private void said(Subject rep, Changed changed, Row view) {
    double error = GoldSkillSourceView.SOURCE_ONLY_SE.real(view);
    String verdict =
        GoldSkillSourceView.VERDICT.isNull(view) ? "NONE" : GoldSkillSourceView.VERDICT.text(view);
    rows.add(
        rep,
        What.of(
            "skill_source",
            changed.pair().skill(),
            GoldSkillSourceView.SOURCE_TYPE.text(view),
            verdict),
        RepFigures.interval(
            new Moments(GoldSkillSourceView.SOURCE_ONLY_LEVEL.real(view), error * error),
            changed.level().prior().mean(),
            policy.confidence(),
            GoldSkillSourceView.N.whole(view)),
        Reading.points(policy.confidence()));
  }

  /** By what share the interval narrows: 1 &minus; &radic;(1 &minus; gain/variance). */
  private void next(Subject rep, Changed changed, Map.Entry<Double, String> best) {
    double left = 1 - best.getKey() / changed.level().moments().variance();
    double narrower = 1 - Math.sqrt(Math.max(0, left));
    rows.add(
        rep,
        What.of("skill_next", changed.pair().skill(), best.getValue()),
        new Figure.Known(narrower, narrower, narrower, changed.level().size().items()),
        Reading.points(policy.confidence()).plain().per("share"));
  }
}
