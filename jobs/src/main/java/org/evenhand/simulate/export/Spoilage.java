package org.evenhand.simulate.export;

/**
 * What goes wrong in an otherwise clean file.
 *
 * @param head text before the first line
 * @param tail text after the last line
 */
public record Spoilage(String head, String tail) {
  public static final Spoilage NONE = new Spoilage("", "");

  static Spoilage head(String text) {
    return new Spoilage(text, "");
  }

  static Spoilage tail(String text) {
    return new Spoilage("", text);
  }
}
