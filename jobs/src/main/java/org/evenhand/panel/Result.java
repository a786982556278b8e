package org.evenhand.panel;

import java.util.Optional;
import org.evenhand.stats.Figure;

/**
 * One figure of one subject, ready to become a row.
 *
 * @param key what it is
 * @param figure the number or the reason why there is none
 * @param notes how to read it
 */
record Result(Key key, Figure figure, Notes notes) {

  /** The same with what to know about it. */
  Result because(String text) {
    return new Result(key, figure, notes.because(text));
  }

  /**
   * @param dimension further cut; empty when there is none
   * @param period now, before, change, comparable, all, or a quarter
   */
  record Key(Subject subject, String measure, String dimension, String period) {
    /** Whether it is about the rep alone: comparable figures are about reps like them. */
    boolean isOfOneRep() {
      return subject.kind() == Subject.Kind.REP && !period.equals("comparable");
    }
  }

  /**
   * @param unit unit of the value
   * @param reps reps behind the number
   * @param confidence level of the interval; empty for plain counts
   * @param grade A to D, where grading applies
   * @param verdict where the figure is a comparison
   * @param reason what to know about a number that is there
   */
  record Notes(
      String unit,
      long reps,
      Optional<Double> confidence,
      Optional<String> grade,
      Optional<Verdict> verdict,
      Optional<String> reason) {

    /** A plain count or sum. */
    static Notes plain(String unit, long reps) {
      return new Notes(
          unit, reps, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An estimate with an interval. */
    static Notes estimate(String unit, long reps, double confidence) {
      return plain(unit, reps).at(confidence);
    }

    Notes at(double level) {
      return new Notes(unit, reps, Optional.of(level), grade, verdict, reason);
    }

    Notes graded(String evidence) {
      return new Notes(unit, reps, confidence, Optional.of(evidence), verdict, reason);
    }

    Notes judged(Verdict by) {
      return new Notes(unit, reps, confidence, grade, Optional.of(by), reason);
    }

    Notes because(String text) {
      return new Notes(unit, reps, confidence, grade, verdict, Optional.of(text));
    }
  }
}
