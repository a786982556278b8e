package org.evenhand.table;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Order-independent checksum of rows: the sum, modulo 2^64 each, of two 64-bit hashes per row.
 * Adding rows adds checksums, so a table's is the sum of its slices'. NULL and position count.
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
    Column[] parts = new Column[2 * schema.length() + 1];
    parts[0] = functions.lit(seed);
    for (int i = 0; i < schema.length(); i++) {
      StructField field = schema.fields()[i];
      Column value = functions.col("`" + field.name() + "`");
      parts[2 * i + 1] = value.isNull();
      parts[2 * i + 2] = isNested(field.dataType()) ? functions.to_json(value) : value;
    }
    return functions.xxhash64(parts);
  }

  /** Sum modulo 2^64 of a hash column from the sums of its halves, which cannot overflow. */
  static long joined(long sumOfHighHalves, long sumOfLowHalves) {
    return (sumOfHighHalves << 32) + sumOfLowHalves;
  }

  private static boolean isNested(DataType type) {
    return type instanceof ArrayType || type instanceof MapType || type instanceof StructType;
  }
}
