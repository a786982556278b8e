package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeAiFeature;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAiFeature;

/** The register of AI features as we knew it. */
public final class AiFeatureJob extends SilverJob {

  public AiFeatureJob() {
    super(SilverAiFeature.TABLE, BronzeAiFeature.TABLE, BronzeFile.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(upstream.versions(BronzeAiFeature.TABLE, BronzeAiFeature.FEATURE_ID));
  }

  static Dataset<Row> transform(Dataset<Row> versions) {
    return versions
        .where(Events.present())
        .transform(
            Projection.onto(SilverAiFeature.TABLE)
                    .put(SilverAiFeature.FEATURE_CLASS, BronzeAiFeature.CLASS.col())
                    .put(SilverAiFeature.REP_VISIBLE, BronzeAiFeature.IS_REP_VISIBLE.col())
                    .put(SilverAiFeature.STARTED_ON, BronzeAiFeature.STARTS_ON.col())
                    .put(SilverAiFeature.ENDED_ON, BronzeAiFeature.ENDS_ON.col())
                    .put(SilverAiFeature.OWNER_ROLE, BronzeAiFeature.OWNER.col())
                    .put(
                        SilverAiFeature.VALID_FROM,
                        coalesce(
                            BronzeAiFeature.STARTS_ON.col().cast("timestamp"),
                            SilverAiFeature.KNOWN_FROM.col()))
                ::of);
  }
}
