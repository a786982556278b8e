package org.evenhand.report.draw;

import java.util.Locale;

/** Writes SVG elements; attributes only, so that the same drawing works on screen and in print. */
final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Svg rect(double x, double y, double width, double height, String style, String fill) {
    return add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
            .formatted(
                style, number(x), number(y), number(Math.max(width, 0.5)), number(height), fill));
  }

  Svg line(double x, double fromY, double toY, String style, String stroke) {
    return add(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"1\"/>"
            .formatted(style, number(x), number(fromY), number(x), number(toY), stroke));
  }

  Svg dot(double x, double y, double radius, String style, String fill, String stroke) {
    return add(
        "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>"
            .formatted(style, number(x), number(y), number(radius), fill, stroke));
  }

  Svg text(double x, double y, String anchor, String words) {
    return add(
        ("<text class=\"s-text\" x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-family=\"Evenhand Sans, sans-serif\""
                + " font-size=\"9\" fill=\"%s\">%s</text>")
            .formatted(number(x), number(y), anchor, Ink.SOFT, escape(words)));
  }

  /** The drawing with a description for those who do not see it. */
  String done(String style, String description) {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" role=\"img\" aria-label=\"%s\" width=\"%d\""
            + " height=\"%d\" viewBox=\"0 0 %d %d\"><title>%s</title>%s</svg>")
        .formatted(
            style, escape(description), width, height, width, height, escape(description), body);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private Svg add(String element) {
    body.append(element);
    return this;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
