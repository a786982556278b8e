package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeAiRollout;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;

/** Which AI feature reached which team when, and how the team was picked. */
public final class AiRolloutJob extends SilverJob {

  public AiRolloutJob() {
    super(SilverAiRollout.TABLE, BronzeAiRollout.TABLE, BronzeFile.TABLE, SilverAiFeature.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(
            BronzeAiRollout.TABLE,
            BronzeAiRollout.FEATURE_ID,
            BronzeAiRollout.TEAM_ID,
            BronzeAiRollout.STARTS_ON),
        upstream.read(SilverAiFeature.TABLE));
  }

  static Dataset<Row> transform(Dataset<Row> versions, Dataset<Row> features) {
    Dataset<Row> register =
        features
            .where(SilverAiFeature.KNOWN_TO.col().isNull())
            .groupBy(SilverAiFeature.FEATURE_ID.col())
            .agg(max(SilverAiFeature.FEATURE_CLASS.col()).as(SilverAiRollout.FEATURE_CLASS.name()));
    return Joins.left(
            versions.where(Events.present()), broadcast(register), SilverAiRollout.FEATURE_ID)
        .transform(
            Projection.onto(SilverAiRollout.TABLE)
                    .put(SilverAiRollout.FROM_DATE, BronzeAiRollout.STARTS_ON.col())
                    .put(SilverAiRollout.TO_DATE, BronzeAiRollout.ENDS_ON.col())
                    .put(
                        SilverAiRollout.REGISTERED, SilverAiRollout.FEATURE_CLASS.col().isNotNull())
                    .put(
                        SilverAiRollout.VALID_FROM,
                        BronzeAiRollout.STARTS_ON.col().cast("timestamp"))
                ::of);
  }
}
