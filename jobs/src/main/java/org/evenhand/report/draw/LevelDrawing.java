package org.evenhand.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.text.Print;
import org.evenhand.stats.Figure;

/** Levels with their intervals against what is asked for, all drawn on one scale. */
public final class LevelDrawing {
  private static final int WIDTH = 110;
  private static final int HEIGHT = 18;
  private static final double RADIUS = 3.5;

  private final Scale scale;

  /**
   * @param facts whatever is to be drawn, so that all drawings have the same scale
   */
  public LevelDrawing(List<Fact> facts) {
    List<Double> values = new ArrayList<>(List.of(0.0));
    for (Fact fact : facts) {
      if (fact.figure() instanceof Figure.Known known) {
        values.addAll(List.of(known.value(), known.low(), known.high()));
      }
    }
    this.scale =
        Scale.over(4, WIDTH - 4.0, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * @param required what is asked for; the zone from there upwards is grey when it is known
   * @return SVG, or nothing when there is no level
   */
  public String of(Fact level, Fact required) {
    if (!(level.figure() instanceof Figure.Known known)) {
      return "";
    }
    double middle = HEIGHT / 2.0;
    Svg svg = new Svg(WIDTH, HEIGHT);
    required
        .value()
        .ifPresent(
            asked -> {
              double from = scale.at(asked);
              svg.rect(from, 2, WIDTH - from, HEIGHT - 4.0, "s-band", Ink.BAND);
            });
    svg.line(scale.at(0), 1, HEIGHT - 1.0, "s-soft", Ink.SOFT);
    double length = scale.at(known.high()) - scale.at(known.low());
    svg.rect(scale.at(known.low()), middle - 1.5, length, 3, "s-accent", Ink.ACCENT);
    svg.dot(scale.at(known.value()), middle, RADIUS, "s-accent", Ink.ACCENT, Ink.ACCENT);
    return svg.done("drawing", description(level, required));
  }

  private static String description(Fact level, Fact required) {
    String asked =
        required.isKnown()
            ? "the role asks for %s".formatted(Print.value(required))
            : "the role asks for nothing here";
    return "Level %s; %s; line at the average of the job family."
        .formatted(Print.full(level), asked);
  }
}
