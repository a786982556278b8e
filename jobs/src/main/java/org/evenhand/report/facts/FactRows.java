package org.evenhand.report.facts;

import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Column;
import org.evenhand.table.columns.GoldFact;

/** Reads facts from rows of gold.fact. */
public final class FactRows {
  private FactRows() {}

  public static FactSet read(List<Row> rows) {
    return new FactSet(rows.stream().map(FactRows::fact).toList());
  }

  private static Fact fact(Row row) {
    return new Fact(key(row), figure(row), evidence(row), text(GoldFact.REASON, row), query(row));
  }

  private static FactKey key(Row row) {
    SubjectKind kind = SubjectKind.valueOf(GoldFact.SUBJECT_KIND.text(row));
    return new FactKey(
        new Subject(kind, GoldFact.SUBJECT.text(row)),
        GoldFact.MEASURE.text(row),
        GoldFact.DIMENSION.text(row),
        GoldFact.PERIOD.text(row));
  }

  private static Figure figure(Row row) {
    String reason = text(GoldFact.REASON, row);
    return switch (GoldFact.STATE.text(row)) {
      case "KNOWN" -> known(row);
      case "SUPPRESSED" -> new Figure.Suppressed(reason);
      case "UNDEFINED" -> new Figure.Undefined(reason);
      default -> new Figure.NotMeasured(reason);
    };
  }

  private static Figure known(Row row) {
    double value = GoldFact.VALUE.real(row);
    double low = GoldFact.LOW.isNull(row) ? value : GoldFact.LOW.real(row);
    double high = GoldFact.HIGH.isNull(row) ? value : GoldFact.HIGH.real(row);
    return new Figure.Known(value, low, high, GoldFact.N.isNull(row) ? 0 : GoldFact.N.whole(row));
  }

  private static Evidence evidence(Row row) {
    String grade = text(GoldFact.GRADE, row);
    String verdict = text(GoldFact.VERDICT, row);
    return new Evidence(
        GoldFact.UNIT.text(row),
        GoldFact.CONFIDENCE.isNull(row) ? 0 : GoldFact.CONFIDENCE.real(row),
        text(GoldFact.N_UNIT, row),
        grade.isEmpty() ? Grade.NONE : Grade.valueOf(grade),
        verdict.isEmpty() ? Verdict.NONE : Verdict.valueOf(verdict));
  }

  private static String query(Row row) {
    String query = text(GoldFact.QUERY, row);
    return query.isEmpty() ? "gold.fact" : query;
  }

  private static String text(Column column, Row row) {
    return column.isNull(row) ? "" : column.text(row);
  }
}
