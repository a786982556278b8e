package org.evenhand.report.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.text.Print;

/** Counts of several subjects as bars with their numbers, by Lets-Plot. */
public final class BarChart {
  private static final int WIDTH = 660;
  private static final int ROW_HEIGHT = 19;
  private static final int MARGIN = 22;
  private static final int MOST = 12;
  private static final int LONGEST = 60;
  private static final double ROOM = 1.12;
  private static final double GAP = 0.008;

  private BarChart() {}

  /**
   * @param facts known counts, the one to stand on top first
   * @param name prefix of element ids
   * @param description what the picture shows
   * @return SVG, or nothing when there is nothing to draw
   */
  public static String of(List<Fact> facts, String name, String description) {
    return facts.isEmpty()
        ? ""
        : PlotSvg.draw(spec(facts.stream().limit(MOST).toList()), name, description);
  }

  private static Map<String, Object> spec(List<Fact> facts) {
    Map<String, Object> spec = new HashMap<>();
    spec.put("kind", "plot");
    spec.put("data", data(facts));
    spec.put("ggsize", Map.of("width", WIDTH, "height", facts.size() * ROW_HEIGHT + MARGIN));
    spec.put("theme", PlotSvg.themeWithoutGrid());
    spec.put("layers", List.of(bars(), numbers(most(facts) * GAP)));
    spec.put("scales", scales(facts));
    return spec;
  }

  private static Map<String, Object> data(List<Fact> facts) {
    List<Fact> fromBelow = new ArrayList<>(facts);
    Collections.reverse(fromBelow);
    return Map.of(
        "name", fromBelow.stream().map(fact -> fact.key().subject().id()).toList(),
        "value", fromBelow.stream().map(fact -> fact.value().orElse(0)).toList(),
        "label", fromBelow.stream().map(Print::value).toList());
  }

  private static Map<String, Object> bars() {
    return Map.of(
        "geom",
        "bar",
        "stat",
        "identity",
        "orientation",
        "y",
        "fill",
        Ink.ACCENT,
        "size",
        0.0,
        "width",
        0.55,
        "mapping",
        Map.of("x", "value", "y", "name"));
  }

  private static Map<String, Object> numbers(double gap) {
    return Map.of(
        "geom",
        "text",
        "hjust",
        0.0,
        "size",
        5.0,
        "color",
        Ink.LINE,
        "nudge_x",
        gap,
        "mapping",
        Map.of("x", "value", "y", "name", "label", "label"));
  }

  private static List<Map<String, Object>> scales(List<Fact> facts) {
    return List.of(
        Map.of(
            "aesthetic",
            "x",
            "name",
            "",
            "limits",
            List.of(0.0, most(facts) * ROOM),
            "breaks",
            List.of(),
            "labels",
            List.of()),
        Map.of("aesthetic", "y", "name", "", "discrete", true, "lablim", LONGEST));
  }

  private static double most(List<Fact> facts) {
    return facts.stream().mapToDouble(fact -> fact.value().orElse(0)).max().orElse(1);
  }
}
