package org.evenhand.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.stats.skills.SkillView;
import org.evenhand.stats.skills.Verdicts;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldSkillSourceView;

/**
 * What each kind of witness says, as rows of gold.skill_source_view; one also for kinds that said
 * nothing yet, with what one item of theirs would tell.
 */
record SourceRows(Edition edition) {

  List<Row> of(Solved solved, SkillParameters parameters) {
    SkillView view = solved.inference().view();
    List<String> sources = solved.inference().sources();
    Optional<List<Verdicts.OfSource>> verdicts =
        EstimateRows.required(solved.target(), view.curve())
            .map(level -> Verdicts.sources(view, level));
    List<Row> rows = new ArrayList<>();
    for (String source : new TreeSet<>(parameters.sources().keySet())) {
      RowBuilder row = head(solved, source, gain(view, parameters.source(source)));
      int position = sources.indexOf(source);
      if (position < 0) {
        rows.add(silent(row, view));
      } else {
        Optional<String> verdict = verdicts.map(all -> all.get(position).name());
        rows.add(heard(row, view.sources().get(position), verdict));
      }
    }
    return rows;
  }

  /**
   * k&sup2;/(k + R) with k = &lambda;v: the fall of the variance by one item of a new rater now.
   */
  private static double gain(SkillView view, SkillParameters.Source source) {
    double variance = view.curve().level().variance();
    double shared = source.loading() * variance;
    double own =
        source.deviation() * source.deviation() + source.pairVariance() + source.severityVariance();
    return shared * shared / (source.loading() * shared + own);
  }

  private static Row silent(RowBuilder row, SkillView view) {
    return row.set(GoldSkillSourceView.N, 0L)
        .set(GoldSkillSourceView.CONTRIBUTION, 0.0)
        .set(GoldSkillSourceView.LEVEL_WITHOUT_SOURCE, view.curve().level().mean())
        .set(GoldSkillSourceView.LEVEL_WITHOUT_SOURCE_SE, view.curve().level().deviation())
        .build();
  }

  private static Row heard(RowBuilder row, SkillView.SourceView source, Optional<String> verdict) {
    return row.set(GoldSkillSourceView.N, (long) source.n())
        .set(GoldSkillSourceView.CONTRIBUTION, source.contribution())
        .set(GoldSkillSourceView.SOURCE_ONLY_LEVEL, source.alone().mean())
        .set(GoldSkillSourceView.SOURCE_ONLY_SE, source.alone().deviation())
        .set(GoldSkillSourceView.LEVEL_WITHOUT_SOURCE, source.without().mean())
        .set(GoldSkillSourceView.LEVEL_WITHOUT_SOURCE_SE, source.without().deviation())
        .maybe(GoldSkillSourceView.CONFLICT_Z, source.conflict())
        .maybe(GoldSkillSourceView.VERDICT, verdict)
        .build();
  }

  private RowBuilder head(Solved solved, String source, double gain) {
    return new RowBuilder(GoldSkillSourceView.TABLE, edition)
        .set(GoldSkillSourceView.REP_KEY, solved.target().rep())
        .set(GoldSkillSourceView.SKILL_ID, solved.target().skill())
        .set(GoldSkillSourceView.SOURCE_TYPE, source)
        .set(GoldSkillSourceView.NEXT_ITEM_GAIN, gain);
  }
}
