package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.BronzeCall;
import org.evenhand.table.columns.BronzeCallParty;
import org.evenhand.table.columns.SilverActivity;

/**
 * Recorded calls, one activity for each of our people on them, and the CRM's records of the same
 * calls: those are folded into the call, which was measured, and lend it their deal.
 */
final class CallActivities {
  static final String CALL = BronzeCall.CALL_ID.name();
  private static final String REFERENCE = "call_reference";
  private static final String LOGGED = "logged_as";
  private static final String LOGGED_DEAL = "logged_deal";
  private static final String LOGGED_ACCOUNT = "logged_account";
  private static final String LOGGED_CALL = "logged_call";
  private static final String LOGGED_REP = "logged_rep";
  private static final double SECONDS = 60.0;

  private static final Column KIND = lit("CALL").as(SilverActivity.KIND.name());
  private static final Column TYPE =
      when(BronzeCall.SCOPE.col().equalTo("INTERNAL"), "Internal call")
          .otherwise("Call")
          .as(SilverActivity.SUBJECT_TYPE.name());

  private CallActivities() {}

  /** The pairs of kind and type that calls have. */
  static Dataset<Row> kinds(Dataset<Row> calls) {
    return calls.select(KIND, TYPE);
  }

  /**
   * One row per call and person of ours.
   *
   * @param calls states of knowledge of bronze.call
   * @param parties bronze.call_party
   */
  static Dataset<Row> of(Dataset<Row> calls, Dataset<Row> parties, People people) {
    Column hidden = Events.is(BronzeCall.IS_PRIVATE.col());
    return ofOurs(calls, parties, people)
        .select(
            SilverActivity.SYSTEM.col(),
            concat_ws(":", BronzeCall.CALL_ID.col(), SilverActivity.REP_KEY.col())
                .as(SilverActivity.ACTIVITY_ID.name()),
            SilverActivity.REP_KEY.col(),
            KIND,
            TYPE,
            when(BronzeCall.DIRECTION.col().isin("INBOUND", "OUTBOUND"), BronzeCall.DIRECTION.col())
                .as(SilverActivity.DIRECTION.name()),
            lit("AUTOMATIC").as(SilverActivity.CAPTURE.name()),
            lit("COMPLETED").as(SilverActivity.STATE.name()),
            BronzeCall.STARTED_AT.col().as(SilverActivity.START_AT.name()),
            BronzeCall.DURATION_SECONDS.col().divide(SECONDS).as(SilverActivity.MINUTES.name()),
            hidden.as(SilverActivity.PRIVATE.name()),
            SilverActivity.OPPORTUNITY_ID.col(),
            lit(null).cast("string").as(SilverActivity.LEAD_ID.name()),
            SilverActivity.ACCOUNT_ID.col(),
            Events.presence(BronzeCall.IS_DELETED.col()).as(SilverActivity.PRESENCE.name()),
            SilverActivity.KNOWN_FROM.col(),
            SilverActivity.KNOWN_TO.col(),
            col(CALL));
  }

  /** Calls with each person of ours on them, whoever cannot be found left out. */
  private static Dataset<Row> ofOurs(Dataset<Row> calls, Dataset<Row> parties, People people) {
    Column user = coalesce(BronzeCallParty.USER_ID.col(), BronzeCall.PRIMARY_USER_ID.col());
    return people.onlyResolved(
        Joins.left(calls, ours(parties), SilverActivity.SYSTEM, BronzeCallParty.CALL_ID),
        user,
        BronzeCall.STARTED_AT.col(),
        SilverActivity.REP_KEY);
  }

  private static Dataset<Row> ours(Dataset<Row> parties) {
    return parties
        .where(
            BronzeCallParty.USER_ID
                .col()
                .isNotNull()
                .and(
                    coalesce(BronzeCallParty.AFFILIATION.col(), lit("INTERNAL"))
                        .notEqual("EXTERNAL")))
        .select(
            BronzeCallParty.META_SYSTEM.col().as(SilverActivity.SYSTEM.name()),
            BronzeCallParty.CALL_ID.col(),
            BronzeCallParty.USER_ID.col())
        .distinct();
  }

  /** Who was on which call, by any of its versions: logged_call, logged_rep. */
  private static Dataset<Row> present(Dataset<Row> calls, Dataset<Row> parties, People people) {
    Dataset<Row> held =
        calls.select(
            BronzeCall.META_SYSTEM.col().as(SilverActivity.SYSTEM.name()),
            BronzeCall.CALL_ID.col(),
            BronzeCall.PRIMARY_USER_ID.col(),
            BronzeCall.STARTED_AT.col());
    return ofOurs(held, parties, people)
        .select(
            BronzeCall.CALL_ID.col().as(LOGGED_CALL + 2),
            SilverActivity.REP_KEY.col().as(LOGGED_REP))
        .distinct();
  }

  /** Every id under which another system may name a call: call_reference, logged_call. */
  static Dataset<Row> references(Dataset<Row> calls) {
    Column names =
        array_compact(
            array(
                BronzeCall.CALL_ID.col(),
                BronzeCall.CLIENT_UNIQUE_ID.col(),
                BronzeCall.CALENDAR_EVENT_ID.col()));
    return calls
        .select(BronzeCall.CALL_ID.col().as(LOGGED_CALL), explode(names).as(REFERENCE))
        .distinct();
  }

  /**
   * CRM records that name a call on which their owner was, with that call.
   *
   * @param landed bronze.activity, all its versions
   * @param calls bronze.call, likewise
   */
  static Dataset<Row> logged(
      Dataset<Row> landed, Dataset<Row> calls, Dataset<Row> parties, People people) {
    Dataset<Row> named =
        landed
            .where(BronzeActivity.EXTERNAL_REF.col().isNotNull())
            .withColumn(SilverActivity.SYSTEM.name(), BronzeActivity.META_SYSTEM.col())
            .transform(
                rows ->
                    people.onlyResolved(
                        rows,
                        BronzeActivity.OWNER_USER_ID.col(),
                        BronzeActivity.KNOWN_FROM.col(),
                        SilverActivity.REP_KEY))
            .join(
                references(calls),
                BronzeActivity.EXTERNAL_REF.col().equalTo(col(REFERENCE)),
                "inner");
    return named.join(
        present(calls, parties, people),
        col(LOGGED_CALL)
            .equalTo(col(LOGGED_CALL + 2))
            .and(SilverActivity.REP_KEY.col().equalTo(col(LOGGED_REP))),
        "left_semi");
  }

  /** The calls with what the folded CRM records add: their ids, deal and account. */
  static Dataset<Row> withLogged(Dataset<Row> people, Dataset<Row> logged) {
    Dataset<Row> perCall =
        logged
            .groupBy(col(LOGGED_CALL), SilverActivity.REP_KEY.col().as(LOGGED_REP))
            .agg(
                array_sort(
                        collect_set(
                            concat(
                                SilverActivity.SYSTEM.col(),
                                lit(":"),
                                SilverActivity.ACTIVITY_ID.col())))
                    .as(LOGGED),
                max(SilverActivity.OPPORTUNITY_ID.col()).as(LOGGED_DEAL),
                max(SilverActivity.ACCOUNT_ID.col()).as(LOGGED_ACCOUNT));
    return people
        .join(
            perCall,
            col(CALL)
                .equalTo(col(LOGGED_CALL))
                .and(SilverActivity.REP_KEY.col().equalTo(col(LOGGED_REP))),
            "left")
        .withColumn(SilverActivity.ALSO_IN.name(), Events.list(col(LOGGED)))
        .withColumn(
            SilverActivity.OPPORTUNITY_ID.name(),
            coalesce(SilverActivity.OPPORTUNITY_ID.col(), col(LOGGED_DEAL)))
        .withColumn(
            SilverActivity.ACCOUNT_ID.name(),
            coalesce(SilverActivity.ACCOUNT_ID.col(), col(LOGGED_ACCOUNT)))
        .drop(LOGGED_CALL, LOGGED_REP, LOGGED, LOGGED_DEAL, LOGGED_ACCOUNT, CALL);
  }
}
