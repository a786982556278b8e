package org.evenhand.stats.skills;

import java.io.Serializable;
import java.util.Comparator;

/** One thing somebody or something said of one skill of one person. */
public record Evidence(String id, Subject subject, Origin origin, Reading reading)
    implements Serializable {
  /**
   * By person, skill, week and id, then by everything else: the order sums run in, so that no
   * answer depends on how the evidence came.
   */
  public static final Comparator<Evidence> ORDER =
      Comparator.comparing((Evidence one) -> one.subject().rep())
          .thenComparing(one -> one.subject().skill())
          .thenComparingDouble(one -> one.reading().week())
          .thenComparing(Evidence::id)
          .thenComparing(one -> one.subject().family())
          .thenComparing(one -> one.origin().source())
          .thenComparing(one -> one.origin().rater())
          .thenComparingDouble(one -> one.reading().value())
          .thenComparingDouble(one -> one.reading().weight())
          .thenComparingDouble(one -> one.reading().errorVariance());

  /**
   * Whom and what it is about.
   *
   * @param family job family at the time
   */
  public record Subject(String rep, String skill, String family) implements Serializable {
    /** The key of the mean of the family's skill. */
    public String meanKey() {
      return family + "|" + skill;
    }
  }

  /**
   * Where it comes from.
   *
   * @param rater who said it (for AI its model and version, for goals who set the target); empty
   *     when nobody is named
   */
  public record Origin(String source, String rater) implements Serializable {
    public boolean isNamed() {
      return !rater.isEmpty();
    }

    /** A rater's severity is one per source. */
    public String key() {
      return source + "|" + rater;
    }
  }

  /**
   * What was said.
   *
   * @param week when it happened
   * @param value on the scale of the skill
   * @param weight w: twice the weight is half the source's noise variance
   * @param errorVariance s&sup2;, known error of the value itself
   */
  public record Reading(double week, double value, double weight, double errorVariance)
      implements Serializable {}
}
