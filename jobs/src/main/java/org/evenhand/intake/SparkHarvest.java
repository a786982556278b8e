package org.evenhand.intake;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.intake.row.ReadTask;
import org.evenhand.intake.row.Tally;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeRejected;

/** Many rows, read once inside executors, one task a file, and kept by Spark until written. */
final class SparkHarvest implements Harvest {
  private static final String FILE = BronzeOpportunity.META_FILE.name();

  private final Table target;
  private final Dataset<Row> read;
  private final Map<String, Candidate> files = new HashMap<>();
  private final List<Result> results;

  private SparkHarvest(Table target, Dataset<Row> read, List<Candidate> files) {
    this.target = target;
    this.read = read;
    files.forEach(file -> this.files.put(file.fileId(), file));
    Map<String, Tally> tallies = tallies();
    this.results =
        files.stream()
            .map(file -> new Result(file, requireNonNull(tallies.get(file.fileId()))))
            .toList();
  }

  static SparkHarvest of(
      SparkSession session, Table target, CompiledMapping mapping, List<Candidate> files) {
    List<ReadTask> tasks = files.stream().map(Candidate::task).toList();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    JavaRDD<Row> rows =
        context.parallelize(tasks, tasks.size()).flatMap(task -> new TaskRows(task, mapping));
    Dataset<Row> frame =
        session
            .createDataFrame(rows, TaskRows.schema(target.contract()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new SparkHarvest(target, frame, files);
  }

  private Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new HashMap<>();
    for (Row row :
        read.where(TaskRows.isTally()).select(TaskRows.FILE, TaskRows.RAW).collectAsList()) {
      tallies.put(row.getString(0), TaskRows.tally(row.getString(1)));
    }
    return tallies;
  }

  @Override
  public List<Result> results() {
    return results;
  }

  @Override
  public void appendRejected(Tables tables, Set<String> ids, Stamp stamp) {
    SparkSession session = read.sparkSession();
    List<Row> about =
        ids.stream().sorted().map(id -> Rejections.about(requireNonNull(files.get(id)))).toList();
    Dataset<Row> known = session.createDataFrame(about, Rejections.aboutSchema());
    Dataset<Row> rejected =
        read.where(TaskRows.isRejected())
            .select(
                col(TaskRows.FILE).as(BronzeRejected.FILE_ID.name()),
                col(TaskRows.LINE).as(BronzeRejected.LINE.name()),
                col(TaskRows.ELEMENT).as(BronzeRejected.ELEMENT.name()),
                lit(Rejections.OPEN).as(BronzeRejected.RESOLUTION.name()),
                col(TaskRows.RAW).as(BronzeRejected.RAW.name()),
                col(TaskRows.REASONS).as(BronzeRejected.REASONS.name()))
            .join(known, BronzeRejected.FILE_ID.name());
    tables.append(BronzeRejected.TABLE, rejected, stamp);
  }

  @Override
  public TableState appendAccepted(Tables tables, Set<String> ids, Stamp stamp) {
    return tables.append(target, accepted(ids), stamp);
  }

  private Dataset<Row> accepted(Set<String> ids) {
    Column[] columns =
        target.contract().columnNames().stream().map(name -> col(name)).toArray(Column[]::new);
    return read.where(TaskRows.isAccepted())
        .where(col(TaskRows.FILE).isin(ids.toArray()))
        .select(columns);
  }

  @Override
  public Difference difference(Tables tables, Set<String> before, Set<String> now) {
    Dataset<Row> joined =
        keyed(tables, before)
            .alias("b")
            .join(keyed(tables, now).alias("n"), col("b.key").eqNullSafe(col("n.key")), "full");
    Column wasThere = col("b.digest").isNotNull();
    Column isThere = col("n.digest").isNotNull();
    Row counts =
        joined
            .agg(
                count_if(wasThere),
                count_if(isThere.and(not(wasThere))),
                count_if(wasThere.and(not(isThere))),
                count_if(col("b.digest").notEqual(col("n.digest"))))
            .first();
    return new Difference(
        counts.getLong(0), counts.getLong(1), counts.getLong(2), counts.getLong(3));
  }

  private Dataset<Row> keyed(Tables tables, Set<String> ids) {
    TableContract contract = target.contract();
    List<String> own = RowDigests.own(contract);
    List<String> named = contract.storage().key().stream().filter(own::contains).toList();
    Dataset<Row> rows =
        accepted(ids).unionByName(tables.read(target).where(col(FILE).isin(ids.toArray())));
    Column key = array(texts(named.isEmpty() ? own : named));
    return rows.select(key.as("key"), xxhash64(texts(own)).as("digest"))
        .groupBy("key")
        .agg(sum(col("digest").cast("decimal(38,0)")).as("digest"), count(lit(1)).as("rows"));
  }

  private static Column[] texts(List<String> names) {
    return names.stream()
        .map(name -> coalesce(col(name).cast("string"), lit("\u0000")))
        .toArray(Column[]::new);
  }

  @Override
  public void close() {
    read.unpersist(false);
  }
}
