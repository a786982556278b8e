package org.evenhand.simulate.world;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing a rep did.
 *
 * @param key unique within the simulation
 * @param rep who
 * @param day on which day of the rep's zone
 * @param kind what
 * @param start when, an instant
 * @param minutes how long
 */
public record Activity(
    long key, Person rep, LocalDate day, ActivityKind kind, Instant start, int minutes) {
  public Instant end() {
    return start.plusSeconds(minutes * 60L);
  }
}
