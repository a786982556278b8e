package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A rep.
 *
 * @param number from 1; every system's id of this person is derived from it
 * @param name invented
 * @param role constant over a rep's time here
 * @param nature what makes this rep differ
 * @param demography what HR knows
 * @param stints employment history in order, without gaps from the first hire on
 */
public record Person(
    int number, Name name, Role role, Nature nature, Demography demography, List<Stint> stints) {
  /** An invented name. */
  public record Name(String given, String family) {
    public String full() {
      return given + " " + family;
    }
  }

  public Person {
    stints = List.copyOf(stints);
  }

  public String workerId() {
    return "W%06d".formatted(100_000 + number);
  }

  public String email() {
    return "%s.%s%d@example.com".formatted(plain(name.given()), plain(name.family()), number);
  }

  public LocalDate hired() {
    return stints.get(0).from();
  }

  /** The stint on that day; empty before the first hire. */
  public Optional<Stint> on(LocalDate day) {
    for (Stint stint : stints) {
      if (stint.covers(day)) {
        return Optional.of(stint);
      }
    }
    return Optional.empty();
  }

  /** The stint on that day if the rep was at work in it. */
  public Optional<Stint> workingOn(LocalDate day) {
    return on(day).filter(stint -> stint.status() == Stint.Status.WORKING);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
