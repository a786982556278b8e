package org.evenhand.report.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.text.Print;
import org.evenhand.stats.Figure;

/** Small multiples of one measure over quarters, with band and AI start, by Lets-Plot. */
public final class SeriesChart {
  private static final int WIDTH = 660;
  private static final int HEIGHT = 104;
  private static final double AIR = 0.7;
  private static final double ROOM = 0.08;
  private static final String PANEL = "panel";
  private final List<Panel> panels;
  private final List<String> quarters;

  /**
   * @param panels at most five, all of the same measure
   * @param quarters the quarters to show, oldest first, the same for all charts of a page
   */
  public SeriesChart(List<Panel> panels, List<String> quarters) {
    this.panels = panels.stream().filter(panel -> hasNumbers(panel)).toList();
    this.quarters = List.copyOf(quarters);
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return panels.isEmpty();
  }

  /**
   * @param name prefix of element ids, different for every chart of a page
   * @param description what the picture shows, for those who do not see it
   */
  public String svg(String name, String description) {
    return PlotSvg.draw(spec(), name, description);
  }

  private Map<String, Object> spec() {
    Map<String, Object> spec = new HashMap<>();
    spec.put("kind", "plot");
    spec.put("data", points());
    spec.put("ggsize", Map.of("width", WIDTH, "height", HEIGHT));
    spec.put("theme", PlotSvg.theme());
    spec.put("facet", facet());
    spec.put("scales", List.of(quarterScale(), valueScale()));
    spec.put("layers", layers());
    return spec;
  }

  private Map<String, Object> facet() {
    return Map.of(
        "name",
        "wrap",
        "facets",
        List.of(PANEL),
        "ncol",
        panels.size(),
        "order",
        List.of(1),
        "dir",
        "h");
  }

  private List<Map<String, Object>> layers() {
    List<Map<String, Object>> layers = new ArrayList<>();
    Map<String, Object> points = Map.of("x", "x", "y", "y", "group", "group");
    Map<String, Object> band = Map.of("x", "x", "ymin", "low", "ymax", "high", "group", "group");
    layers.add(
        Map.of("geom", "ribbon", "mapping", band, "fill", Ink.BAND, "alpha", 1.0, "size", 0.0));
    Map<String, Object> starts = aiStarts();
    if (!starts.isEmpty()) {
      layers.add(
          Map.of(
              "geom",
              "vline",
              "data",
              starts,
              "mapping",
              Map.of("xintercept", "start"),
              "color",
              Ink.LINE,
              "linetype",
              "dashed",
              "size",
              0.5));
    }
    layers.add(Map.of("geom", "line", "mapping", points, "color", Ink.ACCENT, "size", 0.9));
    layers.add(Map.of("geom", "point", "mapping", points, "color", Ink.ACCENT, "size", 1.8));
    return layers;
  }

  private Map<String, Object> points() {
    Map<String, Object> data = new HashMap<>();
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (Panel panel : panels) {
      int segment = 0;
      for (Fact fact : panel.series()) {
        if (fact.figure() instanceof Figure.Known known) {
          x.add(position(fact.key().period()));
          y.add(known.value());
          low.add(known.low());
          high.add(known.high());
          names.add(panel.name());
          groups.add(panel.name() + segment);
        } else {
          segment++;
        }
      }
    }
    data.putAll(Map.of("x", x, "y", y, "low", low, "high", high, PANEL, names, "group", groups));
    return data;
  }

  private Map<String, Object> aiStarts() {
    List<Double> starts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Panel panel : panels) {
      if (quarters.contains(panel.aiStart())) {
        starts.add(position(panel.aiStart()) - 0.5);
        names.add(panel.name());
      }
    }
    return starts.isEmpty() ? Map.of() : Map.of("start", starts, PANEL, names);
  }

  private Map<String, Object> quarterScale() {
    List<Double> breaks = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    int step = Math.max(1, quarters.size() - 1);
    for (int i = 0; i < quarters.size(); i += step) {
      breaks.add(1.0 * i);
      labels.add(quarters.get(i).substring(2));
    }
    List<Double> limits = List.of(-AIR, quarters.size() - 1 + AIR);
    return Map.of(
        "aesthetic", "x", "breaks", breaks, "labels", labels, "name", "", "limits", limits);
  }

  private Map<String, Object> valueScale() {
    double low = known().mapToDouble(Figure.Known::low).min().orElse(0);
    double high = known().mapToDouble(Figure.Known::high).max().orElse(1);
    List<Double> breaks = new ArrayList<>(new TreeSet<>(Ticks.between(low, high)));
    Fact sample = panels.get(0).series().get(0);
    List<String> labels = breaks.stream().map(value -> Print.oneValue(sample, value)).toList();
    double air = Math.max(high - low, Math.ulp(high)) * ROOM;
    return Map.of(
        "aesthetic",
        "y",
        "breaks",
        breaks,
        "labels",
        labels,
        "name",
        "",
        "limits",
        List.of(low - air, high + air));
  }

  private java.util.stream.Stream<Figure.Known> known() {
    return panels.stream()
        .flatMap(panel -> panel.series().stream())
        .map(Fact::figure)
        .filter(Figure.Known.class::isInstance)
        .map(Figure.Known.class::cast);
  }

  private double position(String quarter) {
    return quarters.indexOf(quarter);
  }

  private static boolean hasNumbers(Panel panel) {
    return panel.series().stream().anyMatch(Fact::isKnown);
  }
}
