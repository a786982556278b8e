package org.evenhand.stats.skills;

import java.util.List;

/**
 * A = &Lambda;K&Lambda; + diag(noise) by its state x = (&alpha;, h, h'): F(&Delta;) = diag(1,
 * e^(&minus;&lambda;&Delta;)[[1 + &lambda;&Delta;, &Delta;], [&minus;&lambda;&sup2;&Delta;, 1
 * &minus; &lambda;&Delta;]]), stationary variance P&infin; = diag(&tau;&sup2;, &kappa;&sup2;,
 * &kappa;&sup2;&lambda;&sup2;), so a step makes P&infin; + F(P &minus; P&infin;)F'. The filter's
 * variances do not depend on what was said: they are computed once, each right-hand side then costs
 * one walk forth and one back, whose smoothing errors u and D (Durbin and Koopman 2012, section
 * 4.5) are A&#8315;&sup1;x and diag A&#8315;&sup1;.
 */
final class MarkovChain {
  private static final int STATES = 3;

  private final int[] order;
  private final double[] loading;
  private final double[] variance;
  private final double[][] gain;
  private final double[][] step;
  private double logDeterminant;

  MarkovChain(List<Witness> witnesses, double[] noise, Kernel kernel) {
    int n = witnesses.size();
    order = MarkovCovariance.order(witnesses);
    loading = new double[n];
    variance = new double[n];
    gain = new double[n][STATES];
    step = new double[n][];
    double[] stationary = {kernel.lasting(), kernel.moving(), kernel.slopeVariance()};
    double[][] spread = new double[STATES][STATES];
    for (int s = 0; s < STATES; s++) {
      spread[s][s] = stationary[s];
    }
    for (int i = 0; i < n; i++) {
      Witness witness = witnesses.get(order[i]);
      loading[i] = witness.loading();
      observe(i, noise[order[i]], spread);
      double gap = i + 1 < n ? witnesses.get(order[i + 1]).time() - witness.time() : 0;
      step[i] = transition(kernel.rate(), gap);
      predict(step[i], stationary, spread);
    }
  }

  /** The curve's four entries of F, row by row. */
  private static double[] transition(double rate, double gap) {
    double fade = Math.exp(-rate * gap);
    return new double[] {
      fade * (1 + rate * gap), fade * gap, -fade * rate * rate * gap, fade * (1 - rate * gap)
    };
  }

  private void observe(int i, double noise, double[][] spread) {
    double[] along = new double[STATES];
    for (int s = 0; s < STATES; s++) {
      along[s] = loading[i] * (spread[s][0] + spread[s][1]);
    }
    variance[i] = loading[i] * (along[0] + along[1]) + noise;
    logDeterminant += Math.log(variance[i]);
    for (int s = 0; s < STATES; s++) {
      gain[i][s] = along[s] / variance[i];
    }
    for (int s = 0; s < STATES; s++) {
      for (int t = 0; t < STATES; t++) {
        spread[s][t] -= gain[i][s] * along[t];
      }
    }
  }

  private static void predict(double[] step, double[] stationary, double[][] spread) {
    for (int s = 0; s < STATES; s++) {
      spread[s][s] -= stationary[s];
    }
    for (double[] row : spread) {
      forward(step, row);
    }
    for (int t = 0; t < STATES; t++) {
      double[] column = {spread[0][t], spread[1][t], spread[2][t]};
      forward(step, column);
      for (int s = 0; s < STATES; s++) {
        spread[s][t] = column[s];
      }
    }
    for (int s = 0; s < STATES; s++) {
      spread[s][s] += stationary[s];
    }
  }

  /** x becomes Fx. */
  private static void forward(double[] step, double[] state) {
    double level = step[0] * state[1] + step[1] * state[2];
    state[2] = step[2] * state[1] + step[3] * state[2];
    state[1] = level;
  }

  /** x becomes F'x. */
  private static void backward(double[] step, double[] state) {
    double level = step[0] * state[1] + step[2] * state[2];
    state[2] = step[1] * state[1] + step[3] * state[2];
    state[1] = level;
  }

  double logDeterminant() {
    return logDeterminant;
  }

  /** A&#8315;&sup1;x. */
  double[] solve(double[] right) {
    int n = order.length;
    double[] error = new double[n];
    double[] state = new double[STATES];
    for (int i = 0; i < n; i++) {
      error[i] = right[order[i]] - loading[i] * (state[0] + state[1]);
      for (int s = 0; s < STATES; s++) {
        state[s] += gain[i][s] * error[i];
      }
      forward(step[i], state);
    }
    double[] solution = new double[n];
    double[] back = new double[STATES];
    for (int i = n - 1; i >= 0; i--) {
      backward(step[i], back);
      double u = error[i] / variance[i] - Vectors.dot(gain[i], back);
      back[0] += loading[i] * u;
      back[1] += loading[i] * u;
      solution[order[i]] = u;
    }
    return solution;
  }

  /** diag A&#8315;&sup1;. */
  double[] inverseDiagonal() {
    int n = order.length;
    double[] diagonal = new double[n];
    double[][] back = new double[STATES][STATES];
    for (int i = n - 1; i >= 0; i--) {
      around(step[i], back);
      double[] along = new double[STATES];
      for (int s = 0; s < STATES; s++) {
        along[s] = Vectors.dot(back[s], gain[i]);
      }
      double d = 1 / variance[i] + Vectors.dot(gain[i], along);
      diagonal[order[i]] = d;
      absorb(loading[i], along, d, back);
    }
    return diagonal;
  }

  /** N becomes F'NF. */
  private static void around(double[] step, double[][] matrix) {
    for (double[] row : matrix) {
      backward(step, row);
    }
    for (int t = 0; t < STATES; t++) {
      double[] column = {matrix[0][t], matrix[1][t], matrix[2][t]};
      backward(step, column);
      for (int s = 0; s < STATES; s++) {
        matrix[s][t] = column[s];
      }
    }
  }

  /** N becomes N &minus; h(NK)' &minus; (NK)h' + D hh', h the loadings. */
  private static void absorb(double loading, double[] along, double d, double[][] matrix) {
    double[] h = {loading, loading, 0};
    for (int s = 0; s < STATES; s++) {
      for (int t = 0; t < STATES; t++) {
        matrix[s][t] += h[s] * h[t] * d - h[s] * along[t] - along[s] * h[t];
      }
    }
  }
}
