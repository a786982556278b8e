package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeCall;
import org.evenhand.table.columns.BronzeCallParty;
import org.evenhand.table.columns.BronzeCallTracker;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeScorecardAnswer;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCallSignal;
import org.evenhand.table.columns.SilverIdentity;

/**
 * Signals of recorded calls, one row per call, person and signal, as numerator and denominator. A
 * metric that belongs to the whole call is attributed only where one person of ours was on it, and
 * nothing about the content of a private call is kept.
 */
public final class CallSignalJob extends SilverJob {
  private static final String SIGNALS = "signals";
  private static final String OWN = "own";
  private static final String PEOPLE = "people";
  private static final double SECONDS_PER_HOUR = 3600.0;

  public CallSignalJob() {
    super(
        SilverCallSignal.TABLE,
        BronzeCall.TABLE,
        BronzeCallParty.TABLE,
        BronzeCallTracker.TABLE,
        BronzeScorecardAnswer.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  /** Everything the transform reads. */
  record Inputs(
      Dataset<Row> calls, Dataset<Row> parties, Dataset<Row> trackers, Dataset<Row> answers) {}

  @Override
  List<Table> driving() {
    return List.of(BronzeCall.TABLE, BronzeScorecardAnswer.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        new Inputs(
            upstream.versions(BronzeCall.TABLE, BronzeCall.CALL_ID),
            upstream.read(BronzeCallParty.TABLE),
            upstream.read(BronzeCallTracker.TABLE),
            upstream.versions(
                BronzeScorecardAnswer.TABLE,
                BronzeScorecardAnswer.ANSWERED_SCORECARD_ID,
                BronzeScorecardAnswer.QUESTION_ID)),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Inputs in, People people, Spans spans) {
    Dataset<Row> present =
        in.calls().where(Events.present()).transform(rows -> onCall(rows, in, people));
    return measured(present)
        .unionByName(tracked(present, in.trackers()))
        .unionByName(Scorecards.signals(in.answers(), people))
        .transform(
            rows ->
                spans.zone(rows, SilverCallSignal.REP_KEY.col(), SilverCallSignal.STARTED_AT.col()))
        .transform(
            Projection.onto(SilverCallSignal.TABLE)
                    .put(SilverCallSignal.DAY, Events.day(SilverCallSignal.STARTED_AT.col()))
                    .put(
                        SilverCallSignal.NUMERATOR,
                        when(SilverCallSignal.ATTRIBUTABLE.col(), SilverCallSignal.NUMERATOR.col()))
                    .put(
                        SilverCallSignal.DENOMINATOR,
                        when(
                            SilverCallSignal.ATTRIBUTABLE.col(),
                            SilverCallSignal.DENOMINATOR.col()))
                    .put(SilverCallSignal.VALID_FROM, SilverCallSignal.STARTED_AT.col())
                ::of);
  }

  /** Calls with each of our people on them and how many there were. */
  private static Dataset<Row> onCall(Dataset<Row> calls, Inputs in, People people) {
    Column ours = coalesce(BronzeCallParty.AFFILIATION.col(), lit("INTERNAL")).notEqual("EXTERNAL");
    Dataset<Row> spoke =
        in.parties()
            .where(BronzeCallParty.USER_ID.col().isNotNull().and(ours))
            .groupBy(
                BronzeCallParty.META_SYSTEM.col().as(SilverCallSignal.SYSTEM.name()),
                BronzeCallParty.CALL_ID.col(),
                BronzeCallParty.USER_ID.col())
            .agg(max(BronzeCallParty.TALK_SECONDS.col()).as(BronzeCallParty.TALK_SECONDS.name()));
    Column user = coalesce(BronzeCallParty.USER_ID.col(), BronzeCall.PRIMARY_USER_ID.col());
    WindowSpec call =
        Window.partitionBy(
            SilverCallSignal.SYSTEM.col(),
            BronzeCall.CALL_ID.col(),
            SilverCallSignal.KNOWN_FROM.col());
    return Joins.left(calls, spoke, SilverCallSignal.SYSTEM, SilverCallSignal.CALL_ID)
        .withColumn(PEOPLE, org.apache.spark.sql.functions.count(user).over(call).cast("int"))
        .transform(
            rows ->
                people.onlyResolved(
                    rows, user, BronzeCall.STARTED_AT.col(), SilverCallSignal.REP_KEY))
        .withColumn(OWN, coalesce(user.equalTo(BronzeCall.PRIMARY_USER_ID.col()), lit(false)));
  }

  private static Dataset<Row> measured(Dataset<Row> people) {
    Column host = col(OWN);
    Column seconds = BronzeCall.DURATION_SECONDS.col().cast("double");
    Column talk =
        coalesce(
            BronzeCallParty.TALK_SECONDS.col(),
            when(host, BronzeCall.TALK_RATIO.col().multiply(seconds)));
    Column none = lit(null).cast("double");
    Column signals =
        array(
            signal("talk_time", talk, seconds, "s/s", true),
            signal(
                "longest_monologue",
                when(host, BronzeCall.LONGEST_MONOLOGUE_SECONDS.col()),
                none,
                "s",
                true),
            signal("patience", when(host, BronzeCall.PATIENCE_SECONDS.col()), none, "s", true),
            signal("interactivity", BronzeCall.INTERACTIVITY.col(), none, "index", false),
            signal(
                "question_rate",
                BronzeCall.COMPANY_QUESTIONS.col().cast("double"),
                seconds.divide(SECONDS_PER_HOUR),
                "1/h",
                false));
    return people
        .withColumn(
            SIGNALS,
            explode(
                filter(
                    signals, one -> one.getField(SilverCallSignal.NUMERATOR.name()).isNotNull())))
        .transform(CallSignalJob::flat);
  }

  private static Dataset<Row> tracked(Dataset<Row> people, Dataset<Row> trackers) {
    Dataset<Row> mentions =
        trackers
            .groupBy(
                BronzeCallTracker.META_SYSTEM.col().as(SilverCallSignal.SYSTEM.name()),
                BronzeCallTracker.CALL_ID.col(),
                coalesce(BronzeCallTracker.TRACKER_NAME.col(), BronzeCallTracker.TRACKER_ID.col())
                    .as(BronzeCallTracker.TRACKER_NAME.name()))
            .agg(max(BronzeCallTracker.MENTIONS.col()).as(BronzeCallTracker.MENTIONS.name()));
    Column one =
        signal(
            concat(lit("tracker:"), BronzeCallTracker.TRACKER_NAME.col()),
            BronzeCallTracker.MENTIONS.col().cast("double"),
            lit(null).cast("double"),
            "count",
            lit(false));
    return Joins.inner(people, mentions, SilverCallSignal.SYSTEM, SilverCallSignal.CALL_ID)
        .withColumn(SIGNALS, one)
        .transform(CallSignalJob::flat);
  }

  private static Dataset<Row> flat(Dataset<Row> rows) {
    Column open = not(Events.is(BronzeCall.IS_PRIVATE.col()));
    return rows.select(
        SilverCallSignal.SYSTEM.col(),
        SilverCallSignal.CALL_ID.col(),
        SilverCallSignal.REP_KEY.col(),
        SilverCallSignal.STARTED_AT.col(),
        col(SIGNALS + "." + SilverCallSignal.SIGNAL.name()),
        col(SIGNALS + "." + SilverCallSignal.NUMERATOR.name()),
        col(SIGNALS + "." + SilverCallSignal.DENOMINATOR.name()),
        col(SIGNALS + "." + SilverCallSignal.UNIT.name()),
        col(PEOPLE).as(SilverCallSignal.COMPANY_PARTICIPANTS.name()),
        open.and(col(SIGNALS + "." + OWN).or(col(PEOPLE).leq(1)))
            .as(SilverCallSignal.ATTRIBUTABLE.name()),
        lit(null).cast("string").as(SilverCallSignal.QUESTION_REVISION.name()),
        lit(null).cast("double").as(SilverCallSignal.SCORE_MIN.name()),
        lit(null).cast("string").as(SilverCallSignal.SCORED_BY.name()),
        lit(null).cast("bigint").as(SilverCallSignal.SCORED_BY_REP_KEY.name()),
        SilverCallSignal.KNOWN_FROM.col(),
        SilverCallSignal.KNOWN_TO.col());
  }

  private static Column signal(
      String name, Column numerator, Column denominator, String unit, boolean own) {
    return signal(lit(name), numerator, denominator, unit, lit(own));
  }

  private static Column signal(
      Column name, Column numerator, Column denominator, String unit, Column own) {
    return struct(
        name.as(SilverCallSignal.SIGNAL.name()),
        numerator.as(SilverCallSignal.NUMERATOR.name()),
        denominator.as(SilverCallSignal.DENOMINATOR.name()),
        lit(unit).as(SilverCallSignal.UNIT.name()),
        own.as(OWN));
  }
}
