package org.evenhand.table;

import io.delta.kernel.engine.Engine;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Current rows of one table. Small tables come as local frames; files never change, so their rows
 * are kept while memory allows.
 */
final class Reading {
  private final SparkSession session;
  private final TableLog log;
  private final KernelFiles kernel;
  private final Engines engines;
  private final Map<String, SoftReference<List<Row>>> kept = new ConcurrentHashMap<>();

  Reading(SparkSession session, TableLog log, Engine engine, Engines engines) {
    this.session = session;
    this.log = log;
    this.kernel = new KernelFiles(engine);
    this.engines = engines;
  }

  /** A frame of the rows in the wanted files; the caller filters on partition as well. */
  Dataset<Row> frame(Shape shape, Predicate<DataFile> wanted) {
    Optional<View> view = log.view();
    if (view.isEmpty()) {
      return session.createDataFrame(List.of(), shape.nullable());
    }
    List<DataFile> files = view.get().files().stream().filter(wanted).toList();
    long bytes = files.stream().mapToLong(DataFile::bytes).sum();
    return bytes <= engines.readBytes()
        ? session.createDataFrame(rows(shape, files), shape.nullable())
        : large(shape, view.get(), files);
  }

  /** All rows as they are on the disk now, none of them kept from before. */
  Dataset<Row> fresh(Shape shape) {
    kept.clear();
    return frame(shape, file -> true);
  }

  /** Rows of files, on the driver. */
  List<Row> rows(Shape shape, List<DataFile> files) {
    List<Row> rows = new ArrayList<>();
    for (DataFile file : files) {
      rows.addAll(rows(shape, file));
    }
    return rows;
  }

  private List<Row> rows(Shape shape, DataFile file) {
    SoftReference<List<Row>> reference = kept.get(file.path());
    List<Row> rows = reference == null ? null : reference.get();
    if (rows == null) {
      rows = read(shape, file);
      kept.put(file.path(), new SoftReference<>(rows));
    }
    return rows;
  }

  private List<Row> read(Shape shape, DataFile file) {
    StructType inFiles = shape.inFiles();
    StructType all = shape.nullable();
    int[] target = Arrays.stream(inFiles.fieldNames()).mapToInt(all::fieldIndex).toArray();
    int partition = shape.partition().map(all::fieldIndex).orElse(-1);
    @Nullable Object value =
        partition < 0
            ? null
            : file.partition().map(text -> typed(text, all.fields()[partition])).orElse(null);
    List<Row> rows = new ArrayList<>();
    for (@Nullable Object[] values :
        kernel.read(log.path() + "/" + file.path(), file.bytes(), Shape.kernel(inFiles))) {
      @Nullable Object[] row = new @Nullable Object[all.length()];
      for (int i = 0; i < target.length; i++) {
        row[target[i]] = values[i];
      }
      if (partition >= 0) {
        row[partition] = value;
      }
      rows.add(new GenericRowWithSchema(row, all));
    }
    return rows;
  }

  /** Spark reads the files the log names, which spares it deriving Delta's state by queries. */
  private Dataset<Row> large(Shape shape, View view, List<DataFile> files) {
    if (!view.isPlain() || !files.stream().allMatch(file -> Layout.isPlain(shape, file))) {
      return session.read().format("delta").load(log.path()).to(shape.nullable());
    }
    String[] paths =
        files.stream().map(file -> log.path() + "/" + file.path()).toArray(String[]::new);
    return session
        .read()
        .schema(shape.nullable())
        .option("basePath", log.path())
        .parquet(paths)
        .select(
            Arrays.stream(shape.nullable().fieldNames())
                .map(name -> functions.col("`" + name + "`"))
                .toArray(Column[]::new));
  }

  private static Object typed(String text, StructField field) {
    DataType type = field.dataType();
    if (type instanceof LongType) {
      return Long.valueOf(text);
    } else if (type instanceof IntegerType) {
      return Integer.valueOf(text);
    } else if (type instanceof DateType) {
      return java.time.LocalDate.parse(text);
    }
    return Objects.requireNonNull(text);
  }
}
