package org.evenhand.intake.row;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.CatalystTypeConverters$;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.evenhand.schema.ColumnType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** A mapping's expressions over the slots they name. */
final class Expressions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final @Nullable RowExpressions compiled;
  private final int[] slots;

  /**
   * @param compiled empty when the mapping has no expression
   * @param slots slot of each input column
   */
  Expressions(Optional<RowExpressions> compiled, int[] slots) {
    this.compiled = compiled.orElse(null);
    this.slots = slots.clone();
  }

  /** The row the expressions are evaluated from. */
  InternalRow input(@Nullable String[] texts, List<String> reasons) {
    @Nullable Object[] input = new @Nullable Object[slots.length];
    for (int i = 0; i < input.length; i++) {
      input[i] = UTF8String.fromString(texts[slots[i]]);
    }
    GenericInternalRow row = new GenericInternalRow(input);
    if (compiled == null) {
      return row;
    }
    try {
      return compiled.prepared(row);
    } catch (RuntimeException e) {
      reasons.add(RowProblems.inWords(e));
      return new GenericInternalRow(64);
    }
  }

  /** An expression's result as a value of the column's type; text is typed like copied text. */
  @Nullable Object value(int expression, InternalRow input, ColumnType type, TypedText typed) {
    RowExpressions all = java.util.Objects.requireNonNull(compiled);
    Object inside = all.value(expression, input);
    if (inside == null) {
      return null;
    }
    if (inside instanceof UTF8String text) {
      return typed.computed(type, text.toString());
    }
    return typed(type, all.type(expression), outside(inside, all.type(expression)), typed);
  }

  private static Object outside(Object inside, DataType type) {
    return java.util.Objects.requireNonNull(
        CatalystTypeConverters$.MODULE$.createToScalaConverter(type).apply(inside));
  }

  private static Object typed(ColumnType type, DataType made, Object value, TypedText typed) {
    if (made instanceof ArrayType && value instanceof scala.collection.Seq<?> seq) {
      return List.copyOf(CollectionConverters.asJava(seq));
    }
    if (made.equals(DataTypes.DateType) || made.equals(DataTypes.TimestampType)) {
      return typed.moved(type, value);
    }
    String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    return typed.computed(type, text);
  }
}
