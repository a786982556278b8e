package org.evenhand.table;

import java.util.List;
import java.util.Map;

/** Rows on their way into a table: checked and summed, not yet part of it. */
interface Batch {

  /** Rows and checksum by partition value; one entry with an empty key when unpartitioned. */
  Map<String, Content> slices();

  /** Puts the data files into the table's directory. */
  List<DataFile> place();

  /** Leaves no file behind when the rows are not wanted after all. */
  void discard();
}
