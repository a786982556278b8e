package org.evenhand.table;

import java.util.Collection;

/**
 * What a slice of a table holds.
 *
 * @param rows number of rows
 * @param checksum their checksum
 */
record Content(long rows, Checksum checksum) {
  static final Content NONE = new Content(0, Checksum.NONE);

  Content plus(Content other) {
    return new Content(rows + other.rows, checksum.plus(other.checksum));
  }

  static Content sum(Collection<Content> parts) {
    return parts.stream().reduce(NONE, Content::plus);
  }
}
