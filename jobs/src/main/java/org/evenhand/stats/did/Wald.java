package org.evenhand.stats.did;

import java.util.List;

/**
 * Joint test that effects are 0: W = a'V<sup>&minus;1</sup>a against &chi;&sup2; with as many
 * degrees of freedom as effects, V their covariance over clusters. On cells before treatment this
 * is the pre-trend test. Effects without an error are left out; with no effect left, as many
 * effects as clusters or a singular V it is skipped, with the reason.
 */
public sealed interface Wald {

  record Tested(double statistic, int df, double p) implements Wald {}

  record Skipped(String reason) implements Wald {}

  static Wald of(List<Effect> effects) {
    return JointTest.of(effects);
  }
}
