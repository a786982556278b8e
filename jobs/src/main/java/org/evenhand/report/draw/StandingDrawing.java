package org.evenhand.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.text.Print;
import org.evenhand.stats.Figure;

/** Where a rep stands: before, now with its interval, and the middle half of comparable reps. */
public final class StandingDrawing {
  private static final int HEIGHT = 34;
  private static final int MIDDLE = 14;

  private StandingDrawing() {}

  /**
   * @return SVG, or nothing when now is not known
   */
  public static String of(Fact now, Fact before, Fact comparable, int width) {
    if (!(now.figure() instanceof Figure.Known known)) {
      return "";
    }
    Scale scale = scale(List.of(now, before, comparable), width);
    Svg svg = new Svg(width, HEIGHT);
    if (comparable.figure() instanceof Figure.Known middle) {
      double band = scale.at(middle.high()) - scale.at(middle.low());
      svg.rect(scale.at(middle.low()), 4, band, 20, "s-band", Ink.BAND);
      svg.line(scale.at(middle.value()), 4, 24, "s-soft", Ink.SOFT);
    }
    double length = scale.at(known.high()) - scale.at(known.low());
    svg.rect(scale.at(known.low()), MIDDLE - 1.5, length, 3, "s-accent", Ink.ACCENT);
    before
        .value()
        .ifPresent(value -> svg.dot(scale.at(value), MIDDLE, 4, "s-hollow", "#ffffff", Ink.LINE));
    svg.dot(scale.at(known.value()), MIDDLE, 4.5, "s-accent", Ink.ACCENT, Ink.ACCENT);
    svg.text(0, HEIGHT - 1.0, "start", Print.oneValue(now, scale.from()));
    svg.text(width, HEIGHT - 1.0, "end", Print.oneValue(now, scale.to()));
    return svg.done("drawing", description(now, before, comparable));
  }

  private static Scale scale(List<Fact> facts, int width) {
    List<Double> values = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact.figure() instanceof Figure.Known known) {
        values.addAll(List.of(known.low(), known.value(), known.high()));
      }
    }
    return Scale.over(6, width - 6.0, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static String description(Fact now, Fact before, Fact comparable) {
    return "Now %s; before %s; middle half of comparable reps %s."
        .formatted(Print.full(now), Print.value(before), Print.full(comparable));
  }
}
