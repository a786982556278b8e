package org.evenhand.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenhand.intake.read.SourceRecord;
import org.evenhand.table.columns.BronzeRejected;

/** Rows of {@code bronze.rejected}. */
final class Rejections {
  static final String OPEN = "OPEN";
  static final String RESOLVED = "RESOLVED";

  private Rejections() {}

  static Row open(Candidate file, SourceRecord record, List<String> reasons) {
    return row(file, record, reasons, OPEN);
  }

  /** Says that a record that was rejected has been accepted since. */
  static Row resolved(Candidate file, SourceRecord record) {
    return row(file, record, List.of(), RESOLVED);
  }

  /** What the rejections of a file have in common, to be joined to them. */
  static Row about(Candidate file) {
    return RowFactory.create(
        file.fileId(),
        file.mapping().name(),
        file.mapping().target().toString(),
        file.path(),
        file.extractedAt());
  }

  static StructType aboutSchema() {
    return new StructType()
        .add(BronzeRejected.FILE_ID.name(), DataTypes.StringType)
        .add(BronzeRejected.MAPPING.name(), DataTypes.StringType)
        .add(BronzeRejected.TARGET.name(), DataTypes.StringType)
        .add(BronzeRejected.PATH.name(), DataTypes.StringType)
        .add(BronzeRejected.KNOWN_FROM.name(), DataTypes.TimestampType);
  }

  private static Row row(
      Candidate file, SourceRecord record, List<String> reasons, String resolution) {
    Map<String, Object> values = new HashMap<>();
    values.put(BronzeRejected.FILE_ID.name(), file.fileId());
    values.put(BronzeRejected.MAPPING.name(), file.mapping().name());
    values.put(BronzeRejected.TARGET.name(), file.mapping().target().toString());
    values.put(BronzeRejected.PATH.name(), file.path());
    values.put(BronzeRejected.LINE.name(), record.line());
    values.put(BronzeRejected.ELEMENT.name(), record.element());
    values.put(BronzeRejected.RESOLUTION.name(), resolution);
    values.put(BronzeRejected.RAW.name(), record.raw());
    values.put(BronzeRejected.REASONS.name(), reasons);
    values.put(BronzeRejected.KNOWN_FROM.name(), file.extractedAt());
    return ContractRow.of(BronzeRejected.TABLE, values);
  }
}
