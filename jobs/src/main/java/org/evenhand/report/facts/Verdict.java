package org.evenhand.report.facts;

/** What a comparison says, fixed by rule where the fact is made. */
public enum Verdict {
  IMPROVED("improved", "▲"),
  NO_CLEAR_CHANGE("no clear change", "●"),
  GOT_WORSE("got worse", "▼"),
  CANNOT_TELL("cannot tell", "○"),
  NONE("", "");

  private final String words;
  private final String mark;

  Verdict(String words, String mark) {
    this.words = words;
    this.mark = mark;
  }

  /** The only words a reader sees for it. */
  public String words() {
    return words;
  }

  /** A shape, so that colour is never the only sign. */
  public String mark() {
    return mark;
  }

  /** Name of the style that goes with it. */
  public String style() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
