package org.evenhand.table;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
}
