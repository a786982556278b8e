package org.evenhand.report.facts;

import java.util.OptionalDouble;
import org.evenhand.stats.Figure;

/**
 * One number an artefact may print, or the reason why there is none.
 *
 * @param reason what to know about it, in words a rep reads; empty when there is nothing to say
 * @param query where it came from
 */
public record Fact(FactKey key, Figure figure, Evidence evidence, String reason, String query) {
  private static final String NOT_APPLICABLE = "Does not apply here.";

  /** Stands for a row that is not there: the cut does not apply. It carries no id. */
  public static Fact absent(FactKey key) {
    return new Fact(
        key, new Figure.Undefined(NOT_APPLICABLE), Evidence.plain(""), NOT_APPLICABLE, "");
  }

  public boolean isAbsent() {
    return query.isEmpty();
  }

  /** Id of the row in gold.fact; empty for a fact that is not there. */
  public String id() {
    return isAbsent() ? "" : key.id();
  }

  public boolean isKnown() {
    return figure instanceof Figure.Known;
  }

  /** The value when there is one. */
  public OptionalDouble value() {
    return figure instanceof Figure.Known known
        ? OptionalDouble.of(known.value())
        : OptionalDouble.empty();
  }

  /** The value as a whole number, 0 when there is none: for rules, never for print. */
  public long count() {
    return Math.round(value().orElse(0));
  }

  /** How much stands behind the value; 0 when there is none. */
  public long sample() {
    return figure instanceof Figure.Known known ? known.n() : 0;
  }

  public Verdict verdict() {
    return evidence.verdict();
  }

  public boolean hasInterval() {
    return figure instanceof Figure.Known known
        && evidence.confidence() > 0
        && known.low() <= known.high();
  }
}
