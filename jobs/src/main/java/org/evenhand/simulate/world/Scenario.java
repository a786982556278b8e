package org.evenhand.simulate.world;

/**
 * How reps are cut into teams, and whose rollouts do nothing.
 *
 * @param grouping how large teams are
 * @param idleEvery of the small companies, every how manieth has rollouts without any effect; 0:
 *     none
 */
public record Scenario(Grouping grouping, int idleEvery) {
  /** One company, with the effects of the patterns. */
  public static final Scenario ORDINARY = new Scenario(Grouping.ONE_COMPANY, 0);

  /** Reps and teams of one small company: those of the committed sample. */
  public static final int SMALL_REPS = 60;

  public static final int SMALL_TEAMS = 10;

  /** How many reps share a team. */
  public enum Grouping {
    /** Sixty reps in ten teams; of more than sixty, about twenty share a team. */
    ONE_COMPANY,
    /** Every sixty reps are ten teams of four to seven, whatever the size of the export. */
    SMALL_COMPANIES
  }

  /** Whether rollouts reach this team and do nothing. */
  boolean isIdle(int team) {
    return grouping == Grouping.SMALL_COMPANIES
        && idleEvery > 0
        && ((team - 1) / SMALL_TEAMS + 1) % idleEvery == 0;
  }
}
