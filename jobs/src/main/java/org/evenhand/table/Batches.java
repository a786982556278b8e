package org.evenhand.table;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Chooses which engine prepares the rows of one table. */
final class Batches {
  private final SparkSession session;
  private final String path;
  private final KernelFiles files;
  private final Configuration configuration;
  private final Engines engines;

  Batches(
      SparkSession session,
      String path,
      KernelFiles files,
      Configuration configuration,
      Engines engines) {
    this.session = session;
    this.path = path;
    this.files = files;
    this.configuration = configuration;
    this.engines = engines;
  }

  Batch of(Shape shape, Incoming incoming) {
    if (incoming instanceof Incoming.Driver driver) {
      List<Row> rows = ContractRows.of(shape, driver.rows());
      return engines.writeBytes() < 0
          ? spark(shape, session.createDataFrame(rows, shape.nullable()))
          : local(shape, rows);
    }
    Dataset<Row> frame = ContractColumns.select(shape, ((Incoming.Frame) incoming).rows());
    return engines.writeBytes() >= 0 && SizeEstimate.isSmall(frame, engines.writeBytes())
        ? local(shape, frame.collectAsList())
        : spark(shape, frame);
  }

  private Batch local(Shape shape, List<Row> rows) {
    return new LocalBatch(session, shape, rows, path, files);
  }

  private Batch spark(Shape shape, Dataset<Row> frame) {
    return new SparkBatch(session, shape, frame, path, configuration);
  }
}
