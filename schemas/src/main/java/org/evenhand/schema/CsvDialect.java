package org.evenhand.schema;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a CSV export is written. A byte order mark and either line ending are always accepted.
 *
 * @param delimiter one character
 * @param quote one character; doubled inside a quoted value
 * @param encoding name of the character set
 * @param decimal {@code .} or {@code ,}; the other one, if present, groups thousands
 * @param footer regular expressions of whole lines that are report footers, not records
 */
public record CsvDialect(
    String delimiter, String quote, String encoding, String decimal, List<String> footer) {

  /** Comma, double quote, UTF-8, decimal point, no footer. */
  public static final CsvDialect DEFAULT = new CsvDialect(",", "\"", "UTF-8", ".", List.of());

  public CsvDialect {
    footer = List.copyOf(footer);
  }

  public Charset charset() {
    return Charset.forName(encoding);
  }
}
