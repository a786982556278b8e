package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeLead;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverLead;

/** Leads as we knew them, with the owner's team on the day the lead came. */
public final class LeadJob extends SilverJob {

  public LeadJob() {
    super(
        SilverLead.TABLE,
        BronzeLead.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeLead.TABLE, BronzeLead.LEAD_ID),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Dataset<Row> leads, People people, Spans spans) {
    Column created = BronzeLead.CREATED_AT.col();
    Column owner = SilverLead.OWNER_REP_KEY.col();
    return leads
        .transform(
            rows ->
                people.resolve(
                    rows, BronzeLead.OWNER_USER_ID.col(), created, SilverLead.OWNER_REP_KEY))
        .transform(rows -> spans.at(rows, owner, created))
        .transform(
            Projection.onto(SilverLead.TABLE)
                    .put(SilverLead.INBOUND, BronzeLead.IS_INBOUND.col())
                    .put(SilverLead.STATUS_CLASS, furthest())
                    .put(SilverLead.CREATED_DATE, Events.day(created))
                    .put(SilverLead.PRESENCE, Events.presence(BronzeLead.IS_DELETED.col()))
                    .put(SilverLead.VALID_FROM, created)
                ::of);
  }

  private static Column furthest() {
    return when(Events.is(BronzeLead.IS_CONVERTED.col()), "CONVERTED")
        .when(BronzeLead.MEETING_HELD_AT.col().isNotNull(), "MEETING")
        .otherwise("OPEN");
  }
}
