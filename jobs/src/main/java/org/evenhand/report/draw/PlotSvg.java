package org.evenhand.report.draw;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport;

/** Draws a Lets-Plot specification as a small SVG whose bytes depend on the specification only. */
final class PlotSvg {
  private static final Pattern STYLE = Pattern.compile("<style[^>]*>.*?</style>", Pattern.DOTALL);
  private static final Pattern GROUND =
      Pattern.compile("<path fill-rule=\"evenodd\"[^>]*>\\s*</path>");
  private static final Pattern DIGITS = Pattern.compile("(\\d+\\.\\d\\d)\\d+");
  private static final Pattern SIZE =
      Pattern.compile("<svg[^>]*width=\"(\\d+)\\.0\"[^>]*height=\"(\\d+)\\.0\"[^>]*>");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern JFX = Pattern.compile(" clip-bounds-jfx=\"[^\"]*\"");
  private static final Pattern ID = Pattern.compile("\\bid=\"([A-Za-z0-9_]+)\"");
  private static final String TEXT =
      "<text fill=\"%s\" font-family=\"Evenhand Sans, sans-serif\" font-size=\"10\""
          .formatted(Ink.SOFT);

  private PlotSvg() {}

  /**
   * @param name prefix of element ids, different for every chart of a page
   * @param description what the picture shows
   */
  static String draw(Map<String, Object> spec, String name, String description) {
    String svg = PlotSvgExport.INSTANCE.buildSvgImageFromRawSpecs(spec, null, true);
    String bare = withoutNoise(svg);
    return withDescription(withOwnText(withStableIds(bare, name)), description);
  }

  /** Drops what a reader does not see: its style, its white ground, idle digits and blanks. */
  private static String withoutNoise(String svg) {
    String visible = STYLE.matcher(svg).replaceAll("");
    String transparent = GROUND.matcher(visible).replaceFirst("");
    String rounded = DIGITS.matcher(transparent).replaceAll("$1");
    return JFX.matcher(BLANKS.matcher(rounded).replaceAll(" ")).replaceAll("").replace("> <", "><");
  }

  static Map<String, Object> theme() {
    Map<String, Object> blank = Map.of("name", "blank", "blank", true);
    Map<String, Object> hair = Map.of("color", "#e6e2da", "size", 0.5, "blank", false);
    return Map.of(
        "name", "minimal",
        "panel_grid_minor", blank,
        "panel_grid_major_x", blank,
        "panel_grid_major_y", hair,
        "axis_title", blank,
        "axis_ticks", blank,
        "axis_text_x", Map.of("angle", 0.0, "size", 10, "blank", false),
        "text", Map.of("family", "Evenhand Sans", "size", 10, "blank", false));
  }

  /** For bars that carry their numbers. */
  static Map<String, Object> themeWithoutGrid() {
    Map<String, Object> theme = new LinkedHashMap<>(theme());
    theme.put("panel_grid_major_y", theme.get("axis_title"));
    return theme;
  }

  /** Random element ids become name1, name2, … in the order in which they appear. */
  private static String withStableIds(String svg, String name) {
    Map<String, String> ids = new LinkedHashMap<>();
    Matcher matcher = ID.matcher(svg);
    while (matcher.find()) {
      ids.putIfAbsent(matcher.group(1), name + (ids.size() + 1));
    }
    String stable = svg;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      stable = stable.replace(id.getKey(), id.getValue());
    }
    return stable;
  }

  private static String withOwnText(String svg) {
    return svg.replace("<text", TEXT);
  }

  private static String withDescription(String svg, String description) {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new IllegalStateException("Lets-Plot drew no plot: " + svg);
    }
    String open =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" aria-label=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\"><title>%s</title>"
            .formatted(
                Svg.escape(description),
                size.group(1),
                size.group(2),
                size.group(1),
                size.group(2),
                Svg.escape(description));
    return size.replaceFirst(Matcher.quoteReplacement(open));
  }
}
