package org.evenhand.intake.row;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.evenhand.intake.read.ReadPlan;
import org.evenhand.intake.read.Slot;
import org.evenhand.quality.RowChecks;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.MappedColumn;
import org.evenhand.schema.Normaliser;
import org.evenhand.schema.SourceMapping;
import org.evenhand.schema.TableContract;
import org.jspecify.annotations.Nullable;

/**
 * A source mapping made ready to read files with, on the driver or inside executors.
 *
 * @param plan what the readers look for
 * @param mapper what becomes of a record
 */
public record CompiledMapping(ReadPlan plan, RowMapper mapper) implements Serializable {

  /**
   * @throws org.evenhand.errors.UserException when an expression cannot be used
   */
  public static CompiledMapping of(
      SparkSession session, SourceMapping mapping, TableContract contract) {
    return new Building(session, mapping, contract).build();
  }

  /** The contract's columns as Spark types them, all nullable. */
  public static StructType schema(TableContract contract) {
    StructType schema = new StructType();
    for (ColumnContract column : contract.columns()) {
      schema = schema.add(column.name(), DataType.fromDDL(column.type()), true);
    }
    return schema;
  }

  /** Every source column a mapping names; of a path, its first step. */
  public static Set<String> sourceColumns(SparkSession session, SourceMapping mapping) {
    Set<String> names = new HashSet<>(mapping.fields().drop());
    for (MappedColumn column : mapping.fields().columns()) {
      if (column instanceof MappedColumn.From from) {
        names.addAll(from.from());
      } else if (column instanceof MappedColumn.Expression expression) {
        names.addAll(SourceExpression.parse(session, expression.expr()).references());
      }
    }
    names.add(mapping.shape().explode());
    names.addAll(
        List.copyOf(names).stream()
            .map(name -> name.replaceFirst("^\\.\\./", "").replaceFirst("\\..*", ""))
            .toList());
    return names;
  }

  private static final class Building {
    private final SparkSession session;
    private final SourceMapping mapping;
    private final TableContract contract;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Column> expressions = new ArrayList<>();
    private final Map<String, Integer> inputs = new LinkedHashMap<>();

    Building(SparkSession session, SourceMapping mapping, TableContract contract) {
      this.session = session;
      this.mapping = mapping;
      this.contract = contract;
    }

    CompiledMapping build() {
      List<TargetColumn> columns = contract.columns().stream().map(this::column).toList();
      Set<String> missing = new HashSet<>(mapping.text().missing());
      ReadPlan plan =
          new ReadPlan(
              ReadShapes.of(mapping.shape()), slots, Set.copyOf(mapping.fields().drop()), missing);
      RowMapper mapper =
          new RowMapper(
              columns,
              new RowMapper.Slots(
                  slots.stream().map(Slot::name).toArray(String[]::new), normalisers()),
              new Expressions(compiled(), inputSlots()),
              RowExpressions.of(session, schema(contract), List.of(RowChecks.reasons(contract))),
              typedText());
      return new CompiledMapping(plan, mapper);
    }

    private TargetColumn column(ColumnContract column) {
      return new TargetColumn(column.name(), column.columnType(), source(column));
    }

    private ColumnSource source(ColumnContract column) {
      Optional<FileStamp.Field> landing = FileStamp.Field.of(column.name());
      if (landing.isPresent()) {
        return new ColumnSource.Landing(landing.get());
      }
      return mapping.fields().columns().stream()
          .filter(mapped -> mapped.to().equals(column.name()))
          .findFirst()
          .map(mapped -> source(mapped, column.required()))
          .orElse(new ColumnSource.Unmapped());
    }

    private ColumnSource source(MappedColumn mapped, boolean required) {
      if (mapped instanceof MappedColumn.From from) {
        slots.add(new Slot(from.from(), required));
        return new ColumnSource.Copied(slots.size() - 1);
      }
      if (mapped instanceof MappedColumn.Expression expression) {
        SourceExpression parsed = SourceExpression.parse(session, expression.expr());
        boolean decides = required && parsed.references().size() == 1;
        expressions.add(parsed.over(name -> input(name, decides)));
        return new ColumnSource.Computed(expressions.size() - 1);
      }
      return new ColumnSource.Fixed(((MappedColumn.Constant) mapped).constant());
    }

    /** The name of the input column that holds a source column. */
    private String input(String source, boolean required) {
      Integer known = inputs.get(source);
      if (known == null || (required && !slots.get(known).required())) {
        slots.add(new Slot(List.of(source), required));
        inputs.put(source, slots.size() - 1);
      }
      return "s" + List.copyOf(inputs.keySet()).indexOf(source);
    }

    private Optional<RowExpressions> compiled() {
      StructType schema = new StructType();
      for (int i = 0; i < inputs.size(); i++) {
        schema = schema.add("s" + i, "string", true);
      }
      return expressions.isEmpty()
          ? Optional.empty()
          : Optional.of(RowExpressions.of(session, schema, expressions));
    }

    private int[] inputSlots() {
      return inputs.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private @Nullable Normaliser[] normalisers() {
      @Nullable Normaliser[] found = new @Nullable Normaliser[slots.size()];
      mapping
          .fields()
          .normalise()
          .forEach(
              (column, normaliser) -> {
                for (int i = 0; i < found.length; i++) {
                  if (slots.get(i).names().stream().anyMatch(column::equalsIgnoreCase)) {
                    found[i] = normaliser;
                  }
                }
              });
      return found;
    }

    private TypedText typedText() {
      Times times =
          new Times(mapping.text().timezone(), mapping.text().dates(), mapping.text().timestamps());
      return new TypedText(times, mapping.shape().csv().decimal().charAt(0));
    }
  }
}
