package org.evenhand.intake;

import java.util.List;
import java.util.Set;
import org.evenhand.intake.row.Tally;
import org.evenhand.table.Stamp;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;

/** The rows read from the new files of one mapping, wherever they are. */
interface Harvest extends AutoCloseable {

  /** One result a file, in the order the files were given. */
  List<Result> results();

  /**
   * Holds files of this harvest, or of the table, against files already in the table.
   *
   * @param before file ids in the table
   * @param now file ids, of this harvest or of the table
   */
  Difference difference(Tables tables, Set<String> before, Set<String> now);

  /** Writes the rejected records of these files. */
  void appendRejected(Tables tables, Set<String> files, Stamp stamp);

  /** Writes the accepted rows of these files to the target. */
  TableState appendAccepted(Tables tables, Set<String> files, Stamp stamp);

  @Override
  void close();

  /** What came of one file. */
  record Result(Candidate file, Tally tally) {}
}
