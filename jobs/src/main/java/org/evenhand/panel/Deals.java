package org.evenhand.panel;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;

/** Reads the deals that stand, each with its holders at the beginning and at the end. */
final class Deals {
  static final List<Table> TABLES = List.of(SilverOpportunity.TABLE, SilverOpportunityCredit.TABLE);
  private static final String[] KEY = {
    SilverOpportunity.SYSTEM.name(), SilverOpportunity.OPPORTUNITY_ID.name()
  };

  private Deals() {}

  /** Read once a run. */
  private record All(List<Deal> deals) {}

  static List<Deal> of(RunContext context) {
    return Shared.get(context, "deals", TABLES, All.class, () -> new All(read(context))).deals();
  }

  private static List<Deal> read(RunContext context) {
    Dataset<Row> deals = Known.standing(context, SilverOpportunity.TABLE);
    Dataset<Row> credits = Known.rows(context, SilverOpportunityCredit.TABLE);
    return frame(deals, credits).collectAsList().stream().map(Deals::deal).toList();
  }

  static Dataset<Row> frame(Dataset<Row> deals, Dataset<Row> credits) {
    Column event = SilverOpportunityCredit.EVENT.col();
    return deals
        .where(SilverOpportunity.MERGED_INTO_ID.col().isNull())
        .select(
            SilverOpportunity.SYSTEM.col(),
            SilverOpportunity.OPPORTUNITY_ID.col(),
            coalesce(SilverOpportunity.CREATED_DATE.col(), SilverOpportunity.ENGAGED_DATE.col())
                .as("start"),
            SilverOpportunity.CLOSED_DATE.col(),
            SilverOpportunity.STAGE_CLASS.col(),
            SilverOpportunity.STAGE_NAME.col(),
            SilverOpportunity.OWNER_REP_KEY.col(),
            SilverOpportunity.ACCOUNT_ID.col(),
            SilverOpportunity.AMOUNT.col(),
            coalesce(SilverOpportunity.CURRENCY.col(), lit("unknown")).as("currency"),
            SilverOpportunity.AMOUNT_USD.col())
        .join(holder(credits.where(event.equalTo("CREATED")), "opened"), KEY, "left")
        .join(holder(credits.where(event.isin("WON", "LOST")), "closed"), KEY, "left");
  }

  /** One holder per deal: the owner at the event with the largest share. */
  private static Dataset<Row> holder(Dataset<Row> credits, String name) {
    Column who =
        struct(
            SilverOpportunityCredit.REP_KEY.col(),
            SilverOpportunityCredit.TEAM_ID.col(),
            SilverOpportunityCredit.ROLE.col());
    Column rank =
        struct(
            SilverOpportunityCredit.OWNER_AT_EVENT.col(),
            SilverOpportunityCredit.EVENT_AT.col(),
            SilverOpportunityCredit.SHARE.col(),
            SilverOpportunityCredit.REP_KEY.col());
    return credits.groupBy(col(KEY[0]), col(KEY[1])).agg(max_by(who, rank).as(name));
  }

  private static Deal deal(Row row) {
    return new Deal(
        new Deal.Span(
            optional(row, "start", LocalDate.class),
            optional(row, SilverOpportunity.CLOSED_DATE.name(), LocalDate.class),
            SilverOpportunity.STAGE_CLASS.text(row)),
        holder(row, "opened"),
        holder(row, "closed"),
        new Deal.Money(
            optional(row, SilverOpportunity.AMOUNT.name(), BigDecimal.class),
            SilverOpportunity.CURRENCY.text(row),
            optional(row, SilverOpportunity.AMOUNT_USD.name(), BigDecimal.class)),
        new Deal.Marks(
            optional(row, SilverOpportunity.STAGE_NAME.name(), String.class).orElse("unknown"),
            optional(row, SilverOpportunity.OWNER_REP_KEY.name(), Long.class),
            !SilverOpportunity.ACCOUNT_ID.isNull(row)));
  }

  private static Deal.Holder holder(Row row, String name) {
    Optional<Row> who = optional(row, name, Row.class);
    return new Deal.Holder(
        who.map(w -> w.getLong(0)),
        who.flatMap(w -> Population.text(w, 1)),
        who.flatMap(w -> Population.text(w, 2)));
  }

  private static <T> Optional<T> optional(Row row, String column, Class<T> type) {
    return Optional.ofNullable(type.cast(row.get(row.fieldIndex(column))));
  }
}
