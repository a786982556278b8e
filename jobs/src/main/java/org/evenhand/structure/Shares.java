package org.evenhand.structure;

/**
 * What each of the six factors adds to an expectation, averaged over every order in which they can
 * set in (Shapley 1953): exact over all subsets of those that have covariates. The shares add up to
 * the expectation with all of them less that with none.
 */
final class Shares {
  private Shares() {}

  /** An expectation with only the factors of a subset at work. */
  interface Game {
    double at(int subset);
  }

  /**
   * @param active factors that can make a difference
   * @return one per factor, 0 for the others
   */
  static double[] of(int active, Game game) {
    double[] worth = new double[1 << Factor.COUNT];
    for (int subset = 0; subset < worth.length; subset++) {
      if ((subset & ~active) == 0) {
        worth[subset] = game.at(subset);
      }
    }
    int players = Integer.bitCount(active);
    double[] shares = new double[Factor.COUNT];
    for (Factor factor : Factor.values()) {
      if ((active & factor.bit()) != 0) {
        shares[factor.place()] = share(active, factor.bit(), players, worth);
      }
    }
    return shares;
  }

  private static double share(int active, int own, int players, double[] worth) {
    double share = 0;
    for (int subset = 0; subset < worth.length; subset++) {
      if ((subset & ~active) == 0 && (subset & own) == 0) {
        share += weight(Integer.bitCount(subset), players) * (worth[subset | own] - worth[subset]);
      }
    }
    return share;
  }

  /** s!(K&minus;s&minus;1)!/K!. */
  private static double weight(int size, int players) {
    double weight = 1.0 / players;
    for (int i = 1; i <= size; i++) {
      weight *= i / (double) (players - i);
    }
    return weight;
  }
}
