package org.evenhand.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.read.FileColumns;
import org.evenhand.intake.row.Tally;
import org.evenhand.schema.SourceMapping;
import org.evenhand.table.columns.BronzeFile;

/** Writes ledger entries. */
final class Entries {
  private Entries() {}

  /** A file whose rows are in the target. */
  static Entry landed(Candidate file, Tally tally, Optional<String> replaces, List<String> notes) {
    Map<String, Object> values = of(file.mapping(), file.found(), tally);
    values.put(BronzeFile.FILE_ID.name(), file.fileId());
    values.put(BronzeFile.SHA256.name(), file.sha256());
    values.put(BronzeFile.EXTRACTED_AT.name(), file.extractedAt());
    values.put(BronzeFile.STATUS.name(), Entry.LANDED);
    replaces.ifPresent(id -> values.put(BronzeFile.REPLACES_FILE_ID.name(), id));
    if (!notes.isEmpty()) {
      values.put(BronzeFile.REASON.name(), String.join(" ", notes));
    }
    return new Entry(ContractRow.of(BronzeFile.TABLE, values));
  }

  /** A file of which nothing was taken. */
  static Entry failed(Candidate file, Tally tally) {
    Map<String, Object> values = of(file.mapping(), file.found(), tally);
    values.put(BronzeFile.SHA256.name(), file.sha256());
    values.put(BronzeFile.EXTRACTED_AT.name(), file.extractedAt());
    return failed(values, file.sha256(), tally.failure());
  }

  /** A file that could not even be identified. */
  static Entry failed(SourceMapping mapping, LandedFile file, String sha256, String reason) {
    Tally nothing = new Tally(0, 0, 0, FileColumns.NONE, List.of(), reason);
    Map<String, Object> values = of(mapping, file, nothing);
    if (!sha256.isEmpty()) {
      values.put(BronzeFile.SHA256.name(), sha256);
    }
    return failed(values, sha256.isEmpty() ? file.path() : sha256, reason);
  }

  private static Entry failed(Map<String, Object> values, String content, String reason) {
    values.put(
        BronzeFile.FILE_ID.name(),
        Digests.of(
            "failed", String.valueOf(values.get(BronzeFile.MAPPING.name())), content, reason));
    values.put(BronzeFile.STATUS.name(), Entry.FAILED);
    values.put(BronzeFile.REASON.name(), reason);
    return new Entry(ContractRow.of(BronzeFile.TABLE, values));
  }

  /** A file no mapping reads. */
  static Entry unmapped(LandedFile file) {
    Map<String, Object> values = new HashMap<>();
    values.put(
        BronzeFile.FILE_ID.name(),
        Digests.of("unmapped", file.path(), String.valueOf(file.bytes())));
    values.put(BronzeFile.MAPPING.name(), "none");
    values.put(BronzeFile.TARGET.name(), "none");
    values.put(BronzeFile.PATH.name(), file.path());
    values.put(BronzeFile.BYTES.name(), file.bytes());
    counts(values, 0, 0, 0);
    values.put(BronzeFile.STATUS.name(), Entry.UNMAPPED);
    values.put(
        BronzeFile.REASON.name(),
        "No source mapping reads this path. Correct the path or add a mapping under"
            + " schemas/sources.");
    return new Entry(ContractRow.of(BronzeFile.TABLE, values));
  }

  private static Map<String, Object> of(SourceMapping mapping, LandedFile file, Tally tally) {
    Map<String, Object> values = new HashMap<>();
    values.put(BronzeFile.MAPPING.name(), mapping.name());
    values.put(BronzeFile.TARGET.name(), mapping.target().toString());
    values.put(BronzeFile.PATH.name(), file.path());
    values.put(BronzeFile.BYTES.name(), file.bytes());
    counts(values, tally.read(), tally.accepted(), tally.rejected());
    FileColumns columns = tally.columns();
    if (!columns.header().isEmpty()) {
      values.put(
          BronzeFile.HEADER_FINGERPRINT.name(),
          Digests.of(columns.header().toArray(String[]::new)));
    }
    values.put(BronzeFile.NEW_COLUMNS.name(), columns.added());
    values.put(BronzeFile.DROPPED_COLUMNS.name(), columns.dropped());
    return values;
  }

  private static void counts(Map<String, Object> values, long read, long accepted, long rejected) {
    values.put(BronzeFile.ROWS_READ.name(), read);
    values.put(BronzeFile.ROWS_ACCEPTED.name(), accepted);
    values.put(BronzeFile.ROWS_REJECTED.name(), rejected);
  }
}
