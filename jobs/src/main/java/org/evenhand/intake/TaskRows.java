package org.evenhand.intake;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.intake.row.MappedFile;
import org.evenhand.intake.row.ReadTask;
import org.evenhand.intake.row.Tally;
import org.evenhand.schema.TableContract;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a Spark task gives for one file: a row a record, accepted with the target's columns or
 * rejected with raw text and reasons, and its tally as the last row.
 */
final class TaskRows implements Iterator<Row> {
  static final String FILE = "task_file";
  static final String LINE = "task_line";
  static final String ELEMENT = "task_element";
  static final String RAW = "task_raw";
  static final String REASONS = "task_reasons";
  private static final String KIND = "task_kind";
  private static final int OWN = 6;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReadTask task;
  private final MappedFile records;
  private final int columns;
  private boolean ended;

  TaskRows(ReadTask task, CompiledMapping mapping) {
    this.task = task;
    this.records = new MappedFile(task, mapping);
    this.columns = mapping.mapper().columns();
  }

  static StructType schema(TableContract contract) {
    StructType schema =
        new StructType()
            .add(KIND, DataTypes.StringType)
            .add(FILE, DataTypes.StringType)
            .add(LINE, DataTypes.LongType)
            .add(ELEMENT, DataTypes.IntegerType)
            .add(RAW, DataTypes.StringType)
            .add(REASONS, DataTypes.createArrayType(DataTypes.StringType));
    for (StructField field : CompiledMapping.schema(contract).fields()) {
      schema = schema.add(field);
    }
    return schema;
  }

  static Column isAccepted() {
    return col(KIND).equalTo("A");
  }

  static Column isRejected() {
    return col(KIND).equalTo("R");
  }

  static Column isTally() {
    return col(KIND).equalTo("T");
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Row next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    if (!records.hasNext()) {
      ended = true;
      return row("T", json(records.tally()));
    }
    return row(records.next());
  }

  private Row row(MappedFile.Mapped record) {
    @Nullable Object[] values;
    if (record.row().isAccepted()) {
      values = own("A", null);
      System.arraycopy(record.row().values(), 0, values, OWN, columns);
    } else {
      values = own("R", record.source().raw());
      values[5] = CollectionConverters.asScala(record.row().reasons()).toSeq();
    }
    values[2] = record.source().line();
    values[3] = record.source().element();
    return RowFactory.create(values);
  }

  private Row row(String kind, String raw) {
    return RowFactory.create(own(kind, raw));
  }

  private @Nullable Object[] own(String kind, @Nullable String raw) {
    @Nullable Object[] values = new @Nullable Object[OWN + columns];
    values[0] = kind;
    values[1] = task.stamp().fileId();
    values[4] = raw;
    return values;
  }

  private static String json(Tally tally) {
    try {
      return JSON.writeValueAsString(tally);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Tally tally(String json) {
    try {
      com.fasterxml.jackson.databind.node.ObjectNode node =
          (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(json);
      node.remove("failed");
      return JSON.treeToValue(node, Tally.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
