package org.evenhand.intake.row;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.CatalystTypeConverters$;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.evenhand.intake.read.SourceRecord;
import org.evenhand.schema.Normaliser;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Turns records into rows of one contract: normalise, compute, type, check. A text that does not
 * fit its column rejects the record and never becomes NULL in silence. Not for use by several
 * threads at once.
 */
public final class RowMapper implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<TargetColumn> columns;
  private final @Nullable Normaliser[] normalisers;
  private final String[] slotNames;
  private final Expressions computed;
  private final RowExpressions checks;
  private final TypedText typed;

  RowMapper(
      List<TargetColumn> columns,
      Slots slots,
      Expressions computed,
      RowExpressions checks,
      TypedText typed) {
    this.columns = List.copyOf(columns);
    this.normalisers = slots.normalisers().clone();
    this.slotNames = slots.names().clone();
    this.computed = computed;
    this.checks = checks;
    this.typed = typed;
  }

  /** Names and normalisers of the read plan's slots, in order. */
  @SuppressWarnings("ArrayRecordComponent")
  record Slots(String[] names, @Nullable Normaliser[] normalisers) {}

  /** Every record becomes a row or reasons. */
  public MappedRow map(SourceRecord record, FileStamp file) {
    if (record.isBroken()) {
      return new MappedRow(new Object[0], List.of(record.problem()));
    }
    List<String> reasons = new ArrayList<>(0);
    @Nullable String[] texts = normalised(record.values(), reasons);
    InternalRow input = computed.input(texts, reasons);
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    List<String> failed = new ArrayList<>(0);
    for (int i = 0; i < values.length; i++) {
      TargetColumn column = columns.get(i);
      try {
        values[i] = value(column, record, file, texts, input);
      } catch (RuntimeException e) {
        failed.add(column.name() + " is missing");
        reasons.add("%s: %s".formatted(column.name(), RowProblems.inWords(e)));
      }
    }
    reasons.addAll(broken(values, failed));
    return new MappedRow(values, reasons);
  }

  /** How many columns a row has. */
  public int columns() {
    return columns.size();
  }

  private @Nullable String[] normalised(@Nullable String[] texts, List<String> reasons) {
    @Nullable String[] result = texts.clone();
    for (int i = 0; i < result.length; i++) {
      String text = result[i];
      Normaliser normaliser = normalisers[i];
      if (text != null && normaliser != null) {
        try {
          result[i] = Normalisers.apply(normaliser, text);
        } catch (IllegalArgumentException e) {
          result[i] = null;
          String reason = "%s: %s".formatted(slotNames[i], e.getMessage());
          if (!reasons.contains(reason)) {
            reasons.add(reason);
          }
        }
      }
    }
    return result;
  }

  private @Nullable Object value(
      TargetColumn column,
      SourceRecord record,
      FileStamp file,
      @Nullable String[] texts,
      InternalRow input) {
    if (column.source() instanceof ColumnSource.Copied copied) {
      String text = texts[copied.slot()];
      return text == null ? null : external(typed.value(column.type(), text));
    }
    if (column.source() instanceof ColumnSource.Computed expression) {
      return external(computed.value(expression.expression(), input, column.type(), typed));
    }
    if (column.source() instanceof ColumnSource.Fixed fixed) {
      return external(typed.value(column.type(), fixed.text()));
    }
    return column.source() instanceof ColumnSource.Landing landing
        ? file.value(landing.field(), record.line())
        : null;
  }

  private static @Nullable Object external(@Nullable Object value) {
    return value instanceof List<?> list ? CollectionConverters.asScala(list).toSeq() : value;
  }

  private List<String> broken(@Nullable Object[] values, List<String> failed) {
    @Nullable Object[] inside = new @Nullable Object[values.length];
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      inside[i] = value == null ? null : CatalystTypeConverters$.MODULE$.convertToCatalyst(value);
    }
    try {
      return broken(checks.value(0, checks.prepared(new GenericInternalRow(inside))), failed);
    } catch (RuntimeException e) {
      return List.of("The row cannot be checked: " + RowProblems.inWords(e));
    }
  }

  private static List<String> broken(@Nullable Object found, List<String> failed) {
    if (!(found instanceof ArrayData array) || array.numElements() == 0) {
      return List.of();
    }
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < array.numElements(); i++) {
      UTF8String reason = array.getUTF8String(i);
      if (!failed.contains(reason.toString())) {
        reasons.add(reason.toString());
      }
    }
    return reasons;
  }
}
