package org.evenhand.intake.row;

import org.evenhand.intake.read.ReadPlan;
import org.evenhand.schema.CsvDialect;
import org.evenhand.schema.FileShape;

/** A mapping's file shape as the readers take it. */
final class ReadShapes {
  private ReadShapes() {}

  static ReadPlan.Shape of(FileShape shape) {
    return switch (shape.format()) {
      case CSV -> csv(shape.csv());
      case NDJSON -> new ReadPlan.Ndjson(shape.explode());
      case JSON -> new ReadPlan.Json(shape.records(), shape.explode());
      case PARQUET -> new ReadPlan.Parquet(shape.explode());
    };
  }

  private static ReadPlan.Shape csv(CsvDialect dialect) {
    return new ReadPlan.Csv(
        dialect.delimiter().charAt(0),
        dialect.quote().charAt(0),
        dialect.encoding(),
        dialect.footer());
  }
}
