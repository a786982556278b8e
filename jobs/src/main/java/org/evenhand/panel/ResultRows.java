package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.stats.Figure;
import org.evenhand.table.Edition;
import org.jspecify.annotations.Nullable;

/** Results as rows of the gold tables that share the figure columns, in contract order. */
final class ResultRows {
  private ResultRows() {}

  /** quarter, edition, the figure columns, then the table's own columns. */
  static Row row(Edition edition, Measure measure, Result result, Object... own) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(edition.quarter());
    values.add(edition.id());
    Result.Key key = result.key();
    values.add(key.subject().kind().name());
    values.add(key.subject().id());
    values.add(key.measure());
    values.add(key.dimension());
    values.add(key.period());
    addFigure(values, result, measure);
    values.add(result.notes().unit());
    values.add(result.notes().grade().orElse(null));
    values.add(result.notes().verdict().map(Verdict::name).orElse(null));
    values.add(result.figure().state());
    values.add(reason(result).orElse(null));
    values.addAll(List.of(own));
    return RowFactory.create(values.toArray());
  }

  private static void addFigure(List<@Nullable Object> values, Result result, Measure measure) {
    if (result.figure() instanceof Figure.Known known) {
      values.add(known.value());
      values.add(Double.isFinite(known.low()) ? known.low() : null);
      values.add(Double.isFinite(known.high()) ? known.high() : null);
      values.add(result.notes().confidence().orElse(null));
      values.add(known.n());
    } else {
      for (int i = 0; i < 5; i++) {
        values.add(null);
      }
    }
    values.add(result.key().isOfOneRep() ? measure.ownUnit() : measure.nUnit());
    values.add(result.notes().reps());
  }

  private static Optional<String> reason(Result result) {
    return result.figure().why().or(() -> result.notes().reason());
  }
}
