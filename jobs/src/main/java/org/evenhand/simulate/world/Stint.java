package org.evenhand.simulate.world;

import java.time.LocalDate;

/**
 * A stretch of someone's employment during which nothing about it changes.
 *
 * @param from first day
 * @param to first day after, {@link #FOREVER} while it lasts
 * @param status working, on leave, or gone from the company
 * @param post where and what
 */
public record Stint(LocalDate from, LocalDate to, Status status, Post post) {
  public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

  /** Whether the person works, is on leave, or has left. */
  public enum Status {
    WORKING,
    LEAVE,
    GONE
  }

  /**
   * @param team team number
   * @param territory territory number
   * @param profile HR's job profile
   * @param fte full-time equivalent, 1 for full time
   */
  public record Post(int team, int territory, String profile, double fte) {
    Post inTerritory(int other) {
      return new Post(team, other, profile, fte);
    }

    Post inTeam(int otherTeam, int otherTerritory) {
      return new Post(otherTeam, otherTerritory, profile, fte);
    }

    Post withProfile(String other) {
      return new Post(team, territory, other, fte);
    }

    Post partTime(double share) {
      return new Post(team, territory, profile, share);
    }
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  Stint until(LocalDate end) {
    return new Stint(from, end, status, post);
  }
}
