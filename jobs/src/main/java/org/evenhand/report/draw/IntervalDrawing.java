package org.evenhand.report.draw;

import org.evenhand.report.facts.Fact;
import org.evenhand.report.text.Print;
import org.evenhand.stats.Figure;

/** A change with its interval against zero; the grey zone is too small to matter. */
public final class IntervalDrawing {
  private static final int HEIGHT = 26;
  private static final int MIDDLE = 13;

  private IntervalDrawing() {}

  /**
   * @param worthwhile smallest change that matters, in the fact's unit; 0 when none is set
   * @param width of the drawing in pixels
   * @return SVG, or nothing when there is no interval to draw
   */
  public static String change(Fact fact, double worthwhile, int width) {
    if (!(fact.figure() instanceof Figure.Known known) || !fact.hasInterval()) {
      return "";
    }
    Scale scale = Scale.over(6, width - 6.0, 0, known.low(), known.high(), -worthwhile, worthwhile);
    Svg svg = new Svg(width, HEIGHT);
    svg.line(6, MIDDLE, MIDDLE, "s-soft", Ink.SOFT);
    double zone = scale.at(worthwhile) - scale.at(-worthwhile);
    svg.rect(scale.at(-worthwhile), 3, zone, HEIGHT - 6.0, "s-band", Ink.BAND);
    svg.line(scale.at(0), 1, HEIGHT - 1.0, "s-line", Ink.LINE);
    double length = scale.at(known.high()) - scale.at(known.low());
    svg.rect(scale.at(known.low()), MIDDLE - 1.5, length, 3, "s-accent", Ink.ACCENT);
    svg.dot(scale.at(known.value()), MIDDLE, 4, "s-accent", Ink.ACCENT, Ink.ACCENT);
    return svg.done("drawing", "Change " + Print.full(fact) + "; line at zero.");
  }
}
