package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.to_date;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenhand.table.Frames;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverAssignment;

/**
 * Team, manager, role and time zone of a person at an instant. What is joined is believed only
 * while both sides are: a back-dated correction of an assignment gives a second row that is known
 * from the correction on.
 */
final class Spans {
  private static final String PERSON = "span_person";
  private static final String ZONE = "span_zone";
  private static final String FROM = "span_from";
  private static final String TO = "span_to";
  private static final String KNOWN_FROM = "span_known_from";
  private static final String KNOWN_TO = "span_known_to";
  private static final StructType SCHEMA =
      new StructType()
          .add(PERSON, DataTypes.LongType)
          .add(SilverAssignment.TEAM_ID.name(), DataTypes.StringType)
          .add(SilverAssignment.MANAGER_REP_KEY.name(), DataTypes.LongType)
          .add(SilverAssignment.ROLE.name(), DataTypes.StringType)
          .add(SilverAssignment.JOB_FAMILY.name(), DataTypes.StringType)
          .add(SilverAssignment.TIME_ZONE.name(), DataTypes.StringType)
          .add(FROM, DataTypes.TimestampType)
          .add(TO, DataTypes.TimestampType)
          .add(KNOWN_FROM, DataTypes.TimestampType)
          .add(KNOWN_TO, DataTypes.TimestampType);
  private final Dataset<Row> spans;
  private final ZoneId fallback;

  Spans(SparkSession session, List<Row> assignments, ZoneId fallback) {
    this.spans =
        session.createDataFrame(
            Span.of(assignments, fallback).stream().map(Spans::row).toList(), SCHEMA);
    this.fallback = fallback;
  }

  /**
   * Adds team_id, manager_rep_key, role, job_family and time_zone of the person at the instant, and
   * narrows known_from and known_to. A person without any assignment keeps the row, with the
   * fallback zone.
   */
  Dataset<Row> at(Dataset<Row> rows, Column repKey, Column instant) {
    String knownFrom = SilverActivity.KNOWN_FROM.name();
    String knownTo = SilverActivity.KNOWN_TO.name();
    Column forever = lit(Span.END);
    Column believed = coalesce(col(knownTo), forever);
    Column same =
        repKey
            .equalTo(col(PERSON))
            .and(instant.geq(col(FROM)))
            .and(instant.lt(col(TO)))
            .and(col(knownFrom).lt(col(KNOWN_TO)))
            .and(col(KNOWN_FROM).lt(believed));
    return rows.join(broadcast(spans), same, "left")
        .transform(
            joined ->
                Frames.with(
                    joined,
                    List.of(PERSON, FROM, TO, KNOWN_FROM, KNOWN_TO),
                    Map.of(
                        knownTo,
                        nullif(least(believed, coalesce(col(KNOWN_TO), forever)), forever),
                        knownFrom,
                        greatest(col(knownFrom), coalesce(col(KNOWN_FROM), col(knownFrom))),
                        SilverAssignment.TIME_ZONE.name(),
                        zoneOr(SilverAssignment.TIME_ZONE.name()))));
  }

  /**
   * Adds only the time zone of the person at the instant, as now believed; beliefs stay as they
   * are.
   */
  Dataset<Row> zone(Dataset<Row> rows, Column repKey, Column instant) {
    Dataset<Row> now =
        spans
            .where(col(KNOWN_TO).equalTo(lit(Span.END)))
            .select(
                col(PERSON), col(FROM), col(TO), col(SilverAssignment.TIME_ZONE.name()).as(ZONE));
    Column same = repKey.equalTo(col(PERSON)).and(instant.geq(col(FROM))).and(instant.lt(col(TO)));
    return rows.join(broadcast(now), same, "left")
        .transform(
            joined ->
                Frames.with(
                    joined,
                    List.of(PERSON, FROM, TO, ZONE),
                    Map.of(SilverAssignment.TIME_ZONE.name(), zoneOr(ZONE))));
  }

  private Column zoneOr(String zone) {
    return coalesce(col(zone), lit(fallback.getId()));
  }

  /** The day of an instant where the person was; needs {@link #at} before. */
  static Column day(Column instant) {
    return to_date(local(instant));
  }

  /** The wall clock of an instant where the person was, as a timestamp. */
  static Column local(Column instant) {
    return from_utc_timestamp(instant, col(SilverAssignment.TIME_ZONE.name()));
  }

  private static Row row(Span span) {
    Span.Who who = span.who();
    return RowFactory.create(
        who.repKey(),
        who.team(),
        who.manager(),
        who.role(),
        who.jobFamily(),
        who.zone().getId(),
        span.from(),
        span.to(),
        span.knownFrom(),
        span.knownTo());
  }
}
