package org.evenhand.roi;

import java.util.function.IntPredicate;

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

  static Scope role(Panel all, String role) {
    return new Scope(
        Kind.ROLE, role, all.only(block -> block.stratum().role().equals(role)), cohort -> true);
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

  /** One treated team against everybody untreated; other teams of its cohort stay out. */
  static Scope team(Panel all, String team, int cohort) {
    return new Scope(
        Kind.TEAM,
        team,
        all.only(block -> block.team().equals(team) || block.cohort() != cohort),
        own -> own == cohort);
  }

  /** Whether a block's reps are among those the effect is about. */
  boolean treats(Block block) {
    return block.treated() && cohorts.test(block.cohort());
  }
}
