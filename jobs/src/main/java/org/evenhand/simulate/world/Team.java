package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A team under one manager at a time.
 *
 * @param number from 1
 * @param role the role of all its reps
 * @param region where it sells
 * @param goLive first day of the AI bundle; empty for the never-treated teams
 * @param effect the planted effect from that day
 */
public record Team(
    int number, Role role, Region region, Optional<LocalDate> goLive, Effect effect) {
  public String id() {
    return "T%02d".formatted(number);
  }

  public String name() {
    String area = region.name().charAt(0) + region.name().substring(1).toLowerCase(Locale.ROOT);
    return "%s %s %s".formatted(role == Role.SUPPORT ? "Support" : role.name(), area, id());
  }

  /** The same team with rollouts that do nothing. */
  Team idle() {
    return new Team(number, role, region, goLive, Effect.NONE);
  }

  /** Whether the bundle is live on that day. */
  public boolean treatedOn(LocalDate day) {
    return goLive.isPresent() && !day.isBefore(goLive.get());
  }
}
