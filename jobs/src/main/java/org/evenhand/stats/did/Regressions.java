package org.evenhand.stats.did;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ejml.data.DMatrixRMaj;

/** The regressions behind {@link AdjustedFit}, with their influence. */
final class Regressions {
  private static final double MOST = 1 - 1e-6;
  private static final double TRIMMED = 0.995;
  private static final double NO_OVERLAP = 0.999;
  private static final double LEAST_CONDITION = 2.2e-16;
  private static final double CONVERGED = 1e-12;
  private static final int STEPS = 100;

  private final int n;
  private final int columns;
  private final double[][] x;
  private final double[] treated;
  private final double[] weight;
  private final double[] change;

  Regressions(List<Member> members) {
    n = members.size();
    columns = 1 + members.get(0).covariates().size();
    x = new double[n][columns];
    double mean = members.stream().mapToDouble(Member::weight).average().orElseThrow();
    treated = members.stream().mapToDouble(Member::treated).toArray();
    weight = members.stream().mapToDouble(member -> member.weight() / mean).toArray();
    change = members.stream().mapToDouble(Member::change).toArray();
    for (int i = 0; i < n; i++) {
      x[i][0] = 1;
      for (int j = 1; j < columns; j++) {
        x[i][j] = members.get(i).covariates().get(j - 1);
      }
    }
  }

  /** Mean of treated minus what controls like them would have shown. */
  AdjustedFit.Fitted regression() {
    Outcome outcome = new Outcome();
    Arm cohort = new Arm(i -> weight[i] * treated[i], i -> change[i] - outcome.fitted[i]);
    double[] slope = outcome.along(cohort.covariates());
    return fitted(cohort.mean, i -> cohort.influence(i) - slope[i] / cohort.weight);
  }

  /** Treated minus controls weighted to look like them. */
  AdjustedFit.Fitted weighting() {
    Propensity propensity = new Propensity();
    Arm cohort = new Arm(i -> weight[i] * treated[i], i -> change[i]);
    Arm control = new Arm(propensity::odds, i -> change[i]);
    double[] odds = propensity.along(control.deviations());
    return fitted(
        cohort.mean - control.mean,
        i -> cohort.influence(i) - control.influence(i) - odds[i] / control.weight);
  }

  /** Both: treated minus weighted controls, each less the controls' regression. */
  AdjustedFit.Fitted both() {
    Propensity propensity = new Propensity();
    Outcome outcome = new Outcome();
    Arm cohort = new Arm(i -> weight[i] * treated[i], i -> change[i] - outcome.fitted[i]);
    Arm control = new Arm(propensity::odds, i -> change[i] - outcome.fitted[i]);
    double[] slope = outcome.along(cohort.covariates());
    double[] controlSlope = outcome.along(control.covariates());
    double[] odds = propensity.along(control.deviations());
    return fitted(
        cohort.mean - control.mean,
        i ->
            cohort.influence(i)
                - slope[i] / cohort.weight
                - control.influence(i)
                - (odds[i] - controlSlope[i]) / control.weight);
  }

  private AdjustedFit.Fitted fitted(double effect, IntToDoubleFunction influence) {
    double[] own = new double[n];
    Arrays.setAll(own, influence);
    return new AdjustedFit.Fitted(effect, own);
  }

  private DMatrixRMaj gram(IntToDoubleFunction by) {
    DMatrixRMaj gram = new DMatrixRMaj(columns, columns);
    for (int i = 0; i < n; i++) {
      double own = by.applyAsDouble(i) / n;
      for (int j = 0; own != 0 && j < columns; j++) {
        for (int k = 0; k < columns; k++) {
          gram.add(j, k, own * x[i][j] * x[i][k]);
        }
      }
    }
    return gram;
  }

  /** Mean of value &times; X. */
  private DMatrixRMaj moment(IntToDoubleFunction value) {
    DMatrixRMaj moment = new DMatrixRMaj(columns, 1);
    for (int i = 0; i < n; i++) {
      double own = value.applyAsDouble(i) / n;
      for (int j = 0; j < columns; j++) {
        moment.add(j, 0, own * x[i][j]);
      }
    }
    return moment;
  }

  private double[] along(DMatrixRMaj coefficients) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < columns; j++) {
        values[i] += x[i][j] * coefficients.get(j, 0);
      }
    }
    return values;
  }

  /** Weighted mean of values over an arm. */
  private final class Arm {
    private final double[] own = new double[n];
    private final double[] values = new double[n];
    private final double weight;
    private final double mean;

    Arm(IntToDoubleFunction own, IntToDoubleFunction values) {
      Arrays.setAll(this.own, own);
      Arrays.setAll(this.values, values);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += this.own[i] * this.values[i];
      }
      weight = Arrays.stream(this.own).sum() / n;
      mean = sum / n / weight;
    }

    double influence(int i) {
      return own[i] * (values[i] - mean) / weight;
    }

    DMatrixRMaj covariates() {
      return moment(i -> own[i]);
    }

    DMatrixRMaj deviations() {
      return moment(i -> own[i] * (values[i] - mean));
    }
  }

  /** Least squares of the change on X among controls. */
  private final class Outcome {
    private final DMatrixRMaj gram = gram(i -> weight[i] * (1 - treated[i]));
    private final double[] fitted;

    Outcome() {
      if (Algebra.reciprocalCondition(gram) < LEAST_CONDITION) {
        throw new AdjustedFit.NoFit("the covariates are collinear among the untreated");
      }
      fitted =
          Regressions.this.along(
              Algebra.solve(gram, moment(i -> weight[i] * (1 - treated[i]) * change[i])));
    }

    /** Influence of the coefficients along a direction. */
    double[] along(DMatrixRMaj direction) {
      double[] values = Regressions.this.along(Algebra.solve(gram, direction));
      for (int i = 0; i < n; i++) {
        values[i] *= weight[i] * (1 - treated[i]) * (change[i] - fitted[i]);
      }
      return values;
    }
  }

  /** Weighted logit of treatment on X by iteratively reweighted least squares. */
  private final class Propensity {
    private double[] p = new double[n];

    Propensity() {
      DMatrixRMaj coefficients = new DMatrixRMaj(columns, 1);
      Arrays.fill(p, 0.5);
      double moved = 1;
      for (int step = 0; step < STEPS && moved > CONVERGED; step++) {
        moved = step(coefficients);
        p = Arrays.stream(Regressions.this.along(coefficients)).map(Propensity::logistic).toArray();
      }
      if (moved > CONVERGED || Arrays.stream(p).max().orElse(0) >= NO_OVERLAP) {
        throw new AdjustedFit.NoFit(
            "no overlap: the covariates tell treated from untreated (fitted probability %.4f)"
                .formatted(Arrays.stream(p).max().orElse(0)));
      }
      p = Arrays.stream(p).map(own -> Math.min(own, MOST)).toArray();
    }

    private double step(DMatrixRMaj coefficients) {
      DMatrixRMaj information = information();
      if (Algebra.reciprocalCondition(information) < LEAST_CONDITION) {
        throw new AdjustedFit.NoFit(
            "the propensity cannot be fitted: covariates are collinear or tell treated from untreated");
      }
      DMatrixRMaj move = Algebra.solve(information, moment(i -> weight[i] * (treated[i] - p[i])));
      double largest = 0;
      for (int j = 0; j < columns; j++) {
        coefficients.add(j, 0, move.get(j, 0));
        largest =
            Math.max(largest, Math.abs(move.get(j, 0)) / (1 + Math.abs(coefficients.get(j, 0))));
      }
      return largest;
    }

    private DMatrixRMaj information() {
      return gram(i -> weight[i] * p[i] * (1 - p[i]));
    }

    double odds(int i) {
      return p[i] >= TRIMMED ? 0 : weight[i] * (1 - treated[i]) * p[i] / (1 - p[i]);
    }

    double[] along(DMatrixRMaj direction) {
      double[] values = Regressions.this.along(Algebra.solve(information(), direction));
      for (int i = 0; i < n; i++) {
        values[i] *= weight[i] * (treated[i] - p[i]);
      }
      return values;
    }

    private static double logistic(double value) {
      return 1 / (1 + Math.exp(-value));
    }
  }
}
