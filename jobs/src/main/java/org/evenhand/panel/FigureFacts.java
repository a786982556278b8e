package org.evenhand.panel;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldMeasure;

/** Rows of the gold tables that share the figure columns, as facts. */
final class FigureFacts {
  private FigureFacts() {}

  static Fact of(Table table, Row row) {
    Fact.Id id =
        new Fact.Id(
            GoldMeasure.SUBJECT_KIND.text(row),
            GoldMeasure.SUBJECT.text(row),
            GoldMeasure.MEASURE.text(row),
            GoldMeasure.DIMENSION.text(row),
            GoldMeasure.PERIOD.text(row));
    Fact.Reading reading =
        new Fact.Reading(
            GoldMeasure.UNIT.text(row),
            GoldMeasure.N_UNIT.text(row),
            Optional.ofNullable((Double) GoldMeasure.CONFIDENCE.value(row)),
            text(row, GoldMeasure.GRADE),
            text(row, GoldMeasure.VERDICT),
            text(row, GoldMeasure.REASON));
    long reps = GoldMeasure.REPS.isNull(row) ? 0 : GoldMeasure.REPS.whole(row);
    return new Fact(id, figure(row), reps, reading, query(table, id));
  }

  private static Optional<String> text(Row row, org.evenhand.table.Column column) {
    return column.isNull(row) ? Optional.empty() : Optional.of(column.text(row));
  }

  private static Figure figure(Row row) {
    String reason = text(row, GoldMeasure.REASON).orElse("");
    return switch (GoldMeasure.STATE.text(row)) {
      case "KNOWN" ->
          new Figure.Known(
              GoldMeasure.VALUE.real(row),
              GoldMeasure.LOW.isNull(row) ? Double.NEGATIVE_INFINITY : GoldMeasure.LOW.real(row),
              GoldMeasure.HIGH.isNull(row) ? Double.POSITIVE_INFINITY : GoldMeasure.HIGH.real(row),
              GoldMeasure.N.whole(row));
      case "SUPPRESSED" -> new Figure.Suppressed(reason);
      case "NOT_MEASURED" -> new Figure.NotMeasured(reason);
      default -> new Figure.Undefined(reason);
    };
  }

  private static String query(Table table, Fact.Id id) {
    return "select * from %s where subject_kind = '%s' and subject = '%s' and measure = '%s' and dimension = '%s' and period = '%s'"
        .formatted(
            table,
            id.kind(),
            id.subject().replace("'", "''"),
            id.measure(),
            id.dimension().replace("'", "''"),
            id.period());
  }
}
