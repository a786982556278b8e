package org.evenhand.stats.skills;

/** Variances and loadings of one round of the fit, by position of the source. */
final class FitState {
  final Kernel kernel;
  final double[] loading;
  final double[] noise;
  final double[] pairVariance;
  final double[] severityVariance;

  FitState(
      Kernel kernel,
      double[] loading,
      double[] noise,
      double[] pairVariance,
      double[] severityVariance) {
    this.kernel = kernel;
    this.loading = loading;
    this.noise = noise;
    this.pairVariance = pairVariance;
    this.severityVariance = severityVariance;
  }

  private int sources() {
    return loading.length;
  }

  /**
   * Everything in one row, variances and length as logarithms: where rounds can be extrapolated.
   */
  double[] row() {
    int s = sources();
    double[] row = new double[4 * s + 3];
    for (int i = 0; i < s; i++) {
      row[i] = loading[i];
      row[s + i] = log(noise[i]);
      row[2 * s + i] = log(pairVariance[i]);
      row[3 * s + i] = log(severityVariance[i]);
    }
    row[4 * s] = log(kernel.lasting());
    row[4 * s + 1] = log(kernel.moving());
    row[4 * s + 2] = Math.log(kernel.length());
    return row;
  }

  private static final double NONE = -60;

  private static double log(double variance) {
    return Math.max(NONE, Math.log(variance));
  }

  private static double exp(double log) {
    return log <= NONE ? 0 : Math.exp(log);
  }

  static FitState of(double[] row) {
    int s = (row.length - 3) / 4;
    double[] loading = new double[s];
    double[] noise = new double[s];
    double[] pairVariance = new double[s];
    double[] severityVariance = new double[s];
    for (int i = 0; i < s; i++) {
      loading[i] = row[i];
      noise[i] = exp(row[s + i]);
      pairVariance[i] = exp(row[2 * s + i]);
      severityVariance[i] = exp(row[3 * s + i]);
    }
    Kernel kernel = new Kernel(exp(row[4 * s]), exp(row[4 * s + 1]), Math.exp(row[4 * s + 2]));
    return new FitState(kernel, loading, noise, pairVariance, severityVariance);
  }
}
