package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeDemographic;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverDemographic;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverWorkerIdentity;

/**
 * What people declared about themselves: several codes each, undisclosed and unknown kept apart.
 */
public final class DemographicJob implements LedgerJob {

  @Override
  public String name() {
    return "demographic";
  }

  @Override
  public List<Table> reads() {
    return List.of(BronzeDemographic.TABLE, BronzeFile.TABLE, SilverWorkerIdentity.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverDemographic.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    Upstream upstream = new Upstream(context);
    Dataset<Row> rows =
        transform(
            upstream.versions(BronzeDemographic.TABLE, BronzeDemographic.WORKER_ID),
            context.tables().read(SilverWorkerIdentity.TABLE));
    return JobResult.derived(
        context.tables().replace(SilverDemographic.TABLE, Slice.whole(), rows, context.stamp()));
  }

  static Dataset<Row> transform(Dataset<Row> declared, Dataset<Row> workers) {
    Dataset<Row> keys =
        workers.select(SilverWorkerIdentity.WORKER_ID.col(), SilverWorkerIdentity.REP_KEY.col());
    Column codes = BronzeDemographic.ETHNICITY_CODES.col();
    Column disability = BronzeDemographic.HAS_DISABILITY.col();
    return declared
        .where(SilverOpportunity.PRESENCE.col().equalTo("PRESENT"))
        .join(keys, SilverWorkerIdentity.WORKER_ID.name(), "inner")
        .transform(
            Projection.onto(SilverDemographic.TABLE)
                    .put(
                        SilverDemographic.GENDER,
                        coalesce(BronzeDemographic.GENDER.col(), lit("UNKNOWN")))
                    .put(SilverDemographic.RACE, coalesce(array_sort(codes), array(lit("UNKNOWN"))))
                    .put(
                        SilverDemographic.DISABILITY,
                        when(disability, "YES")
                            .when(disability.isNull(), "UNKNOWN")
                            .otherwise("NO"))
                    .put(
                        SilverDemographic.VALID_FROM,
                        coalesce(
                            BronzeDemographic.DECLARED_ON.col().cast("timestamp"),
                            SilverDemographic.KNOWN_FROM.col()))
                ::of);
  }
}
