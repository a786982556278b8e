package org.evenhand.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;

/** Rows of an edition on the driver, in an order that does not depend on how they are stored. */
final class SkillTables {
  private SkillTables() {}

  static List<Row> rows(RunContext context, Table table) {
    return context.tables().read(table, context.period().edition()).collectAsList();
  }

  /** Pairs there are numbers of, by person and skill. */
  static List<Changed> changed(RunContext context) {
    return rows(context, GoldSkillEstimate.TABLE).stream()
        .filter(row -> GoldSkillEstimate.STATE.text(row).equals("KNOWN"))
        .map(Changed::of)
        .sorted(
            Comparator.comparingLong((Changed one) -> one.pair().rep())
                .thenComparing(one -> one.pair().skill()))
        .toList();
  }

  /** Evidence by pair. */
  static Map<Changed.Pair, List<Piece>> pieces(RunContext context) {
    Map<Changed.Pair, List<Piece>> pieces = new HashMap<>();
    for (Row row : rows(context, GoldSkillContribution.TABLE)) {
      Piece piece = Piece.of(row);
      pieces.computeIfAbsent(piece.pair(), key -> new ArrayList<>()).add(piece);
    }
    return pieces;
  }
}
