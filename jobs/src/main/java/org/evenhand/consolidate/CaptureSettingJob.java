package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.table.columns.BronzeCallCaptureSetting;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverCaptureSetting;
import org.evenhand.table.columns.SilverIdentity;

/** What the call tool captured of each person, and why not: from comparing snapshots. */
public final class CaptureSettingJob extends SilverJob {
  private static final String SETTING = "setting";
  private static final String BELIEF = "belief";
  private static final String ON = "on";
  private static final String PREVENTED = "prevented";

  public CaptureSettingJob() {
    super(
        SilverCaptureSetting.TABLE,
        BronzeCallCaptureSetting.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeCallCaptureSetting.TABLE, BronzeCallCaptureSetting.USER_ID),
        upstream.people());
  }

  static Dataset<Row> transform(Dataset<Row> versions, People people) {
    return versions
        .where(Events.present())
        .transform(
            rows ->
                people.onlyResolved(
                    rows,
                    BronzeCallCaptureSetting.USER_ID.col(),
                    SilverCaptureSetting.KNOWN_FROM.col(),
                    SilverCaptureSetting.REP_KEY))
        .transform(CaptureSettingJob::withValidity)
        .transform(CaptureSettingJob::perSetting);
  }

  /**
   * The first snapshot speaks for the time since the account was made, a later one from its day.
   */
  private static Dataset<Row> withValidity(Dataset<Row> rows) {
    WindowSpec account =
        Window.partitionBy(
                SilverCaptureSetting.SYSTEM.col(), BronzeCallCaptureSetting.USER_ID.col())
            .orderBy(SilverCaptureSetting.KNOWN_FROM.col());
    Column from = SilverCaptureSetting.KNOWN_FROM.col();
    Column to = SilverCaptureSetting.KNOWN_TO.col();
    Column never = lit(null).cast("timestamp");
    return rows.withColumn(
            SilverCaptureSetting.VALID_FROM.name(),
            when(
                    row_number().over(account).equalTo(1),
                    least(coalesce(BronzeCallCaptureSetting.CREATED_AT.col(), from), from))
                .otherwise(from))
        .withColumn(
            BELIEF,
            explode(
                when(to.isNull(), array(belief(from, to, never)))
                    .otherwise(array(belief(from, to, never), belief(to, never, to)))))
        .withColumn(SilverCaptureSetting.KNOWN_FROM.name(), of(SilverCaptureSetting.KNOWN_FROM))
        .withColumn(SilverCaptureSetting.KNOWN_TO.name(), of(SilverCaptureSetting.KNOWN_TO))
        .withColumn(SilverCaptureSetting.VALID_TO.name(), of(SilverCaptureSetting.VALID_TO));
  }

  private static Dataset<Row> perSetting(Dataset<Row> rows) {
    Column settings =
        array(
            setting(
                "MEETINGS",
                BronzeCallCaptureSetting.RECORDS_MEETINGS.col(),
                BronzeCallCaptureSetting.PREVENTS_RECORDING.col()),
            setting(
                "TELEPHONY",
                BronzeCallCaptureSetting.IMPORTS_TELEPHONY.col(),
                BronzeCallCaptureSetting.PREVENTS_RECORDING.col()),
            setting(
                "MAIL",
                BronzeCallCaptureSetting.IMPORTS_EMAIL.col(),
                BronzeCallCaptureSetting.PREVENTS_EMAIL.col()));
    Column inactive = not(coalesce(BronzeCallCaptureSetting.IS_ACTIVE.col(), lit(true)));
    Column on = col(SETTING + "." + ON);
    Column prevented = col(SETTING + "." + PREVENTED);
    return rows.withColumn(SETTING, explode(settings))
        .transform(
            Projection.onto(SilverCaptureSetting.TABLE)
                    .put(
                        SilverCaptureSetting.CAPTURE,
                        col(SETTING + "." + SilverCaptureSetting.CAPTURE.name()))
                    .put(SilverCaptureSetting.CAPTURED, on.and(not(prevented)).and(not(inactive)))
                    .put(
                        SilverCaptureSetting.REASON,
                        when(inactive, "INACTIVE")
                            .when(prevented, "PREVENTED")
                            .when(not(on), "NOT_CONNECTED")
                            .otherwise("CAPTURED"))
                    .put(
                        SilverCaptureSetting.FROM_DATE,
                        to_date(SilverCaptureSetting.VALID_FROM.col()))
                    .put(
                        SilverCaptureSetting.TO_DATE,
                        date_sub(to_date(SilverCaptureSetting.VALID_TO.col()), 1))
                    .put(SilverCaptureSetting.VALID_TO, SilverCaptureSetting.VALID_TO.col())
                ::of);
  }

  private static Column setting(String name, Column on, Column prevented) {
    return struct(
        lit(name).as(SilverCaptureSetting.CAPTURE.name()),
        Events.is(on).as(ON),
        Events.is(prevented).as(PREVENTED));
  }

  private static Column belief(Column from, Column to, Column validTo) {
    return struct(
        from.as(SilverCaptureSetting.KNOWN_FROM.name()),
        to.as(SilverCaptureSetting.KNOWN_TO.name()),
        validTo.as(SilverCaptureSetting.VALID_TO.name()));
  }

  private static Column of(org.evenhand.table.Column field) {
    return col(BELIEF + "." + field.name());
  }
}
