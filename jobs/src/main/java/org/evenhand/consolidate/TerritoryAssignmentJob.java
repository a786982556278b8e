package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeTerritory;
import org.evenhand.table.columns.BronzeTerritoryMember;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverTerritoryAssignment;

/**
 * Who held which territory when, by comparing snapshots: from the day of the first snapshot that
 * shows it until the day before the first that no longer does.
 */
public final class TerritoryAssignmentJob implements LedgerJob {
  private static final Column KNOWN_FROM = SilverTerritoryAssignment.KNOWN_FROM.col();
  private static final Column KNOWN_TO = SilverTerritoryAssignment.KNOWN_TO.col();
  private static final String HELD = "held";
  private static final String SPELL = "spell";
  private static final String ENDED = "ended";
  private static final String BELIEF = "belief";

  @Override
  public String name() {
    return "territory-assignment";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        BronzeTerritoryMember.TABLE, BronzeTerritory.TABLE, BronzeFile.TABLE, SilverIdentity.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverTerritoryAssignment.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    Upstream upstream = new Upstream(context);
    Dataset<Row> rows =
        transform(
            upstream.versions(
                BronzeTerritoryMember.TABLE,
                BronzeTerritoryMember.TERRITORY_ID,
                BronzeTerritoryMember.USER_ID),
            upstream.versions(BronzeTerritory.TABLE, BronzeTerritory.TERRITORY_ID),
            upstream.people());
    return JobResult.derived(
        context
            .tables()
            .replace(SilverTerritoryAssignment.TABLE, Slice.whole(), rows, context.stamp()));
  }

  static Dataset<Row> transform(Dataset<Row> members, Dataset<Row> territories, People people) {
    return members
        .transform(TerritoryAssignmentJob::perSpell)
        .transform(TerritoryAssignmentJob::withBothBeliefs)
        .transform(
            rows ->
                people.onlyResolved(
                    rows,
                    BronzeTerritoryMember.USER_ID.col(),
                    SilverTerritoryAssignment.VALID_FROM.col(),
                    SilverTerritoryAssignment.REP_KEY))
        .join(
            broadcast(latestNames(territories)),
            SilverTerritoryAssignment.TERRITORY_ID.name(),
            "left")
        .transform(
            Projection.onto(SilverTerritoryAssignment.TABLE)
                    .put(
                        SilverTerritoryAssignment.FROM_DATE,
                        to_date(SilverTerritoryAssignment.VALID_FROM.col()))
                    .put(
                        SilverTerritoryAssignment.TO_DATE,
                        date_sub(to_date(SilverTerritoryAssignment.VALID_TO.col()), 1))
                    .put(
                        SilverTerritoryAssignment.VALID_TO,
                        SilverTerritoryAssignment.VALID_TO.col())
                    .put(SilverTerritoryAssignment.DATED_BY, lit("SNAPSHOT"))
                ::of);
  }

  /** One row per unbroken time a person was shown in a territory. */
  private static Dataset<Row> perSpell(Dataset<Row> members) {
    WindowSpec order =
        Window.partitionBy(
                SilverIdentity.SYSTEM.col(),
                BronzeTerritoryMember.TERRITORY_ID.col(),
                BronzeTerritoryMember.USER_ID.col())
            .orderBy(KNOWN_FROM);
    Column held =
        SilverOpportunity.PRESENCE
            .col()
            .equalTo("PRESENT")
            .and(coalesce(BronzeTerritoryMember.IS_ACTIVE.col(), lit(true)));
    return members
        .withColumn(HELD, held)
        .withColumn(SPELL, sum(when(col(HELD), 0).otherwise(1)).over(order))
        .where(col(HELD))
        .groupBy(
            SilverIdentity.SYSTEM.col(),
            BronzeTerritoryMember.TERRITORY_ID.col(),
            BronzeTerritoryMember.USER_ID.col(),
            col(SPELL))
        .agg(
            min(KNOWN_FROM).as(SilverTerritoryAssignment.VALID_FROM.name()),
            max(coalesce(KNOWN_TO, lit(Span.END))).as(ENDED));
  }

  /** Until the end was seen the assignment was believed to be open. */
  private static Dataset<Row> withBothBeliefs(Dataset<Row> spells) {
    Column ended = when(col(ENDED).lt(lit(Span.END)), col(ENDED));
    Column never = lit(null).cast("timestamp");
    Column open = belief(SilverTerritoryAssignment.VALID_FROM.col(), ended, never);
    Column closed = when(ended.isNotNull(), belief(ended, never, ended));
    return spells
        .withColumn(BELIEF, explode(array_compact(array(open, closed))))
        .select(col("*"), col(BELIEF + ".*"))
        .drop(BELIEF);
  }

  private static Column belief(Column from, Column to, Column end) {
    return struct(
        SilverTerritoryAssignment.KNOWN_FROM.as(from),
        SilverTerritoryAssignment.KNOWN_TO.as(to),
        SilverTerritoryAssignment.VALID_TO.as(end));
  }

  private static Dataset<Row> latestNames(Dataset<Row> territories) {
    return territories
        .where(KNOWN_TO.isNull())
        .groupBy(BronzeTerritory.TERRITORY_ID.col())
        .agg(
            max(BronzeTerritory.NAME.col()).as(SilverTerritoryAssignment.TERRITORY_NAME.name()),
            max(BronzeTerritory.TIER.col()).as(SilverTerritoryAssignment.TERRITORY_TIER.name()));
  }
}
