package org.evenhand.skills;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Moments;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillEstimate;

/**
 * Which skills of whom become badges: verdict HAS, number not held back. Nothing is said of skills
 * a person lacks.
 */
public final class Badges {
  private static final int CITED = 5;

  private Badges() {}

  /**
   * @param estimates rows of gold.skill_estimate of one edition
   * @param contributions its rows of gold.skill_contribution
   * @param skills its rows of gold.skill
   * @param issued when they are given
   * @return in order of person and skill
   */
  public static List<Badge> of(
      List<Row> estimates, List<Row> contributions, List<Row> skills, Instant issued) {
    Map<String, Row> byFamily = new HashMap<>();
    skills.forEach(
        row -> byFamily.put(GoldSkill.FAMILY.text(row) + "|" + GoldSkill.SKILL_ID.text(row), row));
    Map<Changed.Pair, List<Piece>> pieces =
        contributions.stream().map(Piece::of).collect(Collectors.groupingBy(Piece::pair));
    return estimates.stream()
        .filter(Badges::isEarned)
        .sorted(
            Comparator.comparingLong(GoldSkillEstimate.REP_KEY::whole)
                .thenComparing(GoldSkillEstimate.SKILL_ID::text))
        .flatMap(row -> badge(row, byFamily, pieces, issued).stream())
        .toList();
  }

  private static boolean isEarned(Row row) {
    return GoldSkillEstimate.VERDICT.text(row).equals("HAS")
        && GoldSkillEstimate.STATE.text(row).equals("KNOWN")
        && Boolean.FALSE.equals(GoldSkillEstimate.RECOMMEND_SUPPRESS.value(row));
  }

  private static Optional<Badge> badge(
      Row row, Map<String, Row> skills, Map<Changed.Pair, List<Piece>> pieces, Instant issued) {
    Changed found = Changed.of(row);
    String key = found.place().family() + "|" + found.pair().skill();
    double mean = found.level().prior().mean();
    Moments level = found.level().moments();
    return Optional.ofNullable(skills.get(key))
        .map(
            skill ->
                new Badge(
                    found.pair().rep(),
                    skill,
                    new Badge.Levels(
                        new Moments(level.mean() - mean, level.variance()),
                        found.level().required().orElse(mean) - mean),
                    cited(pieces.getOrDefault(found.pair(), List.of())),
                    GoldSkillEstimate.PARAM_VERSION.text(row),
                    issued));
  }

  private static List<Badge.Cited> cited(List<Piece> pieces) {
    return pieces.stream()
        .sorted(
            Comparator.<Piece>comparingDouble(piece -> -piece.effect().level())
                .thenComparing(piece -> piece.origin().id()))
        .limit(CITED)
        .map(
            piece ->
                new Badge.Cited(
                    piece.origin().id(), piece.origin().source(), piece.origin().day().toString()))
        .toList();
  }
}
