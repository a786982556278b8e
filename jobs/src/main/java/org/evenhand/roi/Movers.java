package org.evenhand.roi;

import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldRepCohort;

/**
 * Reps of gold.rep_cohort: who moved, who is left out.
 *
 * @param reps rows of the edition
 */
record Movers(List<Row> reps) {
  Movers {
    reps = List.copyOf(reps);
  }

  /** Share of the scope's treated reps later seen in another team; 0 when there are none. */
  double share(Scope scope) {
    List<Row> treated =
        reps.stream()
            .filter(row -> GoldRepCohort.EXCLUDED.isNull(row))
            .filter(row -> in(scope, row))
            .toList();
    long moved = treated.stream().filter(row -> flag(row, GoldRepCohort.MOVED)).count();
    return treated.isEmpty() ? 0 : (double) moved / treated.size();
  }

  static boolean flag(Row row, org.evenhand.table.Column column) {
    return row.getBoolean(row.fieldIndex(column.name()));
  }

  /** Whether a treated rep belongs to a scope. */
  static boolean in(Scope scope, Row row) {
    boolean treated = !GoldRepCohort.AI_START.isNull(row);
    return treated
        && switch (scope.kind()) {
          case COMPANY -> true;
          case ROLE -> GoldRepCohort.ROLE.text(row).equals(scope.id());
          case TEAM -> GoldRepCohort.TEAM_ID.text(row).equals(scope.id());
          case PRIOR_TERCILE -> GoldRepCohort.PRIOR_TERCILE.text(row).equals(scope.id());
          case TENURE_BAND -> GoldRepCohort.TENURE_BAND.text(row).equals(scope.id());
        };
  }
}
