package org.evenhand.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.evenhand.stats.Spell;

/**
 * Something a rep tries to bring to success: a deal, a lead, a ticket.
 *
 * @param family whose conversion it counts for; empty when the role is unknown
 * @param cause 0 open, 1 succeeded, 2 failed
 */
record Case(
    Deal.Holder holder,
    Optional<String> family,
    LocalDate start,
    Optional<LocalDate> end,
    int cause) {

  boolean startsIn(LocalDate first, LocalDate last) {
    return !start.isBefore(first) && !start.isAfter(last);
  }

  /** Watched to the end of a day: what came later is not known yet. Days from the start. */
  Spell watchedUntil(LocalDate day) {
    double watched = ChronoUnit.DAYS.between(start, day);
    Spell whole =
        end.map(ended -> Spell.of((double) ChronoUnit.DAYS.between(start, ended), cause))
            .orElseGet(() -> Spell.of(watched, 0));
    return whole.until(watched);
  }
}
