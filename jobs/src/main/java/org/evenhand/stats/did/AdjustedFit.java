package org.evenhand.stats.did;

import java.util.List;

/**
 * Effect with covariates in one cell of n&#8321; members (Sant'Anna and Zhao 2020, eqs. 2.6, 3.1
 * and 3.2; weights of mean 1, D = 1 for the cohort, X with intercept): controls' regression &mu;,
 * propensity p; with w<sub>T</sub> = wD and w<sub>C</sub> = w p(1 &minus; D)/(1 &minus; p), ATT =
 * mean<sub>T</sub>(&Delta;Y &minus; &mu;) &minus; mean<sub>C</sub>(&Delta;Y &minus; &mu;). IPW has
 * &mu; = 0; REG has no second mean. The influence takes in that &mu; and p are estimated. Controls
 * with p &ge; 0.995 are trimmed; a fitted p &ge; 0.999 or collinear covariates: no effect, with the
 * reason.
 */
sealed interface AdjustedFit {

  /** Why there is no effect; empty text when there is one. */
  default String why() {
    return "";
  }

  record Failed(String reason) implements AdjustedFit {
    @Override
    public String why() {
      return reason;
    }
  }

  /** An effect with the influence of each member, of mean 0. */
  final class Fitted implements AdjustedFit {
    private final double effect;
    private final double[] influence;

    Fitted(double effect, double[] influence) {
      this.effect = effect;
      this.influence = influence;
    }

    double effect() {
      return effect;
    }

    double influence(int member) {
      return influence[member];
    }
  }

  static AdjustedFit of(Adjustment adjustment, List<Member> members) {
    try {
      Regressions data = new Regressions(members);
      return switch (adjustment) {
        case REG -> data.regression();
        case IPW -> data.weighting();
        case DR -> data.both();
      };
    } catch (NoFit e) {
      return new Failed(String.valueOf(e.getMessage()));
    }
  }

  /** A guard that spoke. */
  final class NoFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFit(String reason) {
      super(reason);
    }
  }
}
