package org.evenhand.intake.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one file, one after the other. */
public interface Records extends Closeable {

  /**
   * The next record, or null at the end.
   *
   * @throws IOException when the file as a whole cannot be read, also after many good records
   */
  @Nullable SourceRecord next() throws IOException;

  /** What the file's columns turned out to be; complete after the last record. */
  FileColumns columns();
}
