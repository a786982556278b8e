package org.evenhand.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.read.FileColumns;
import org.evenhand.intake.row.Tally;
import org.evenhand.schema.SourceMapping;
import org.evenhand.table.Column;
import org.evenhand.table.columns.BronzeFile;

/** Writes ledger entries. */
final class Entries {
  private Entries() {}

  /** A file whose rows are in the target. */
  static Entry landed(Candidate file, Tally tally, Optional<String> replaces, List<String> notes) {
    Map<Column, Object> values = of(file.mapping(), file.found(), tally);
    values.put(BronzeFile.FILE_ID, file.fileId());
    values.put(BronzeFile.SHA256, file.sha256());
    values.put(BronzeFile.EXTRACTED_AT, file.extractedAt());
    values.put(BronzeFile.STATUS, Entry.LANDED);
    replaces.ifPresent(id -> values.put(BronzeFile.REPLACES_FILE_ID, id));
    if (!notes.isEmpty()) {
      values.put(BronzeFile.REASON, String.join(" ", notes));
    }
    return new Entry(ContractRow.of(BronzeFile.TABLE, values));
  }

  /** A file of which nothing was taken. */
  static Entry failed(Candidate file, Tally tally) {
    Map<Column, Object> values = of(file.mapping(), file.found(), tally);
    values.put(BronzeFile.SHA256, file.sha256());
    values.put(BronzeFile.EXTRACTED_AT, file.extractedAt());
    return failed(values, file.sha256(), tally.failure());
  }

  /** A file that could not even be identified. */
  static Entry failed(SourceMapping mapping, LandedFile file, String sha256, String reason) {
    Tally nothing = new Tally(0, 0, 0, FileColumns.NONE, List.of(), reason);
    Map<Column, Object> values = of(mapping, file, nothing);
    if (!sha256.isEmpty()) {
      values.put(BronzeFile.SHA256, sha256);
    }
    return failed(values, sha256.isEmpty() ? file.path() : sha256, reason);
  }

  private static Entry failed(Map<Column, Object> values, String content, String reason) {
    values.put(
        BronzeFile.FILE_ID,
        Digests.of("failed", String.valueOf(values.get(BronzeFile.MAPPING)), content, reason));
    values.put(BronzeFile.STATUS, Entry.FAILED);
    values.put(BronzeFile.REASON, reason);
    return new Entry(ContractRow.of(BronzeFile.TABLE, values));
  }

  /** A file no mapping reads. */
  static Entry unmapped(LandedFile file) {
    Map<Column, Object> values = new HashMap<>();
    values.put(
        BronzeFile.FILE_ID, Digests.of("unmapped", file.path(), String.valueOf(file.bytes())));
    values.put(BronzeFile.MAPPING, "none");
    values.put(BronzeFile.TARGET, "none");
    values.put(BronzeFile.PATH, file.path());
    values.put(BronzeFile.BYTES, file.bytes());
    counts(values, 0, 0, 0);
    values.put(BronzeFile.STATUS, Entry.UNMAPPED);
    values.put(
        BronzeFile.REASON,
        "No source mapping reads this path. Correct the path or add a mapping under"
            + " schemas/sources.");
    return new Entry(ContractRow.of(BronzeFile.TABLE, values));
  }

  private static Map<Column, Object> of(SourceMapping mapping, LandedFile file, Tally tally) {
    Map<Column, Object> values = new HashMap<>();
    values.put(BronzeFile.MAPPING, mapping.name());
    values.put(BronzeFile.TARGET, mapping.target().toString());
    values.put(BronzeFile.PATH, file.path());
    values.put(BronzeFile.BYTES, file.bytes());
    counts(values, tally.read(), tally.accepted(), tally.rejected());
    FileColumns columns = tally.columns();
    if (!columns.header().isEmpty()) {
      values.put(
          BronzeFile.HEADER_FINGERPRINT, Digests.of(columns.header().toArray(String[]::new)));
    }
    values.put(BronzeFile.NEW_COLUMNS, columns.added());
    values.put(BronzeFile.DROPPED_COLUMNS, columns.dropped());
    return values;
  }

  private static void counts(Map<Column, Object> values, long read, long accepted, long rejected) {
    values.put(BronzeFile.ROWS_READ, read);
    values.put(BronzeFile.ROWS_ACCEPTED, accepted);
    values.put(BronzeFile.ROWS_REJECTED, rejected);
  }
}
