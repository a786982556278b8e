package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeOpportunityStage;
import org.evenhand.table.columns.SilverOpportunity;

/** The instants of a deal's stage changes, for the exact times its own record does not give. */
final class StageDates {
  private static final String CHANGES = "stage_changes";
  private static final String CLOSINGS = "stage_closings";

  private StageDates() {}

  /** Adds the sorted instants of all changes and of closings; NULL without a history. */
  static Dataset<Row> with(Dataset<Row> deals, Dataset<Row> history) {
    Column changedAt = BronzeOpportunityStage.CHANGED_AT.col();
    Column closing = BronzeOpportunityStage.STAGE_CLASS.col().notEqual("OPEN");
    Dataset<Row> perDeal =
        history
            .where(Events.is(BronzeOpportunityStage.IS_DELETED.col()).equalTo(false))
            .groupBy(
                BronzeOpportunityStage.META_SYSTEM.col().as(SilverOpportunity.SYSTEM.name()),
                BronzeOpportunityStage.OPPORTUNITY_ID.col())
            .agg(
                array_sort(collect_set(changedAt)).as(CHANGES),
                array_sort(collect_set(when(closing, changedAt))).as(CLOSINGS));
    return Joins.left(deals, perDeal, SilverOpportunity.SYSTEM, SilverOpportunity.OPPORTUNITY_ID);
  }

  /** The last closing we knew of; NULL without one. */
  static Column closed() {
    Column known = filter(col(CLOSINGS), at -> at.leq(SilverOpportunity.KNOWN_FROM.col()));
    return when(size(known).gt(0), element_at(known, -1));
  }

  /** The first change after creation that we knew of; NULL without one. */
  static Column engaged() {
    Column created = SilverOpportunity.CREATED_AT.col();
    Column known =
        filter(col(CHANGES), at -> at.gt(created).and(at.leq(SilverOpportunity.KNOWN_FROM.col())));
    return get(known, lit(0));
  }
}
