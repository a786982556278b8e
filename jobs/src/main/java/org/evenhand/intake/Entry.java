package org.evenhand.intake;

import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;

/** One line of the file ledger: a row of {@code bronze.file}. */
record Entry(Row row) {
  static final String LANDED = "LANDED";
  static final String FAILED = "FAILED";
  static final String UNMAPPED = "UNMAPPED";

  String fileId() {
    return BronzeFile.FILE_ID.text(row);
  }

  String mapping() {
    return BronzeFile.MAPPING.text(row);
  }

  String path() {
    return BronzeFile.PATH.text(row);
  }

  boolean isLanded() {
    return BronzeFile.STATUS.text(row).equals(LANDED);
  }

  Instant extractedAt() {
    return BronzeFile.EXTRACTED_AT.instant(row);
  }

  Optional<String> replaces() {
    return Optional.ofNullable((String) BronzeFile.REPLACES_FILE_ID.value(row));
  }

  String json() {
    return ContractRow.json(BronzeFile.TABLE, row);
  }

  static Entry parse(String json) {
    return new Entry(ContractRow.parse(BronzeFile.TABLE, json));
  }
}
