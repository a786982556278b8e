package org.evenhand.report.draw;

import org.evenhand.report.facts.Fact;
import org.evenhand.report.text.Print;
import org.evenhand.stats.Figure;

/** A change with its interval against zero; the grey zone is too small to matter. */
public final class IntervalDrawing {
  private static final int LEAST_DOT = 3;

  private IntervalDrawing() {}

  /**
   * @param worthwhile smallest change that matters, in the fact's unit; 0 when none is set
   * @param width of the drawing in pixels
   * @param height of the drawing in pixels
   * @return SVG, or nothing when there is no interval to draw
   */
  public static String change(Fact fact, double worthwhile, int width, int height) {
    if (!(fact.figure() instanceof Figure.Known known) || !fact.hasInterval()) {
      return "";
    }
    Scale scale = Scale.over(6, width - 6.0, 0, known.low(), known.high(), -worthwhile, worthwhile);
    double middle = height / 2.0;
    Svg svg = new Svg(width, height);
    svg.line(6, middle, middle, "s-soft", Ink.SOFT);
    double zone = scale.at(worthwhile) - scale.at(-worthwhile);
    svg.rect(scale.at(-worthwhile), 3, zone, height - 6.0, "s-band", Ink.BAND);
    svg.line(scale.at(0), 1, height - 1.0, "s-line", Ink.LINE);
    double length = scale.at(known.high()) - scale.at(known.low());
    svg.rect(scale.at(known.low()), middle - 1.5, length, 3, "s-accent", Ink.ACCENT);
    svg.dot(
        scale.at(known.value()),
        middle,
        Math.max(LEAST_DOT, height / 7.0),
        "s-accent",
        Ink.ACCENT,
        Ink.ACCENT);
    return svg.done("drawing", "Change " + Print.full(fact) + "; line at zero.");
  }
}
