package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.SilverTerritoryAssignment;

/** The territory a person held at an instant. */
final class Holdings {
  private static final String PERSON = "holder";
  private static final String HELD = "holdings";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String TERRITORY = "territory";

  private Holdings() {}

  /**
   * Replaces the deal's territory by the rep's at the instant, where the rep held exactly one; a
   * rep of several keeps the deal's.
   */
  static Dataset<Row> at(
      Dataset<Row> rows, Dataset<Row> assignments, Column repKey, Column instant) {
    org.evenhand.table.Column territory = SilverTerritoryAssignment.TERRITORY_ID;
    Column then =
        filter(
            col(HELD),
            held ->
                held.getField(FROM)
                    .leq(instant)
                    .and(coalesce(held.getField(TO).gt(instant), lit(true))));
    Column held = array_distinct(transform(then, one -> one.getField(TERRITORY)));
    Column one =
        when(size(held).equalTo(1), get(held, lit(0)))
            .when(array_contains(held, territory.col()), territory.col());
    return rows.join(broadcast(perPerson(assignments)), repKey.equalTo(col(PERSON)), "left")
        .withColumn(territory.name(), coalesce(one, territory.col()))
        .drop(PERSON, HELD);
  }

  private static Dataset<Row> perPerson(Dataset<Row> assignments) {
    return assignments
        .where(SilverTerritoryAssignment.KNOWN_TO.col().isNull())
        .groupBy(SilverTerritoryAssignment.REP_KEY.col().as(PERSON))
        .agg(
            collect_list(
                    struct(
                        SilverTerritoryAssignment.VALID_FROM.col().as(FROM),
                        SilverTerritoryAssignment.VALID_TO.col().as(TO),
                        SilverTerritoryAssignment.TERRITORY_ID.col().as(TERRITORY)))
                .as(HELD));
  }
}
