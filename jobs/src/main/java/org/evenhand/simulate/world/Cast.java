package org.evenhand.simulate.world;

/**
 * The reps, by number, whose story is fixed in every simulation, so that each trap of the sample
 * data sits at a known key. All numbers are at most 60.
 */
public final class Cast {
  /** Moves to team T04 on 2026-08-10: two managers in one quarter. */
  public static final int TRANSFER = 3;

  /** Mail is not captured: looks idle in tasks. */
  public static final int NO_MAIL = 5;

  /** On parental leave from 2026-04-20 to 2026-07-26. */
  public static final int LEAVE = 9;

  /** Keeps the team, changes the territory on 2026-05-04. */
  public static final int TERRITORY_MOVE = 11;

  /** Left on 2025-09-12, hired again on 2026-02-02. */
  public static final int REHIRE = 17;

  /** Changes the commission plan on 2026-04-01. */
  public static final int PLAN_CHANGE = 22;

  /** Loses a commission by clawback in 2026Q3. */
  public static final int CLAWBACK = 23;

  /** A 2026Q2 statement of this rep is restated after close. */
  public static final int RESTATED = 26;

  /** Works part time. */
  public static final int PART_TIME = 30;

  /** Leaves on 2026-06-19. */
  public static final int LEAVER = 37;

  /** Calls are not recorded: consent refused. */
  public static final int NO_CALLS = 41;

  /** Promoted with a date in the future: 2026-11-01. */
  public static final int FUTURE_ROW = 44;

  /** Team change of 2026-01-05 that HR entered only in April: a back-dated row. */
  public static final int BACK_DATED = 48;

  /** CRM account under an alias without employee number; the directory states whose it is. */
  public static final int LINKED = 20;

  /** CRM account under an alias without employee number, and a colleague of the same name. */
  public static final int AMBIGUOUS = 40;

  /** Has the same name as {@link #AMBIGUOUS}. */
  public static final int NAMESAKE = 45;

  /** Two job rows on the same day, 2026-07-06: the second one holds. */
  public static final int SAME_DAY = 13;

  /** A deal of this rep, won in 2026Q1, is deleted in 2026Q3. */
  public static final int DELETED_DEAL = 4;

  /** Activities of this rep arrive late, after the quarter was closed. */
  public static final int LATE = 12;

  /** First and last rep of the team of four. */
  public static final int SMALL_TEAM_FIRST = 52;

  public static final int SMALL_TEAM_LAST = 55;

  private Cast() {}
}
