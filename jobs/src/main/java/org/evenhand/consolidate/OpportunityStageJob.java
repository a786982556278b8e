package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeOpportunityStage;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityStage;

/**
 * The stages of every deal with entry and exit. Deals of a system without a history have the one
 * stage each extract showed.
 */
public final class OpportunityStageJob extends SilverJob {
  private static final Column KNOWN_FROM = SilverOpportunityStage.KNOWN_FROM.col();
  private static final String NEXT_KNOWN = "next_known";
  private static final String NEXT = "next_at";
  private static final String BEFORE = "stage_before";
  private static final String BELIEF = "belief";

  public OpportunityStageJob() {
    super(
        SilverOpportunityStage.TABLE,
        BronzeOpportunityStage.TABLE,
        BronzeFile.TABLE,
        SilverOpportunity.TABLE,
        SilverIdentity.TABLE);
  }

  @Override
  List<Table> driving() {
    return List.of(BronzeOpportunityStage.TABLE, SilverOpportunity.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeOpportunityStage.TABLE, BronzeOpportunityStage.STAGE_EVENT_ID),
        upstream.read(SilverOpportunity.TABLE),
        upstream.people());
  }

  static Dataset<Row> transform(Dataset<Row> events, Dataset<Row> deals, People people) {
    return events
        .transform(OpportunityStageJob::onlyChangesOfStage)
        .transform(OpportunityStageJob::withBothBeliefs)
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeOpportunityStage.CHANGED_BY_USER_ID.col(),
                    BronzeOpportunityStage.CHANGED_AT.col(),
                    SilverOpportunityStage.CHANGED_BY_REP_KEY))
        .transform(OpportunityStageJob::contract)
        .unionByName(snapshots(deals, events));
  }

  private static Dataset<Row> onlyChangesOfStage(Dataset<Row> events) {
    Column stage = BronzeOpportunityStage.STAGE.col();
    return events
        .where(
            SilverOpportunityStage.KNOWN_TO
                .col()
                .isNull()
                .and(Events.present())
                .and(not(Events.is(BronzeOpportunityStage.IS_DELETED.col()))))
        .withColumn(BEFORE, lag(stage, 1).over(inOrder()))
        .where(col(BEFORE).isNull().or(col(BEFORE).notEqual(stage)))
        .withColumn(NEXT, lead(BronzeOpportunityStage.CHANGED_AT.col(), 1).over(inOrder()))
        .withColumn(NEXT_KNOWN, lead(KNOWN_FROM, 1).over(inOrder()))
        .withColumn(SilverOpportunityStage.SEQUENCE.name(), row_number().over(inOrder()));
  }

  /** Until the next change was known, the stage was believed to last. */
  private static Dataset<Row> withBothBeliefs(Dataset<Row> stages) {
    Column never = lit(null).cast("timestamp");
    Column lasting = belief(KNOWN_FROM, col(NEXT_KNOWN), never);
    Column left =
        belief(greatest(KNOWN_FROM, coalesce(col(NEXT_KNOWN), KNOWN_FROM)), never, col(NEXT));
    return stages
        .withColumn(
            BELIEF,
            explode(
                when(col(NEXT).isNull(), array(belief(KNOWN_FROM, never, never)))
                    .when(col(NEXT_KNOWN).gt(KNOWN_FROM), array(lasting, left))
                    .otherwise(array(left))))
        .withColumn(SilverOpportunityStage.KNOWN_FROM.name(), of(SilverOpportunityStage.KNOWN_FROM))
        .withColumn(SilverOpportunityStage.KNOWN_TO.name(), of(SilverOpportunityStage.KNOWN_TO))
        .withColumn(SilverOpportunityStage.LEFT_AT.name(), of(SilverOpportunityStage.LEFT_AT));
  }

  private static Dataset<Row> contract(Dataset<Row> stages) {
    return Projection.onto(SilverOpportunityStage.TABLE)
        .put(SilverOpportunityStage.STAGE_NAME, BronzeOpportunityStage.STAGE.col())
        .put(SilverOpportunityStage.ENTERED_AT, BronzeOpportunityStage.CHANGED_AT.col())
        .put(SilverOpportunityStage.VALID_FROM, BronzeOpportunityStage.CHANGED_AT.col())
        .put(SilverOpportunityStage.VALID_TO, SilverOpportunityStage.LEFT_AT.col())
        .put(SilverOpportunityStage.SOURCE, lit("HISTORY"))
        .of(stages);
  }

  private static Dataset<Row> snapshots(Dataset<Row> deals, Dataset<Row> events) {
    Column entered =
        coalesce(
            SilverOpportunity.CLOSED_AT.col(),
            SilverOpportunity.CREATED_AT.col(),
            SilverOpportunity.KNOWN_FROM.col());
    return Joins.without(
            deals.where(Events.present()),
            events,
            SilverOpportunity.SYSTEM,
            SilverOpportunity.OPPORTUNITY_ID)
        .transform(
            Projection.onto(SilverOpportunityStage.TABLE)
                    .put(SilverOpportunityStage.SEQUENCE, lit(1))
                    .put(SilverOpportunityStage.ENTERED_AT, entered)
                    .put(SilverOpportunityStage.LEFT_AT, lit(null))
                    .put(SilverOpportunityStage.CHANGED_BY_REP_KEY, lit(null))
                    .put(SilverOpportunityStage.VALID_FROM, entered)
                    .put(SilverOpportunityStage.SOURCE, lit("SNAPSHOT"))
                ::of);
  }

  private static Column belief(Column from, Column to, Column left) {
    return struct(
        from.as(SilverOpportunityStage.KNOWN_FROM.name()),
        to.as(SilverOpportunityStage.KNOWN_TO.name()),
        left.as(SilverOpportunityStage.LEFT_AT.name()));
  }

  private static Column of(org.evenhand.table.Column field) {
    return col(BELIEF + "." + field.name());
  }

  private static WindowSpec inOrder() {
    return Window.partitionBy(
            SilverOpportunityStage.SYSTEM.col(), SilverOpportunityStage.OPPORTUNITY_ID.col())
        .orderBy(
            BronzeOpportunityStage.CHANGED_AT.col(), BronzeOpportunityStage.STAGE_EVENT_ID.col());
  }
}
