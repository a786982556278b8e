package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
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
import org.evenhand.table.columns.BronzeTicket;
import org.evenhand.table.columns.BronzeTicketEvent;
import org.evenhand.table.columns.SilverTicket;

/** Priority and solutions of tickets at the time of each event, from their history. */
final class TicketHistory {
  private static final String CHANGES = "priority_changes";
  private static final String SOLVED = "solved_instants";
  private static final String REOPENED = "reopened_times";
  private static final String AT = "at";
  private static final String OLD = "old";
  private static final String NEW = "new";

  private TicketHistory() {}

  static Dataset<Row> with(Dataset<Row> tickets, Dataset<Row> events) {
    Column field = lower(coalesce(BronzeTicketEvent.FIELD.col(), lit("")));
    Column solved =
        field.equalTo("status").and(lower(BronzeTicketEvent.NEW_VALUE.col()).isin("solved"));
    Column reopened =
        field
            .equalTo("status")
            .and(lower(BronzeTicketEvent.OLD_VALUE.col()).isin("solved"))
            .and(not(lower(BronzeTicketEvent.NEW_VALUE.col()).isin("closed", "solved")));
    Column change =
        struct(
            BronzeTicketEvent.OCCURRED_AT.col().as(AT),
            BronzeTicketEvent.OLD_VALUE.col().as(OLD),
            BronzeTicketEvent.NEW_VALUE.col().as(NEW));
    Dataset<Row> perTicket =
        events
            .groupBy(
                BronzeTicketEvent.META_SYSTEM.col().as(SilverTicket.SYSTEM.name()),
                BronzeTicketEvent.TICKET_ID.col())
            .agg(
                array_sort(collect_set(when(field.equalTo("priority"), change))).as(CHANGES),
                array_sort(collect_set(when(solved, BronzeTicketEvent.OCCURRED_AT.col())))
                    .as(SOLVED),
                org.apache
                    .spark
                    .sql
                    .functions
                    .count_distinct(when(reopened, BronzeTicketEvent.EVENT_ID.col()))
                    .as(REOPENED));
    return Joins.left(tickets, perTicket, SilverTicket.SYSTEM, SilverTicket.TICKET_ID);
  }

  static Column firstSolved() {
    return coalesce(get(col(SOLVED), lit(0)), BronzeTicket.SOLVED_AT.col());
  }

  static Column reopens() {
    return coalesce(BronzeTicket.REOPENS.col(), col(REOPENED).cast("int"), lit(0));
  }

  /** The priority then: set by the last change before, else left by the first change after. */
  static Column priority(Column instant) {
    Column before = filter(col(CHANGES), change -> change.getField(AT).leq(instant));
    Column after = filter(col(CHANGES), change -> change.getField(AT).gt(instant));
    return when(instant.isNull(), lit(null))
        .when(size(before).gt(0), element_at(before, -1).getField(NEW))
        .when(
            size(after).gt(0),
            coalesce(get(after, lit(0)).getField(OLD), get(after, lit(0)).getField(NEW)))
        .otherwise(BronzeTicket.PRIORITY.col());
  }
}
