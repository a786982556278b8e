package org.evenhand.stats.did;

/**
 * The comparison asked for.
 *
 * @param anticipation periods before the start in which the effect may already show; 0 for none
 */
public record Design(Control control, Base base, int anticipation) {
  public Design {
    if (anticipation < 0) {
      throw new IllegalArgumentException(
          "Cannot anticipate by %d periods: it is negative. Give 0 or more."
              .formatted(anticipation));
    }
  }

  /** Not-yet-treated controls, varying base, no anticipation. */
  public static Design standard() {
    return new Design(Control.NOT_YET, Base.VARYING, 0);
  }

  /** Whom a cohort is compared with. */
  public enum Control {
    /** Those never treated within the periods. */
    NEVER,
    /** Those never treated and those treated only later than both periods of the comparison. */
    NOT_YET
  }

  /** Which period a pre-treatment cell is measured against. */
  public enum Base {
    /** The period before it. */
    VARYING,
    /** The last period before treatment, as for post-treatment cells. */
    UNIVERSAL
  }
}
