package org.evenhand.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Operations on several frames. */
public final class Frames {
  private Frames() {}

  /**
   * All rows of frames with the same columns in the same order. Halves are joined to halves: Spark
   * checks the whole plan at every step, so adding one frame after the other costs its square.
   *
   * @param frames at least one
   */
  public static Dataset<Row> union(List<Dataset<Row>> frames) {
    int half = frames.size() / 2;
    return half == 0
        ? frames.get(0)
        : union(frames.subList(0, half)).unionAll(union(frames.subList(half, frames.size())));
  }

  /**
   * The frame's columns without some, and columns added, in one step: every step makes Spark look
   * at the whole plan again.
   *
   * @param without names of columns to leave out; an added column also takes the place of its own
   * @param added columns with names
   */
  public static Dataset<Row> with(
      Dataset<Row> rows, Collection<String> without, Map<String, Column> added) {
    Stream<Column> kept =
        Arrays.stream(rows.columns())
            .filter(name -> !without.contains(name) && !added.containsKey(name))
            .map(functions::col);
    Stream<Column> more = added.entrySet().stream().map(one -> one.getValue().as(one.getKey()));
    return rows.select(Stream.concat(kept, more).toArray(Column[]::new));
  }
}
