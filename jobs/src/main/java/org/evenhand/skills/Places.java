package org.evenhand.skills;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Frames;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverAssignment;

/**
 * Job family, team and manager on the day of an item (B-23): after a transfer older evidence stays
 * with the role it was given in. An outcome brings its own family and team.
 */
final class Places {
  private static final String PREFIX = "place_";

  private Places() {}

  /**
   * @param assignments rows of silver.assignment, one per person and day
   * @param families job families with a framework; others give no family
   */
  static Dataset<Row> with(Dataset<Row> items, Dataset<Row> assignments, List<String> families) {
    Dataset<Row> places =
        assignments
            .where(SilverAssignment.EMPLOYED.col())
            .select(
                named(SilverAssignment.REP_KEY),
                named(SilverAssignment.FROM_DATE),
                named(SilverAssignment.TO_DATE),
                named(SilverAssignment.TEAM_ID),
                named(SilverAssignment.MANAGER_REP_KEY),
                named(SilverAssignment.ROLE));
    Column day = GoldSkillEvidence.DAY.col();
    Column to = of(SilverAssignment.TO_DATE);
    Column same =
        GoldSkillEvidence.REP_KEY
            .col()
            .equalTo(of(SilverAssignment.REP_KEY))
            .and(day.geq(of(SilverAssignment.FROM_DATE)))
            .and(to.isNull().or(day.leq(to)));
    Column family = coalesce(GoldSkillEvidence.FAMILY.col(), of(SilverAssignment.ROLE));
    return items
        .join(broadcast(places), same, "left")
        .transform(
            joined ->
                Frames.with(
                    joined,
                    List.of(places.columns()),
                    Map.of(
                        GoldSkillEvidence.FAMILY.name(),
                        when(family.isin(families.toArray()), family)
                            .otherwise(lit(null).cast("string")),
                        GoldSkillEvidence.TEAM_ID.name(),
                        coalesce(GoldSkillEvidence.TEAM_ID.col(), of(SilverAssignment.TEAM_ID)),
                        GoldSkillEvidence.MANAGER_REP_KEY.name(),
                        of(SilverAssignment.MANAGER_REP_KEY))));
  }

  private static Column named(org.evenhand.table.Column column) {
    return column.col().as(PREFIX + column.name());
  }

  private static Column of(org.evenhand.table.Column column) {
    return col(PREFIX + column.name());
  }
}
