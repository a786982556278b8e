package org.evenhand.panel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A deal as the analyses need it.
 *
 * @param opened who held it when it began
 * @param closed who held it when it was decided
 */
record Deal(Span span, Holder opened, Holder closed, Money money, Marks marks) {
  static final String WON = "WON";
  static final String LOST = "LOST";

  /**
   * @param start day created, else day work began; empty when neither was delivered
   * @param end day decided; empty while open
   * @param outcome OPEN, WON or LOST
   */
  record Span(Optional<LocalDate> start, Optional<LocalDate> end, String outcome) {}

  /** A rep with the team and role of that day. */
  record Holder(Optional<Long> rep, Optional<String> team, Optional<String> role) {}

  /**
   * @param amount in its own currency; empty when unknown
   * @param reporting at the rate of the closing day in the reporting currency
   */
  record Money(Optional<BigDecimal> amount, String currency, Optional<BigDecimal> reporting) {}

  /**
   * @param stage as the system names it
   * @param owner latest owner
   * @param account whether an account is named
   */
  record Marks(String stage, Optional<Long> owner, boolean account) {}

  boolean is(String outcome) {
    return span.outcome().equals(outcome);
  }

  boolean decided() {
    return (is(WON) || is(LOST)) && span.end().isPresent();
  }
}
