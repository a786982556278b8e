package org.evenhand.stats.skills;

/** One thing somebody or something said of one skill of one person. */
public record Evidence(String id, Subject subject, Origin origin, Reading reading) {
  /**
   * Whom and what it is about.
   *
   * @param family job family at the time
   */
  public record Subject(String rep, String skill, String family) {
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
  public record Origin(String source, String rater) {
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
  public record Reading(double week, double value, double weight, double errorVariance) {}
}
