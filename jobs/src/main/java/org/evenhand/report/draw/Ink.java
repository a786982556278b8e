package org.evenhand.report.draw;

/** Colours of drawings on white paper; styles may replace them by class on a dark screen. */
final class Ink {
  static final String LINE = "#1d1d1b";
  static final String SOFT = "#6b675f";
  static final String BAND = "#d9d5cc";
  static final String ACCENT = "#0b5563";

  private Ink() {}
}
