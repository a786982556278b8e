package org.evenhand.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Order-independent checksum of rows: the sum, modulo 2^64 each, of two 64-bit hashes per row.
 * Adding rows adds checksums, so a table's is the sum of its slices'. NULL, position and the length
 * of arrays count.
 *
 * @param high sum of the first hash
 * @param low sum of the second hash
 */
record Checksum(long high, long low) {
  static final Checksum NONE = new Checksum(0, 0);

  Checksum plus(Checksum other) {
    return new Checksum(high + other.high, low + other.low);
  }

  /** 32 hexadecimal digits. */
  String hex() {
    return "%016x%016x".formatted(high, low);
  }

  static Checksum parse(String hex) {
    return new Checksum(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }

  /** One of the two hashes of a row, as a column over frames of this schema. */
  static Column rowHash(StructType schema, int seed) {
    List<Column> parts = new ArrayList<>();
    parts.add(functions.lit(seed));
    for (StructField field : schema.fields()) {
      Column value = functions.col("`" + field.name() + "`");
      parts.add(value.isNull());
      parts.add(value);
      if (field.dataType() instanceof ArrayType) {
        parts.add(functions.array_size(value));
      }
    }
    return functions.xxhash64(parts.toArray(Column[]::new));
  }

  /** Sum modulo 2^64 of a hash column from the sums of its halves, which cannot overflow. */
  static long joined(long sumOfHighHalves, long sumOfLowHalves) {
    return (sumOfHighHalves << 32) + sumOfLowHalves;
  }
}
