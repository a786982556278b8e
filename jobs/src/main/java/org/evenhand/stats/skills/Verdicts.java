package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a person has a skill that is asked for (design 04, section 2). A source says HAS when
 * P(level by it alone &gt; target) is .8 or more, LACKS at .2 or less, SILENT when the level's
 * variance would grow by less than 5 % without it, and is DISPUTED when it conflicts with the
 * others: |z| &gt; 2, held at that error rate over the skill's sources by Benjamini and Hochberg
 * (1995). The skill is UNKNOWN with fewer than three items or two sources: one source alone never
 * supports a claim.
 */
public final class Verdicts {
  private static final double SURE = 0.8;
  private static final double SILENT = 0.05;
  private static final double CONFLICT_Z = 2;

  /** Pieces of evidence below which nothing is claimed. */
  public static final int FEWEST_ITEMS = 3;

  /** Sources below which nothing is claimed. */
  public static final int FEWEST_SOURCES = 2;

  private Verdicts() {}

  /** What a source says. */
  public enum OfSource {
    HAS,
    LACKS,
    UNSURE,
    SILENT,
    DISPUTED
  }

  /** What all of them say. */
  public enum OfSkill {
    HAS,
    LACKS,
    UNKNOWN,
    CONFLICT
  }

  /** One each source, in the view's order. */
  public static List<OfSource> sources(SkillView view, double target) {
    List<Integer> disputed = disputed(view.sources());
    List<OfSource> verdicts = new ArrayList<>();
    for (int i = 0; i < view.sources().size(); i++) {
      verdicts.add(
          disputed.contains(i)
              ? OfSource.DISPUTED
              : source(view.sources().get(i), view.curve().level(), target));
    }
    return verdicts;
  }

  private static OfSource source(SkillView.SourceView source, Moments level, double target) {
    if (source.without().variance() - level.variance() < SILENT * source.without().variance()) {
      return OfSource.SILENT;
    }
    double above = 1 - source.alone().probabilityBelow(target);
    if (above >= SURE) {
      return OfSource.HAS;
    }
    return above <= 1 - SURE ? OfSource.LACKS : OfSource.UNSURE;
  }

  /** Whether there is too little evidence to claim anything. */
  public static boolean isThin(SkillView view) {
    return view.witnesses().size() < FEWEST_ITEMS || view.sources().size() < FEWEST_SOURCES;
  }

  public static OfSkill skill(SkillView view, double target) {
    if (isThin(view)) {
      return OfSkill.UNKNOWN;
    }
    if (!disputed(view.sources()).isEmpty()) {
      return OfSkill.CONFLICT;
    }
    double above = 1 - view.curve().level().probabilityBelow(target);
    if (above >= SURE) {
      return OfSkill.HAS;
    }
    return above <= 1 - SURE ? OfSkill.LACKS : OfSkill.UNKNOWN;
  }

  /** Positions of the sources whose conflict stands out; a source alone conflicts with nobody. */
  private static List<Integer> disputed(List<SkillView.SourceView> sources) {
    if (sources.size() < FEWEST_SOURCES) {
      return List.of();
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double level = 2 * normal.survivalProbability(CONFLICT_Z);
    double[] p =
        sources.stream()
            .mapToDouble(
                one -> 2 * normal.survivalProbability(Math.abs(one.conflict().orElse(0.0))))
            .toArray();
    List<Integer> order =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
    int last = 0;
    for (int rank = 1; rank <= p.length; rank++) {
      last = p[order.get(rank - 1)] <= level * rank / p.length ? rank : last;
    }
    return order.subList(0, last);
  }
}
