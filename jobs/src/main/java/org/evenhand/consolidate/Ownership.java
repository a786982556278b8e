package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeOpportunityFieldChange;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;

/** Who owned a deal at an instant, from the recorded changes of its owner. */
final class Ownership {
  private static final String CHANGES = "owner_changes";
  private static final String AT = "owner_at";
  private static final org.evenhand.table.Column OLD = SilverOpportunityCredit.REP_KEY;
  private static final org.evenhand.table.Column NEW = SilverOpportunityCredit.MANAGER_REP_KEY;

  private Ownership() {}

  /** Whether a field change is one of the owner that names accounts, not people's names. */
  static Column changesOwner() {
    Column ids =
        coalesce(BronzeOpportunityFieldChange.DATA_TYPE.col().equalTo("EntityId"), lit(true));
    return lower(BronzeOpportunityFieldChange.FIELD.col())
        .isin("owner", "ownerid")
        .and(ids)
        .and(not(Events.is(BronzeOpportunityFieldChange.IS_DELETED.col())));
  }

  /** Changes of owner of each deal: system, opportunity_id and a sorted list. */
  static Dataset<Row> perDeal(Dataset<Row> changes, People people) {
    Column at = BronzeOpportunityFieldChange.CHANGED_AT.col();
    return changes
        .where(changesOwner())
        .withColumn(SilverOpportunity.SYSTEM.name(), BronzeOpportunityFieldChange.META_SYSTEM.col())
        .transform(
            rows -> people.resolve(rows, BronzeOpportunityFieldChange.OLD_VALUE.col(), at, OLD))
        .transform(
            rows -> people.resolve(rows, BronzeOpportunityFieldChange.NEW_VALUE.col(), at, NEW))
        .groupBy(SilverOpportunity.SYSTEM.col(), SilverOpportunity.OPPORTUNITY_ID.col())
        .agg(
            array_sort(
                    collect_list(
                        struct(at.as(AT), OLD.col().as(OLD.name()), NEW.col().as(NEW.name()))))
                .as(CHANGES));
  }

  static Dataset<Row> with(Dataset<Row> deals, Dataset<Row> perDeal) {
    return Joins.left(deals, perDeal, SilverOpportunity.SYSTEM, SilverOpportunity.OPPORTUNITY_ID);
  }

  /**
   * Who owned the deal then: whom the last change before made owner, else whom the first change
   * after took it from, else the owner on the deal's record.
   */
  static Column at(Column instant) {
    Column known = SilverOpportunity.KNOWN_FROM.col();
    Column before = filter(col(CHANGES), change -> change.getField(AT).leq(instant));
    Column after =
        filter(
            col(CHANGES),
            change -> change.getField(AT).gt(instant).and(change.getField(AT).leq(known)));
    return when(size(before).gt(0), element_at(before, -1).getField(NEW.name()))
        .when(size(after).gt(0), get(after, lit(0)).getField(OLD.name()))
        .otherwise(SilverOpportunity.OWNER_REP_KEY.col());
  }
}
