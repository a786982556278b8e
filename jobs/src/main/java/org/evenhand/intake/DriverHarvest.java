package org.evenhand.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.intake.row.MappedFile;
import org.evenhand.intake.row.Tally;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeRejected;

/** Few rows, read on the driver without a Spark job. */
final class DriverHarvest implements Harvest {
  private final Table target;
  private final List<Result> results = new ArrayList<>();
  private final Map<String, List<Row>> accepted = new LinkedHashMap<>();
  private final Map<String, List<Row>> rejected = new LinkedHashMap<>();

  private DriverHarvest(Table target) {
    this.target = target;
  }

  static DriverHarvest of(Table target, CompiledMapping mapping, List<Candidate> files) {
    DriverHarvest harvest = new DriverHarvest(target);
    files.forEach(file -> harvest.read(file, mapping));
    return harvest;
  }

  private void read(Candidate file, CompiledMapping mapping) {
    StructType schema = ContractRow.schema(target);
    List<Row> good = new ArrayList<>();
    List<Row> bad = new ArrayList<>();
    try (MappedFile records = new MappedFile(file.task(), mapping)) {
      while (records.hasNext()) {
        MappedFile.Mapped record = records.next();
        if (record.row().isAccepted()) {
          good.add(new GenericRowWithSchema(record.row().values(), schema));
        } else {
          bad.add(Rejections.open(file, record.source(), record.row().reasons()));
        }
      }
      Tally tally = records.tally();
      results.add(new Result(file, tally));
      accepted.put(file.fileId(), tally.isFailed() ? List.of() : good);
      rejected.put(file.fileId(), tally.isFailed() ? List.of() : bad);
    }
  }

  @Override
  public List<Result> results() {
    return results;
  }

  @Override
  public Difference difference(Tables tables, Set<String> before, Set<String> now) {
    TableContract contract = target.contract();
    RowDigests digests = new RowDigests(contract);
    Map<String, Integer> current = new HashMap<>(digests.of(inTable(tables, now)));
    current.putAll(digests.of(ofFiles(accepted, now)));
    Map<String, Integer> earlier = new HashMap<>(digests.of(inTable(tables, before)));
    earlier.putAll(digests.of(ofFiles(accepted, before)));
    return Difference.of(earlier, current);
  }

  private List<Row> inTable(Tables tables, Set<String> files) {
    List<String> landed = files.stream().filter(id -> !accepted.containsKey(id)).toList();
    return landed.isEmpty()
        ? List.of()
        : tables
            .read(target)
            .where(target.column(BronzeOpportunity.META_FILE.name()).col().isin(landed.toArray()))
            .collectAsList();
  }

  private static List<Row> ofFiles(Map<String, List<Row>> rows, Set<String> files) {
    return rows.entrySet().stream()
        .filter(entry -> files.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  @Override
  public void appendRejected(Tables tables, Set<String> files, Stamp stamp) {
    tables.append(BronzeRejected.TABLE, ofFiles(rejected, files), stamp);
  }

  @Override
  public TableState appendAccepted(Tables tables, Set<String> files, Stamp stamp) {
    return tables.append(target, ofFiles(accepted, files), stamp);
  }

  @Override
  public void close() {
    accepted.clear();
    rejected.clear();
  }
}
