package org.evenhand.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.GoldSkillRecommendation;
import org.evenhand.table.columns.GoldSkillSourceView;
import org.evenhand.table.columns.GoldSkillStall;

/**
 * What the tables of skills hold, on the driver.
 *
 * @param views by pair, in order of sources
 * @param advice rows of gold.skill_recommendation
 */
record Found(
    List<Changed> changed,
    Map<Changed.Pair, List<Piece>> pieces,
    Map<Changed.Pair, List<Row>> views,
    List<Stalled> stalls,
    List<Row> advice) {

  static Found of(RunContext context) {
    return new Found(
        SkillTables.changed(context),
        SkillTables.pieces(context),
        views(SkillTables.rows(context, GoldSkillSourceView.TABLE)),
        SkillTables.rows(context, GoldSkillStall.TABLE).stream().map(Stalled::of).toList(),
        SkillTables.rows(context, GoldSkillRecommendation.TABLE));
  }

  private static Map<Changed.Pair, List<Row>> views(List<Row> rows) {
    Map<Changed.Pair, List<Row>> views = new HashMap<>();
    rows.stream()
        .sorted(Comparator.comparing(GoldSkillSourceView.SOURCE_TYPE::text))
        .forEach(row -> views.computeIfAbsent(pair(row), key -> new ArrayList<>()).add(row));
    return views;
  }

  private static Changed.Pair pair(Row row) {
    return new Changed.Pair(
        GoldSkillSourceView.REP_KEY.whole(row), GoldSkillSourceView.SKILL_ID.text(row));
  }
}
