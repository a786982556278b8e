package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeCoachingSession;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCoachingSession;
import org.evenhand.table.columns.SilverIdentity;

/** Coaching sessions, and whether the rep had seen the AI artefacts used in them. */
public final class CoachingSessionJob extends SilverJob {

  public CoachingSessionJob() {
    super(
        SilverCoachingSession.TABLE,
        BronzeCoachingSession.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeCoachingSession.TABLE, BronzeCoachingSession.SESSION_ID),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Dataset<Row> sessions, People people, Spans spans) {
    Column at = BronzeCoachingSession.HELD_AT.col();
    return sessions
        .where(Events.present())
        .transform(
            rows ->
                people.onlyResolved(
                    rows, BronzeCoachingSession.REP_ID.col(), at, SilverCoachingSession.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeCoachingSession.COACH_ID.col(),
                    at,
                    SilverCoachingSession.COACH_REP_KEY))
        .transform(rows -> spans.zone(rows, SilverCoachingSession.REP_KEY.col(), at))
        .transform(
            Projection.onto(SilverCoachingSession.TABLE)
                    .put(SilverCoachingSession.DAY, Events.day(at))
                    .put(
                        SilverCoachingSession.MINUTES, BronzeCoachingSession.DURATION_MINUTES.col())
                    .put(
                        SilverCoachingSession.SKILL_IDS,
                        Events.list(BronzeCoachingSession.SKILL_IDS.col()))
                    .put(
                        SilverCoachingSession.AI_ARTIFACT_IDS,
                        Events.list(BronzeCoachingSession.AI_ARTIFACT_IDS.col()))
                    .put(SilverCoachingSession.VALID_FROM, at)
                ::of);
  }
}
