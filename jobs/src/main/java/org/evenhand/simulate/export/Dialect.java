package org.evenhand.simulate.export;

/**
 * How a CSV export is written.
 *
 * @param delimiter between cells
 * @param quoteAll whether every cell is quoted, not only those that need it
 * @param lineEnd line end
 */
public record Dialect(char delimiter, boolean quoteAll, String lineEnd) {
  public static final Dialect QUOTED = new Dialect(',', true, "\n");
  public static final Dialect PLAIN = new Dialect(',', false, "\r\n");
  public static final Dialect SEMICOLON = new Dialect(';', false, "\r\n");
}
