package org.evenhand.table;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Parquet files read and written on the driver by Delta Kernel. */
final class KernelFiles {
  private final Engine engine;

  KernelFiles(Engine engine) {
    this.engine = engine;
  }

  /**
   * Rows of one file as values in the order of {@code columns}; a column the file lacks is NULL.
   *
   * @param columns the columns wanted, without the partition column
   */
  List<@Nullable Object[]> read(String uri, long bytes, StructType columns) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (CloseableIterator<FileReadResult> batches =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(FileStatus.of(uri, bytes, 0)),
                columns,
                Optional.empty())) {
      while (batches.hasNext()) {
        addRows(batches.next().getData(), rows);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes rows of one slice into new files of a directory.
   *
   * @param positions which positions of the rows the columns are at
   */
  List<DataFileStatus> write(
      String directory, List<Row> rows, StructType columns, int[] positions, List<String> stats) {
    ColumnVector[] vectors = new ColumnVector[columns.length()];
    for (int i = 0; i < vectors.length; i++) {
      int position = positions[i];
      List<@Nullable Object> values = new ArrayList<>(rows.size());
      rows.forEach(row -> values.add(row.get(position)));
      vectors[i] = Values.vector(values, columns.at(i).getDataType());
    }
    FilteredColumnarBatch batch =
        new FilteredColumnarBatch(
            new DefaultColumnarBatch(rows.size(), columns, vectors), Optional.empty());
    List<Column> statistics =
        columns.fields().stream()
            .map(StructField::getName)
            .filter(stats::contains)
            .map(Column::new)
            .toList();
    try (CloseableIterator<DataFileStatus> written =
        engine
            .getParquetHandler()
            .writeParquetFiles(directory, Utils.singletonCloseableIterator(batch), statistics)) {
      return written.toInMemoryList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addRows(ColumnarBatch batch, List<@Nullable Object[]> rows) {
    int width = batch.getSchema().length();
    int first = rows.size();
    for (int row = 0; row < batch.getSize(); row++) {
      rows.add(new @Nullable Object[width]);
    }
    for (int column = 0; column < width; column++) {
      ColumnVector vector = batch.getColumnVector(column);
      for (int row = 0; row < batch.getSize(); row++) {
        rows.get(first + row)[column] = Values.fromKernel(vector, row);
      }
    }
  }
}
