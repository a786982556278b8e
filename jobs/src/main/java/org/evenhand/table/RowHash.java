package org.evenhand.table;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.expressions.XxHash64Function;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/** {@link Checksum#rowHash} for rows on the driver: the same value without a Spark plan. */
final class RowHash {
  private static final long SPARKS_SEED = 42;
  private final DataType[] types;
  private final Function1<Object, Object>[] converters;

  @SuppressWarnings({"unchecked", "rawtypes"})
  RowHash(StructType schema) {
    types = new DataType[schema.length()];
    converters = new Function1[types.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = schema.fields()[i].dataType();
      converters[i] = CatalystTypeConverters.createToCatalystConverter(types[i]);
    }
  }

  Checksum of(Row row) {
    long high = start(1);
    long low = start(2);
    for (int i = 0; i < types.length; i++) {
      @Nullable Object external = row.get(i);
      high = add(external == null, DataTypes.BooleanType, high);
      low = add(external == null, DataTypes.BooleanType, low);
      if (external != null) {
        Object value = converters[i].apply(external);
        high = add(value, types[i], high);
        low = add(value, types[i], low);
        if (value instanceof ArrayData array) {
          high = add(array.numElements(), DataTypes.IntegerType, high);
          low = add(array.numElements(), DataTypes.IntegerType, low);
        }
      }
    }
    return new Checksum(high, low);
  }

  private static long start(int seed) {
    return add(seed, DataTypes.IntegerType, SPARKS_SEED);
  }

  private static long add(Object value, DataType type, long hash) {
    return XxHash64Function.hash(value, type, hash);
  }
}
