package org.evenhand.roi;

import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldRoiSum;

/** Reps of one baseline team, cohort and stratum: the grain of gold.roi_sum. */
record Block(String team, int cohort, Member.Stratum stratum) {

  static Block of(Row row) {
    return new Block(
        GoldRoiSum.TEAM_ID.text(row),
        row.getInt(row.fieldIndex(GoldRoiSum.COHORT.name())),
        new Member.Stratum(
            GoldRoiSum.ROLE.text(row),
            GoldRoiSum.TENURE_BAND.text(row),
            GoldRoiSum.TERRITORY_TIER.text(row),
            GoldRoiSum.PRIOR_TERCILE.text(row)));
  }

  boolean treated() {
    return cohort > 0;
  }

  /** Text that orders blocks and tells them apart. */
  String name() {
    return team
        + "/"
        + cohort
        + "/"
        + stratum.role()
        + "/"
        + stratum.tenureBand()
        + "/"
        + stratum.territoryTier()
        + "/"
        + stratum.priorTercile();
  }
}
