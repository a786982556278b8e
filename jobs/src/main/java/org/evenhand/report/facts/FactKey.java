package org.evenhand.report.facts;

import org.evenhand.schema.Sha256;

/**
 * The four keys of a fact, as docs/facts.md lists them.
 *
 * @param dimension further cut, empty when there is none
 * @param period now, before, change, comparable, all, or a quarter
 */
public record FactKey(Subject subject, String measure, String dimension, String period) {

  /** The key of a measure without a further cut. */
  public static FactKey of(Subject subject, String measure, String period) {
    return new FactKey(subject, measure, "", period);
  }

  /** The id that goes with the key: 16 hex characters, the same in every edition. */
  public String id() {
    String text = String.join("|", subject.kind().name(), subject.id(), measure, dimension, period);
    return Sha256.of(text).substring(0, 16);
  }
}
