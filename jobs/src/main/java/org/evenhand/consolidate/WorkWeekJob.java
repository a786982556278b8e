package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeWorkWeek;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverWorkWeek;

/** Weeks of meetings, mail and chat as a collaboration tool counted them. */
public final class WorkWeekJob extends SilverJob {

  public WorkWeekJob() {
    super(
        SilverWorkWeek.TABLE,
        BronzeWorkWeek.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(
            BronzeWorkWeek.TABLE, BronzeWorkWeek.PERSON_ID, BronzeWorkWeek.WEEK_START),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Dataset<Row> weeks, People people, Spans spans) {
    Column at = Events.noon(BronzeWorkWeek.WEEK_START.col());
    return weeks
        .where(Events.present().and(not(Events.is(BronzeWorkWeek.IS_CONCEALED.col()))))
        .transform(
            rows ->
                people.onlyResolved(
                    rows, BronzeWorkWeek.PERSON_ID.col(), at, SilverWorkWeek.REP_KEY))
        .transform(rows -> spans.at(rows, SilverWorkWeek.REP_KEY.col(), at))
        .transform(
            Projection.onto(SilverWorkWeek.TABLE)
                    .put(
                        SilverWorkWeek.VALID_FROM,
                        BronzeWorkWeek.WEEK_START.col().cast("timestamp"))
                ::of);
  }
}
