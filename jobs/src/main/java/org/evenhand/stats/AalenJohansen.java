package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Cumulative incidence of cause 1 with competing causes: F(t) = &sum; S(t&minus;) d&#8321;/n over
 * event times up to t, where S falls with events of any cause (Aalen and Johansen 1978). Variance
 * by the delta method (Marubini and Valsecchi 1995, eq. 10.12). Unlike won/closed it does not
 * depend on how quickly losses are closed.
 *
 * <p>No cases: incidence 0 with nobody at risk; callers ask {@link #followed} first. Tied events
 * are taken together.
 */
public final class AalenJohansen {
  private final List<Step> steps;
  private final List<Spell> spells;

  private AalenJohansen(List<Step> steps, List<Spell> spells) {
    this.steps = steps;
    this.spells = spells;
  }

  private record Step(RiskTable.At at, double survivalBefore, double incidence) {}

  public static AalenJohansen of(List<Spell> spells) {
    return new AalenJohansen(steps(RiskTable.of(spells)), List.copyOf(spells));
  }

  private static List<Step> steps(RiskTable table) {
    List<Step> steps = new ArrayList<>();
    double survival = 1;
    double incidence = 0;
    for (RiskTable.At at : table.times()) {
      if (at.all() > 0) {
        incidence += survival * at.events() / at.atRisk();
        steps.add(new Step(at, survival, incidence));
        survival *= 1 - (double) at.all() / at.atRisk();
      }
    }
    return List.copyOf(steps);
  }

  /** Share that had the event of interest by a time. */
  public double incidence(double time) {
    return incidence(steps, time);
  }

  static double incidence(RiskTable table, double time) {
    return incidence(steps(table), time);
  }

  private static double incidence(List<Step> steps, double time) {
    double incidence = 0;
    for (Step step : steps) {
      if (step.at().time() <= time) {
        incidence = step.incidence();
      }
    }
    return incidence;
  }

  public double standardError(double time) {
    double end = incidence(time);
    double variance = 0;
    for (Step step : steps) {
      if (step.at().time() <= time) {
        variance += variance(step, end - step.incidence());
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  private static double variance(Step step, double later) {
    double n = step.at().atRisk();
    double all = step.at().all();
    double own = step.at().events();
    double survival = step.survivalBefore();
    double exits = n > all ? later * later * all / (n * (n - all)) : 0;
    double jump = survival * survival * own * (n - own) / (n * n * n);
    return exits + jump - 2 * later * survival * own / (n * n);
  }

  /** Whether anybody's fate at the time is known: an end before it, or watched for so long. */
  public boolean followed(double time) {
    return spells.stream().anyMatch(s -> s.exit() >= time) || everyoneDecided();
  }

  private boolean everyoneDecided() {
    return !spells.isEmpty() && spells.stream().noneMatch(s -> s.cause() == 0);
  }

  /** Cases of any end. */
  public long n() {
    return spells.size();
  }

  /**
   * Incidence at a time with an interval on the complementary log-log scale; Wilson's where the
   * incidence is 0 or 1. Undefined, never 0, when nothing is decided yet or nobody was watched for
   * so long.
   */
  public Figure figure(double time, double confidence) {
    if (steps.isEmpty()) {
      return new Figure.Undefined(
          spells.isEmpty() ? "there were no cases" : "none of the cases is decided yet");
    }
    if (!followed(time)) {
      return new Figure.Undefined(
          "too early: no case could be watched for %.0f days yet".formatted(time));
    }
    double incidence = incidence(time);
    if (incidence <= 0 || incidence >= 1) {
      return Wilson.interval(Math.round(incidence * n()), n(), confidence);
    }
    double spread =
        Quantiles.normal(confidence)
            * standardError(time)
            / (incidence * Math.abs(Math.log(incidence)));
    return new Figure.Known(
        incidence,
        Math.pow(incidence, Math.exp(spread)),
        Math.pow(incidence, Math.exp(-spread)),
        n());
  }
}
