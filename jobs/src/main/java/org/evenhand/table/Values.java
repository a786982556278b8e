package org.evenhand.table;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.defaults.internal.data.vector.DefaultGenericVector;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Values between Spark's external rows and Kernel's vectors. */
final class Values {
  private Values() {}

  /** A Kernel value as Spark's external rows hold it; arrays become Scala sequences. */
  static @Nullable Object fromKernel(ColumnVector vector, int row) {
    if (vector.isNullAt(row)) {
      return null;
    }
    DataType type = vector.getDataType();
    if (type instanceof StringType) {
      return vector.getString(row);
    } else if (type instanceof LongType) {
      return vector.getLong(row);
    } else if (type instanceof IntegerType) {
      return vector.getInt(row);
    } else if (type instanceof DoubleType) {
      return vector.getDouble(row);
    } else if (type instanceof BooleanType) {
      return vector.getBoolean(row);
    } else if (type instanceof DecimalType) {
      return vector.getDecimal(row);
    } else if (type instanceof DateType) {
      return LocalDate.ofEpochDay(vector.getInt(row));
    } else if (type instanceof TimestampType) {
      return Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
    } else if (type instanceof FloatType) {
      return vector.getFloat(row);
    } else if (type instanceof BinaryType) {
      return vector.getBinary(row);
    } else if (type instanceof ArrayType) {
      return CollectionConverters.asScala(list(vector.getArray(row).getElements())).toSeq();
    } else if (type instanceof MapType) {
      return CollectionConverters.asScala(map(vector.getMap(row)));
    }
    throw unsupported(type);
  }

  /** ChronoUnit counts in nanoseconds on the way, which overflows beyond 292 years. */
  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L);
  }

  /** A value of an external row as Kernel's generic vector wants it. */
  static @Nullable Object toKernel(@Nullable Object value, DataType type) {
    if (value == null) {
      return null;
    } else if (value instanceof LocalDate date) {
      return Math.toIntExact(date.toEpochDay());
    } else if (value instanceof Instant instant) {
      return micros(instant);
    } else if (type instanceof ArrayType array) {
      return new Elements(vector(javaList(value), array.getElementType()));
    } else if (type instanceof MapType map) {
      Map<?, ?> entries = javaMap(value);
      return new Entries(
          vector(new ArrayList<>(entries.keySet()), map.getKeyType()),
          vector(new ArrayList<>(entries.values()), map.getValueType()));
    }
    return value;
  }

  static ColumnVector vector(List<? extends @Nullable Object> values, DataType type) {
    @Nullable Object[] converted = new @Nullable Object[values.size()];
    for (int i = 0; i < converted.length; i++) {
      converted[i] = toKernel(values.get(i), type);
    }
    return DefaultGenericVector.fromArray(type, converted);
  }

  static List<?> javaList(Object value) {
    if (value instanceof scala.collection.Seq<?> seq) {
      return CollectionConverters.asJava(seq);
    } else if (value instanceof Object[] array) {
      return List.of(array);
    }
    return (List<?>) value;
  }

  static Map<?, ?> javaMap(Object value) {
    return value instanceof scala.collection.Map<?, ?> map
        ? CollectionConverters.asJava(map)
        : (Map<?, ?>) value;
  }

  private static List<@Nullable Object> list(ColumnVector vector) {
    List<@Nullable Object> values = new ArrayList<>(vector.getSize());
    for (int i = 0; i < vector.getSize(); i++) {
      values.add(fromKernel(vector, i));
    }
    return values;
  }

  private static Map<Object, @Nullable Object> map(MapValue value) {
    Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < value.getSize(); i++) {
      entries.put(
          Objects.requireNonNull(fromKernel(value.getKeys(), i)), fromKernel(value.getValues(), i));
    }
    return entries;
  }

  private static IllegalArgumentException unsupported(DataType type) {
    return new IllegalArgumentException(
        "Cannot read a column of type %s: it has no counterpart here. Use one of the types the contracts document."
            .formatted(type));
  }

  private record Elements(ColumnVector elements) implements ArrayValue {
    @Override
    public int getSize() {
      return elements.getSize();
    }

    @Override
    public ColumnVector getElements() {
      return elements;
    }
  }

  private record Entries(ColumnVector keys, ColumnVector values) implements MapValue {
    @Override
    public int getSize() {
      return keys.getSize();
    }

    @Override
    public ColumnVector getKeys() {
      return keys;
    }

    @Override
    public ColumnVector getValues() {
      return values;
    }
  }
}
