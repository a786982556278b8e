package org.evenhand.simulate.world;

import java.time.LocalDate;

/**
 * A manager of a team. Team T05 changes hands on 2026-05-18; the manager of T02 always follows the
 * AI's suggestion.
 *
 * @param number a person number beyond all reps
 * @param team the team managed
 * @param successor whether this is the second manager of the team
 */
public record Manager(int number, int team, boolean successor) {
  /** The team whose manager always follows the AI. */
  public static final int DEFERENT_TEAM = 2;

  /** The team whose manager changes. */
  public static final int CHANGING_TEAM = 5;

  /** First day of the second manager of {@link #CHANGING_TEAM}. */
  public static final LocalDate HANDOVER = LocalDate.of(2026, 5, 18);

  private static final int FIRST = 500_000;

  static Manager of(int team, LocalDate day) {
    boolean successor = team == CHANGING_TEAM && !day.isBefore(HANDOVER);
    return new Manager(FIRST + team * 2 + (successor ? 1 : 0), team, successor);
  }

  public String workerId() {
    return "W%06d".formatted(100_000 + number);
  }

  /** An invented name. */
  public String name() {
    return Names.of(0, number).full();
  }

  public String email() {
    return "manager%d@example.com".formatted(number);
  }
}
