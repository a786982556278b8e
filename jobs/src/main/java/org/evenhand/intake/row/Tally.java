package org.evenhand.intake.row;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.evenhand.intake.read.FileColumns;

/**
 * What was read from a file.
 *
 * @param read records read; accepted plus rejected
 * @param columns what its columns turned out to be
 * @param examples the first few reasons of rejected records, each with its line
 * @param failure why nothing can be taken from the file; empty when its rows stand
 */
public record Tally(
    long read,
    long accepted,
    long rejected,
    FileColumns columns,
    List<String> examples,
    String failure)
    implements Serializable {
  public Tally {
    examples = List.copyOf(examples);
  }

  /** The tally without columns that are known although this mapping does not read them. */
  public Tally knowing(Set<String> known) {
    List<String> added = columns.added().stream().filter(name -> !known.contains(name)).toList();
    FileColumns fewer =
        new FileColumns(columns.header(), added, columns.dropped(), columns.absent());
    return new Tally(read, accepted, rejected, fewer, examples, failure);
  }

  public boolean isFailed() {
    return !failure.isEmpty();
  }

  public Tally failed(String reason) {
    return new Tally(0, 0, 0, columns, examples, reason);
  }
}
