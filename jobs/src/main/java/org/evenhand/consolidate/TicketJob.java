package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_micros;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeTicket;
import org.evenhand.table.columns.BronzeTicketEvent;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverTicket;

/** Support cases; priority is the one at each event, never today's. */
public final class TicketJob extends SilverJob {

  public TicketJob() {
    super(
        SilverTicket.TABLE,
        BronzeTicket.TABLE,
        BronzeTicketEvent.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE,
        SilverCalendar.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeTicket.TABLE, BronzeTicket.TICKET_ID),
        upstream.read(BronzeTicketEvent.TABLE),
        upstream.lookups());
  }

  static Dataset<Row> transform(Dataset<Row> tickets, Dataset<Row> events, Lookups lookups) {
    Column created = BronzeTicket.CREATED_AT.col();
    Column solved = BronzeTicket.SOLVED_AT.col();
    Column at = coalesce(solved, created);
    Column replied =
        org.apache.spark.sql.functions.timestamp_micros(
            unix_micros(created)
                .plus(
                    BronzeTicket.FIRST_REPLY_MINUTES.col().multiply(60_000_000.0).cast("bigint")));
    return tickets
        .transform(rows -> TicketHistory.with(rows, events))
        .transform(
            rows ->
                lookups
                    .people()
                    .resolve(rows, BronzeTicket.ASSIGNEE_USER_ID.col(), at, SilverTicket.REP_KEY))
        .transform(rows -> lookups.spans().at(rows, SilverTicket.REP_KEY.col(), at))
        .withColumn(SilverTicket.SOLVED_DATE.name(), Events.day(solved))
        .withColumn(SilverTicket.FIRST_REPLY_AT.name(), replied)
        .transform(rows -> lookups.calendar().of(rows, SilverTicket.SOLVED_DATE.col()))
        .transform(
            Projection.onto(SilverTicket.TABLE)
                    .put(SilverTicket.FIRST_SOLVED_AT, TicketHistory.firstSolved())
                    .put(SilverTicket.REOPENS, TicketHistory.reopens())
                    .put(SilverTicket.PRIORITY_AT_CREATION, TicketHistory.priority(created))
                    .put(
                        SilverTicket.PRIORITY_AT_REPLY,
                        TicketHistory.priority(SilverTicket.FIRST_REPLY_AT.col()))
                    .put(SilverTicket.PRIORITY_AT_SOLUTION, TicketHistory.priority(solved))
                    .put(SilverTicket.PRESENCE, Events.presence(BronzeTicket.IS_DELETED.col()))
                    .put(SilverTicket.VALID_FROM, created)
                ::of);
  }
}
