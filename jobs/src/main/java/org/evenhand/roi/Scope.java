package org.evenhand.roi;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Whose effect is asked for.
 *
 * @param id 'all', a role family, a baseline team, a third, a band
 * @param panel treated and comparison reps of the scope
 * @param cohorts cohorts whose effects count
 */
record Scope(Kind kind, String id, Panel panel, IntPredicate cohorts) {

  /** Kinds in order of size. */
  enum Kind {
    COMPANY,
    ROLE,
    PRIOR_TERCILE,
    TENURE_BAND,
    TEAM
  }

  static Scope company(Panel all) {
    return new Scope(Kind.COMPANY, "all", all, cohort -> true);
  }

  /** Treated reps of the role against everybody untreated: of the role where that is enough. */
  static Scope role(Panel all, String role) {
    return among(Kind.ROLE, role, all, block -> block.stratum().role().equals(role));
  }

  static Scope tercile(Panel all, String tercile) {
    return new Scope(
        Kind.PRIOR_TERCILE,
        tercile,
        all.only(block -> block.stratum().priorTercile().equals(tercile)),
        cohort -> true);
  }

  static Scope band(Panel all, String band) {
    return new Scope(
        Kind.TENURE_BAND,
        band,
        all.only(block -> block.stratum().tenureBand().equals(band)),
        cohort -> true);
  }

  /** One treated team against everybody untreated. */
  static Scope team(Panel all, String team) {
    return among(Kind.TEAM, team, all, block -> block.team().equals(team));
  }

  /** Some treated reps; others of their cohorts stay out, others still untreated compare. */
  private static Scope among(Kind kind, String id, Panel all, Predicate<Block> chosen) {
    Set<Integer> cohorts = new TreeSet<>();
    all.sums().stream()
        .map(BlockSum::block)
        .filter(block -> block.treated() && chosen.test(block))
        .forEach(block -> cohorts.add(block.cohort()));
    Panel panel = all.only(block -> chosen.test(block) || !cohorts.contains(block.cohort()));
    return new Scope(kind, id, panel, cohorts::contains);
  }

  /** Whether a block's reps are among those the effect is about. */
  boolean treats(Block block) {
    return block.treated() && cohorts.test(block.cohort());
  }
}
