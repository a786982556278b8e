package org.evenhand.structure;

import java.util.Optional;
import org.evenhand.stats.Figure;
import org.evenhand.stats.FunnelLimits;

/**
 * Success rates of teams against the limits chance allows, raw and adjusted for their conditions
 * (Spiegelhalter 2005): no order of teams, only inside or outside.
 */
final class Funnel {
  private static final String MEASURE = "funnel_win";

  private final Figures figures;

  Funnel(Figures figures) {
    this.figures = figures;
  }

  /** A team's wins. */
  void add(Expectation team) {
    double cases = team.size().cases();
    double target = team.parts().mean().doubleValue() / cases;
    double wins = team.parts().actual().doubleValue();
    double expected = team.parts().expected().doubleValue();
    point(team, "raw", new Figure.Known(wins / cases, wins / cases, wins / cases, n(team)));
    for (double level : new double[] {FunnelLimits.INNER, FunnelLimits.OUTER}) {
      limits(team, "raw", level, target, FunnelLimits.binomial(target, (int) n(team), level));
    }
    if (expected > 0) {
      double rate = target * wins / expected;
      point(team, "adjusted", new Figure.Known(rate, rate, rate, n(team)));
      double error = target * Math.sqrt(team.noise().variance()) / expected;
      for (double level : new double[] {FunnelLimits.INNER, FunnelLimits.OUTER}) {
        limits(team, "adjusted", level, target, FunnelLimits.normal(target, error, level));
      }
    }
  }

  private static long n(Expectation team) {
    return Math.round(team.size().cases());
  }

  private void point(Expectation team, String dimension, Figure figure) {
    figures.add(about(team, dimension), figure, Figures.Reading.plain("share", "cases"));
  }

  private void limits(
      Expectation team, String dimension, double level, double target, FunnelLimits limits) {
    String name = dimension + (level == FunnelLimits.INNER ? "_95" : "_998");
    figures.add(
        about(team, name),
        new Figure.Known(target, Math.max(0, limits.low()), Math.min(1, limits.high()), n(team)),
        new Figures.Reading("share", "cases", Figures.Interval.at(level), Optional.empty()));
  }

  private static Figures.About about(Expectation team, String dimension) {
    return new Figures.About(team.key().subject(), MEASURE, dimension, team.size().reps());
  }
}
