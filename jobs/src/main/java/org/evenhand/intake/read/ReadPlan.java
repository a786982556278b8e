package org.evenhand.intake.read;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * How the files of one mapping are read.
 *
 * @param shape format and dialect
 * @param slots source columns wanted, in the order of {@link SourceRecord#values()}
 * @param dropped source columns never read, for privacy
 * @param missing texts that mean no value, compared without surrounding blanks
 */
public record ReadPlan(Shape shape, List<Slot> slots, Set<String> dropped, Set<String> missing)
    implements Serializable {
  public ReadPlan {
    slots = List.copyOf(slots);
    dropped = Set.copyOf(dropped);
    missing = Set.copyOf(missing);
  }

  /** What kind of text or container of records a file is. */
  public sealed interface Shape extends Serializable {}

  /**
   * @param footer regular expressions of lines that end a report
   */
  public record Csv(char delimiter, char quote, String encoding, List<String> footer)
      implements Shape {
    public Csv {
      footer = List.copyOf(footer);
    }
  }

  /** One JSON object a line. */
  public record Ndjson(String explode) implements Shape {}

  /**
   * @param records JSON pointer such as {@code /records} of the array; empty = the document itself
   */
  public record Json(String records, String explode) implements Shape {}

  /** Rows of a Parquet file. */
  public record Parquet(String explode) implements Shape {}
}
