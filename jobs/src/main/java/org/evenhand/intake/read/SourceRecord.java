package org.evenhand.intake.read;

import org.jspecify.annotations.Nullable;

/**
 * One record as it stood in a file, or one element of it where a mapping explodes an array.
 *
 * @param line line on which the record begins, from 1; the row number in Parquet
 * @param element position in the exploded array from 0; 0 where nothing is exploded
 * @param raw the record's text; bytes that are not text show as {@code \xNN}
 * @param values one text per slot of the read plan, null where the source says nothing
 * @param problem why the record cannot be taken; empty when it can
 */
@SuppressWarnings("ArrayRecordComponent") // rows by the million, never compared
public record SourceRecord(
    long line, int element, String raw, @Nullable String[] values, String problem) {

  /** Stands for a raw text from which fields dropped for privacy could not be taken out. */
  static final String WITHHELD =
      "(not kept: the file holds fields that are dropped at the door, and this record cannot be"
          + " split)";

  /** A record that could not be taken apart. */
  static SourceRecord broken(long line, String raw, int slots, String problem) {
    return new SourceRecord(line, 0, MalformedBytes.shown(raw), new String[slots], problem);
  }

  public boolean isBroken() {
    return !problem.isEmpty();
  }
}
