package org.evenhand.structure;

import java.util.List;
import org.apache.spark.sql.Row;

/** Rows of the three tables of this domain. */
record StructureTables(List<Row> context, List<Row> expected, List<Row> figures) {
  StructureTables {
    context = List.copyOf(context);
    expected = List.copyOf(expected);
    figures = List.copyOf(figures);
  }
}
