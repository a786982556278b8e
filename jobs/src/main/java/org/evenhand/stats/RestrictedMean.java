package org.evenhand.stats;

import java.util.List;

/**
 * Restricted mean survival time: the area under the Kaplan-Meier curve up to a horizon &tau;, with
 * variance &sum; A(t)&sup2; d/(n(n&minus;d)) over event times t &le; &tau;, where A(t) is the area
 * from t to &tau; (Royston and Parmar 2013, eq. 2; Andersen, Hansen and Klein 2004). In the unit of
 * time.
 *
 * <p>No cases or no events: &tau; with variance 0. A last step to 0 adds no variance, its area is
 * 0.
 *
 * @param horizon &tau;
 */
public record RestrictedMean(double horizon, double estimate, double standardError) {

  public static RestrictedMean of(KaplanMeier curve, double horizon) {
    List<KaplanMeier.Step> steps =
        curve.steps().stream().filter(step -> step.time() <= horizon).toList();
    double[] areaFrom = areasFrom(steps, horizon);
    double variance = 0;
    for (int i = 0; i < steps.size(); i++) {
      KaplanMeier.Step step = steps.get(i);
      if (step.atRisk() > step.events()) {
        double risk = (double) step.atRisk() * (step.atRisk() - step.events());
        variance += areaFrom[i] * areaFrom[i] * step.events() / risk;
      }
    }
    double first = steps.isEmpty() ? horizon : steps.get(0).time();
    double total = first + (steps.isEmpty() ? 0 : areaFrom[0]);
    return new RestrictedMean(horizon, total, Math.sqrt(variance));
  }

  public Figure figure(double confidence, long n) {
    double margin = Quantiles.normal(confidence) * standardError;
    return n == 0
        ? new Figure.Undefined("no cases")
        : new Figure.Known(estimate, estimate - margin, estimate + margin, n);
  }

  private static double[] areasFrom(List<KaplanMeier.Step> steps, double horizon) {
    double[] areas = new double[steps.size()];
    double end = horizon;
    double sum = 0;
    for (int i = steps.size() - 1; i >= 0; i--) {
      sum += steps.get(i).survival() * (end - steps.get(i).time());
      areas[i] = sum;
      end = steps.get(i).time();
    }
    return areas;
  }
}
