package org.evenhand.stats.skills;

import java.util.Arrays;

/**
 * The items of each occasion by their mean, weighted by precision: all they say of anything but
 * their own noise, exactly (the mean is sufficient, the rest independent of it). A fit costs what
 * its occasions cost: a thousand customers of one week are one row of a covariance.
 */
final class OccasionMeans {
  final double[] value;

  /** Of the mean: 1/&Sigma;(1/d), d an item's noise and known error. */
  final double[] variance;

  /** &Sigma;w, robust weights in it. */
  final double[] weight;

  private final Pair pair;
  private final double[] noise;

  OccasionMeans(Pair pair, FitState state) {
    this.pair = pair;
    this.noise = state.noise;
    value = new double[pair.size()];
    variance = new double[pair.size()];
    weight = new double[pair.size()];
    for (int i = 0; i < pair.value.length; i++) {
      int at = pair.occasion[i];
      value[at] += pair.value[i] / total(i);
      variance[at] += 1 / total(i);
      weight[at] += pair.weight[i] * pair.robust[i];
    }
    for (int at = 0; at < value.length; at++) {
      value[at] /= variance[at];
      variance[at] = 1 / variance[at];
    }
  }

  /** &sigma;&sup2;/w of an item. */
  double own(int item) {
    return noise[pair.source[pair.occasion[item]]] / (pair.weight[item] * pair.robust[item]);
  }

  private double total(int item) {
    return own(item) + pair.error[item];
  }

  /**
   * u&sup2; &minus; P<sub>ii</sub> of an item, with u = Py, from those of its occasion.
   *
   * @param u of the occasion
   * @param precision P of the occasion
   */
  double excess(int item, double u, double precision) {
    int at = pair.occasion[item];
    double total = total(item);
    double share = variance[at] / total;
    double score = (pair.value[item] - value[at]) / total + share * u;
    return score * score - (1 - share) / total - share * share * precision;
  }

  /** What the items about their means add to log|C| and to y'Py. */
  double deviance() {
    double sum = Arrays.stream(variance).map(own -> -Math.log(own)).sum();
    for (int i = 0; i < pair.value.length; i++) {
      double away = pair.value[i] - value[pair.occasion[i]];
      sum += Math.log(total(i)) + away * away / total(i);
    }
    return sum;
  }
}
