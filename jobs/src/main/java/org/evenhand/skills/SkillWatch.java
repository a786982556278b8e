package org.evenhand.skills;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.table.columns.GoldSkillRecommendation;
import org.evenhand.table.columns.GoldSkillSourceView;
import org.evenhand.table.columns.GoldSkillStall;
import org.evenhand.table.columns.SilverCalendar;

/** Skills that seem to fall or stand still, told to the rep first; and advice with its evidence. */
public final class SkillWatch implements Job {

  @Override
  public String name() {
    return "skill-watch";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldSkill.TABLE,
        GoldSkillEstimate.TABLE,
        GoldSkillContribution.TABLE,
        GoldSkillSourceView.TABLE,
        SilverCalendar.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldSkillStall.TABLE, GoldSkillRecommendation.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    InferencePolicy.Watch watch = InferencePolicy.of(context.policies()).watch();
    List<Changed> known = SkillTables.changed(context);
    List<Stalls.Named> named =
        new Stalls(watch, plannedGrowth(SkillTables.rows(context, GoldSkill.TABLE))).of(known);
    StallRows stalls = new StallRows(AsOf.of(context), watch.managerDelayDays(), edition);
    Map<Changed.Pair, String> next = next(SkillTables.rows(context, GoldSkillSourceView.TABLE));
    List<Row> advice =
        advice(known, named, SkillTables.pieces(context)).stream()
            .map(one -> row(one, Optional.ofNullable(next.get(one.pair())), edition))
            .toList();
    return JobResult.derived(
        context
            .tables()
            .edition(
                GoldSkillStall.TABLE,
                edition,
                named.stream().map(stalls::of).toList(),
                context.stamp()),
        context.tables().edition(GoldSkillRecommendation.TABLE, edition, advice, context.stamp()));
  }

  private static Map<String, Double> plannedGrowth(List<Row> skills) {
    Map<String, Double> planned = new TreeMap<>();
    for (Row row : skills) {
      if (!GoldSkill.PLANNED_GROWTH.isNull(row)) {
        planned.put(
            GoldSkill.FAMILY.text(row) + "|" + GoldSkill.SKILL_ID.text(row),
            GoldSkill.PLANNED_GROWTH.real(row));
      }
    }
    return planned;
  }

  static List<Advice> advice(
      List<Changed> known, List<Stalls.Named> named, Map<Changed.Pair, List<Piece>> pieces) {
    Set<Changed.Pair> fallen =
        named.stream()
            .filter(one -> one.kind() == Stalls.Kind.DECLINE)
            .map(one -> one.changed().pair())
            .collect(Collectors.toSet());
    return known.stream()
        .map(
            one ->
                Advice.of(
                    one,
                    fallen.contains(one.pair()) ? Advice.Fell.YES : Advice.Fell.NO,
                    pieces.getOrDefault(one.pair(), List.of())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The source one item of which would tell most. */
  private static Map<Changed.Pair, String> next(List<Row> views) {
    Map<Changed.Pair, String> best = new HashMap<>();
    Map<Changed.Pair, Double> gains = new HashMap<>();
    for (Row row : views) {
      Changed.Pair pair =
          new Changed.Pair(
              GoldSkillSourceView.REP_KEY.whole(row), GoldSkillSourceView.SKILL_ID.text(row));
      double gain = GoldSkillSourceView.NEXT_ITEM_GAIN.real(row);
      if (gain > gains.getOrDefault(pair, 0.0)) {
        gains.put(pair, gain);
        best.put(pair, GoldSkillSourceView.SOURCE_TYPE.text(row));
      }
    }
    return best;
  }

  private static Row row(Advice advice, Optional<String> next, Edition edition) {
    return new RowBuilder(GoldSkillRecommendation.TABLE, edition)
        .set(GoldSkillRecommendation.REP_KEY, advice.pair().rep())
        .set(GoldSkillRecommendation.SKILL_ID, advice.pair().skill())
        .set(GoldSkillRecommendation.KIND, advice.kind().name())
        .set(
            GoldSkillRecommendation.EVIDENCE_IDS,
            advice.cited().stream().map(piece -> piece.origin().id()).toList())
        .set(GoldSkillRecommendation.SOURCE_TYPES, advice.sources())
        .maybe(GoldSkillRecommendation.NEXT_SOURCE, next)
        .build();
  }
}
