package org.evenhand.intake.read;

import java.io.Serializable;
import java.util.List;

/**
 * What the columns of a file turned out to be.
 *
 * @param header names in the file's order; empty where the format has no header
 * @param added columns the mapping does not know: ignored and reported
 * @param dropped columns dropped at the door for privacy
 * @param absent columns the mapping could have used and a header lacks; empty where there is no
 *     header
 */
public record FileColumns(
    List<String> header, List<String> added, List<String> dropped, List<String> absent)
    implements Serializable {
  public static final FileColumns NONE =
      new FileColumns(List.of(), List.of(), List.of(), List.of());

  public FileColumns {
    header = List.copyOf(header);
    added = List.copyOf(added);
    dropped = List.copyOf(dropped);
    absent = List.copyOf(absent);
  }
}
