package org.evenhand.stats.did;

/**
 * What may be said of an effect, by rule. The first rule that holds decides:
 *
 * <ol>
 *   <li>fewer than three treated teams: INDETERMINATE, whatever the band says;
 *   <li>the band is wholly on one side of 0, but the design does not carry a claim: a breakdown M
 *       below the largest change of slope seen before treatment is DESIGN_NOT_CREDIBLE, a breakdown
 *       that cannot be computed INDETERMINATE; a random rollout carries it;
 *   <li>the band is above the smallest worthwhile effect: HELPS_MATERIALLY;
 *   <li>above 0: HELPS, also when it is small; below 0: HARMS;
 *   <li>the band is inside (&minus;m, m): NO_MATERIAL_EFFECT, which is a finding;
 *   <li>the smallest effect that would show four times in five, 2.8 standard errors, is above m:
 *       UNDERPOWERED;
 *   <li>INDETERMINATE.
 * </ol>
 *
 * The band holds for all measures together; for a measure that should fall it is turned round
 * first, so that above 0 always is good for the rep. Limits are strict: a band that touches 0 or m
 * does not pass it.
 */
public enum EffectVerdict {
  HELPS_MATERIALLY,
  HELPS,
  HARMS,
  NO_MATERIAL_EFFECT,
  UNDERPOWERED,
  DESIGN_NOT_CREDIBLE,
  INDETERMINATE;

  /** Treated teams below which nothing is claimed. */
  public static final int FEWEST_TREATED_TEAMS = 3;

  /** (z at 97.5 % + z at 80 %): effects in standard errors that a test of 5 % finds at 80 %. */
  public static final double DETECTABLE = 2.8;

  /** Which way a measure should go. */
  public enum Desired {
    UP,
    DOWN
  }

  /**
   * @param low lower end of the simultaneous band, in units of the measure
   * @param standardError of the same estimate
   */
  public record Estimate(double low, double high, double standardError) {
    public Estimate {
      if (!(low <= high) || !(standardError >= 0)) {
        throw new IllegalArgumentException(
            "Cannot judge a band from %s to %s with standard error %s. Give low, high and an error of 0 or more."
                .formatted(low, high, standardError));
      }
    }
  }

  /** Why a difference between treated and others may be called an effect. */
  public sealed interface Design {}

  /** Chance decided who was treated. */
  public record RandomRollout() implements Design {}

  /**
   * Dates were chosen; trends are compared.
   *
   * @param breakdown smallest M that takes the claim away; 0 when a straight trend does already
   * @param largestSlopeChange between neighbouring periods before treatment
   */
  public record ChosenRollout(double breakdown, double largestSlopeChange) implements Design {}

  /** Dates were chosen; too few periods or teams to judge the trends. */
  public record UnjudgedRollout(String reason) implements Design {}

  /**
   * @param worthwhile m, above 0, in units of the measure
   */
  public static EffectVerdict of(
      Estimate estimate, Desired desired, double worthwhile, Design design, int treatedTeams) {
    if (!(worthwhile > 0)) {
      throw new IllegalArgumentException(
          "Cannot judge an effect against a smallest worthwhile effect of %s. Set it above 0 in the policy."
              .formatted(worthwhile));
    }
    double low = desired == Desired.UP ? estimate.low : -estimate.high;
    double high = desired == Desired.UP ? estimate.high : -estimate.low;
    if (treatedTeams < FEWEST_TREATED_TEAMS) {
      return INDETERMINATE;
    }
    if (low > 0 || high < 0) {
      return claim(low, worthwhile, design);
    }
    if (low > -worthwhile && high < worthwhile) {
      return NO_MATERIAL_EFFECT;
    }
    return DETECTABLE * estimate.standardError > worthwhile ? UNDERPOWERED : INDETERMINATE;
  }

  private static EffectVerdict claim(double low, double worthwhile, Design design) {
    if (design instanceof UnjudgedRollout) {
      return INDETERMINATE;
    }
    if (design instanceof ChosenRollout chosen && chosen.breakdown < chosen.largestSlopeChange) {
      return DESIGN_NOT_CREDIBLE;
    }
    if (low > worthwhile) {
      return HELPS_MATERIALLY;
    }
    return low > 0 ? HELPS : HARMS;
  }
}
