package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeStructuralInput;
import org.evenhand.table.columns.SilverStructuralInput;

/** What reps do not control: territory, leads, timing, prices, brand, economy. */
public final class StructuralInputJob extends SilverJob {

  public StructuralInputJob() {
    super(SilverStructuralInput.TABLE, BronzeStructuralInput.TABLE, BronzeFile.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(
            BronzeStructuralInput.TABLE,
            BronzeStructuralInput.FACTOR,
            BronzeStructuralInput.TERRITORY_ID,
            BronzeStructuralInput.SEGMENT,
            BronzeStructuralInput.MONTH,
            BronzeStructuralInput.INDICATOR));
  }

  static Dataset<Row> transform(Dataset<Row> versions) {
    return versions
        .where(Events.present())
        .transform(
            Projection.onto(SilverStructuralInput.TABLE)
                    .put(
                        SilverStructuralInput.VALID_FROM,
                        BronzeStructuralInput.MONTH.col().cast("timestamp"))
                ::of);
  }
}
