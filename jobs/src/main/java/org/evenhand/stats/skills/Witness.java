package org.evenhand.stats.skills;

/**
 * One piece of evidence as the local solve sees it.
 *
 * @param time in weeks
 * @param surprise &#7929; = y &minus; b &minus; c &minus; &lambda;&mu;: what it says beyond the
 *     prior mean, its source's offset and its rater's severity taken off
 * @param loading &lambda; of its source
 * @param noise &sigma;&sup2;/w + s&sup2;
 * @param source position of its source
 * @param party what it shares with others by the same rater in the same source
 */
public record Witness(
    double time, double surprise, double loading, double noise, int source, Party party) {
  public Witness {
    if (!(noise > 0) || !Double.isFinite(noise) || !Double.isFinite(surprise + time + loading)) {
      throw new IllegalArgumentException(
          "Cannot use evidence with noise variance %s, value %s at time %s: noise is more than 0 and all are finite. Leave it out."
              .formatted(noise, surprise, time));
    }
  }

  /**
   * The rater and source evidence comes from.
   *
   * @param index equal for evidence by the same rater in the same source; {@link #NONE} is nobody's
   * @param variance &omega;&sup2; + v, what all of it shares
   */
  public record Party(int index, double variance) {
    private static final int NOBODY = -1;

    /** Evidence that shares nothing. */
    public static final Party NONE = new Party(NOBODY, 0);

    boolean shares(Party other) {
      return index != NOBODY && index == other.index;
    }

    boolean isNobody() {
      return index == NOBODY;
    }
  }
}
