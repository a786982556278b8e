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
  public static final int RESTATED = 25;

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

  private Cast() {}
}
