package org.evenhand.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.text.Print;
import org.evenhand.stats.Figure;

/** A team's rate, raw and adjusted, against the limits chance allows. */
public final class FunnelDrawing {
  private static final int HEIGHT = 22;
  private static final int MIDDLE = 11;

  private FunnelDrawing() {}

  /**
   * @param inner average and limits of 95 in 100 teams
   * @param outer the same of 998 in 1,000
   * @return SVG, or nothing when a number is missing
   */
  public static String of(Fact raw, Fact adjusted, Fact inner, Fact outer, int width) {
    if (!(inner.figure() instanceof Figure.Known near)
        || !(outer.figure() instanceof Figure.Known far)) {
      return "";
    }
    List<Double> values = new ArrayList<>(List.of(far.low(), far.high()));
    List.of(raw, adjusted).forEach(fact -> fact.value().ifPresent(values::add));
    Scale scale =
        Scale.over(6, width - 6.0, values.stream().mapToDouble(Double::doubleValue).toArray());
    Svg svg = new Svg(width, HEIGHT);
    svg.rect(
        scale.at(far.low()), 8, scale.at(far.high()) - scale.at(far.low()), 6, "s-band", Ink.BAND);
    svg.rect(
        scale.at(near.low()),
        4,
        scale.at(near.high()) - scale.at(near.low()),
        14,
        "s-band",
        Ink.BAND);
    svg.line(scale.at(near.value()), 2, HEIGHT - 2.0, "s-line", Ink.LINE);
    raw.value().ifPresent(at -> svg.dot(scale.at(at), MIDDLE, 4, "s-hollow", "#ffffff", Ink.LINE));
    adjusted
        .value()
        .ifPresent(at -> svg.dot(scale.at(at), MIDDLE, 4, "s-accent", Ink.ACCENT, Ink.ACCENT));
    return svg.done(
        "drawing",
        "Raw %s, adjusted %s; by chance alone %s."
            .formatted(Print.value(raw), Print.value(adjusted), Print.range(inner)));
  }
}
