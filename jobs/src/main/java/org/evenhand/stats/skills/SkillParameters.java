package org.evenhand.stats.skills;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything the local solve takes as known; goes to executors as it is.
 *
 * @param means &mu; by "family|skill"
 * @param severities by rater, or by "source|rater" where a rater serves several sources
 * @param tails of the noise, for robust weights
 */
public record SkillParameters(
    Kernel kernel,
    Map<String, Double> means,
    Map<String, Source> sources,
    Map<String, Severity> severities,
    Tails tails)
    implements Serializable {
  public SkillParameters {
    means = copy(means);
    sources = copy(sources);
    severities = copy(severities);
  }

  /** Looked up by every item: names that differ in a number alone make Map.copyOf search long. */
  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new HashMap<>(map));
  }

  /**
   * A kind of witness.
   *
   * @param offset b
   * @param loading &lambda;
   * @param deviation &sigma;
   * @param pairVariance &omega;&sup2; of one rater about one person
   * @param severityVariance &tau;&sup2; of its raters: what is unknown of a rater not met before
   */
  public record Source(
      double offset, double loading, double deviation, double pairVariance, double severityVariance)
      implements Serializable {
    public Source {
      if (!(deviation > 0 && pairVariance >= 0 && severityVariance >= 0)) {
        throw new IllegalArgumentException(
            "Cannot use a source with deviation %s, pair variance %s and severity variance %s: the first is more than 0, the others 0 or more. Correct the parameters."
                .formatted(deviation, pairVariance, severityVariance));
      }
    }
  }

  /** How far a rater lies above the others of the source, and how uncertain that is. */
  public record Severity(double mean, double variance) implements Serializable {}

  /** Whether the local solve can use the evidence: its source and its family's mean are known. */
  public boolean covers(Evidence evidence) {
    return sources.containsKey(evidence.origin().source()) && covers(evidence.subject());
  }

  /** Whether there is a prior for the skill in the family. */
  public boolean covers(Evidence.Subject subject) {
    return means.containsKey(subject.meanKey());
  }

  /** Whether a rater's severity is known. */
  public boolean knows(Evidence.Origin origin) {
    return severities.containsKey(origin.key()) || severities.containsKey(origin.rater());
  }

  /** A rater not met before has no severity and its source's variance; nobody has neither. */
  public Severity severity(Evidence.Origin origin) {
    if (!origin.isNamed()) {
      return new Severity(0, 0);
    }
    Severity own = severities.get(origin.key());
    Severity anywhere = own == null ? severities.get(origin.rater()) : own;
    return anywhere == null ? new Severity(0, source(origin).severityVariance()) : anywhere;
  }

  Source source(Evidence.Origin origin) {
    return source(origin.source());
  }

  /**
   * @throws IllegalArgumentException when there is no such source
   */
  public Source source(String name) {
    Source source = sources.get(name);
    if (source == null) {
      throw new IllegalArgumentException(
          "Cannot use evidence of source '%s': it is not in the parameters. Leave it out."
              .formatted(name));
    }
    return source;
  }

  double mean(Evidence.Subject subject) {
    Double mean = means.get(subject.meanKey());
    if (mean == null) {
      throw new IllegalArgumentException(
          "Cannot use evidence of '%s': its mean is not in the parameters. Leave it out."
              .formatted(subject.meanKey()));
    }
    return mean;
  }
}
