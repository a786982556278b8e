package org.evenhand.consolidate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.Delivery;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.SourceMapping;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.jspecify.annotations.Nullable;

/** What the landed files say about keys they do not hold, and which file replaces which. */
final class Ledger {
  static final String FILE = "ledger_file";
  static final String NEXT = "ledger_next";
  static final String ABSENT_AS = "ledger_absent_as";
  static final String ORDER = "ledger_order";
  private static final StructType SCHEMA =
      new StructType()
          .add(FILE, DataTypes.StringType)
          .add(NEXT, DataTypes.TimestampType)
          .add(ABSENT_AS, DataTypes.StringType)
          .add(ORDER, DataTypes.IntegerType);
  private final List<Row> files;
  private final Map<String, Delivery> deliveries;

  Ledger(List<Row> files, Mappings mappings) {
    this.files = files.stream().filter(f -> BronzeFile.STATUS.text(f).equals("LANDED")).toList();
    this.deliveries =
        mappings.all().stream()
            .collect(Collectors.toMap(SourceMapping::name, SourceMapping::delivery));
  }

  /**
   * One row per file of a bronze table that says something about others: the next full extract of
   * the same export, or the re-export that replaces it, what absence from that means, and its rank
   * among files of the same instant (a re-export is last).
   */
  List<Row> about(Table bronze) {
    List<Row> own = of(bronze);
    Map<String, TreeSet<Instant>> extracts = new HashMap<>();
    Map<String, Row> replacedBy = new HashMap<>();
    for (Row file : own) {
      extracts
          .computeIfAbsent(BronzeFile.MAPPING.text(file), key -> new TreeSet<>())
          .add(BronzeFile.EXTRACTED_AT.instant(file));
      if (!BronzeFile.REPLACES_FILE_ID.isNull(file)) {
        replacedBy.put(BronzeFile.REPLACES_FILE_ID.text(file), file);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Row file : own) {
      String id = BronzeFile.FILE_ID.text(file);
      String mapping = BronzeFile.MAPPING.text(file);
      int rank = BronzeFile.REPLACES_FILE_ID.isNull(file) ? 0 : 1;
      Row replacing = replacedBy.get(id);
      Instant next = full(mapping) ? later(extracts.get(mapping), file) : null;
      if (replacing != null) {
        rows.add(RowFactory.create(id, BronzeFile.EXTRACTED_AT.instant(replacing), "ABSENT", rank));
      } else if (next != null || rank == 1) {
        rows.add(RowFactory.create(id, next, absence(mapping), rank));
      }
    }
    return rows;
  }

  /** Files of a bronze table whose rows a re-export replaces. */
  List<String> replaced(Table bronze) {
    return of(bronze).stream()
        .filter(file -> !BronzeFile.REPLACES_FILE_ID.isNull(file))
        .map(BronzeFile.REPLACES_FILE_ID::text)
        .sorted()
        .toList();
  }

  private List<Row> of(Table bronze) {
    return files.stream()
        .filter(file -> BronzeFile.TARGET.text(file).equals(bronze.name().toString()))
        .toList();
  }

  static Dataset<Row> frame(SparkSession session, List<Row> rows) {
    return session.createDataFrame(rows, SCHEMA);
  }

  private boolean full(String mapping) {
    Delivery delivery = deliveries.get(mapping);
    return delivery != null && delivery.load() == Delivery.Load.FULL;
  }

  private String absence(String mapping) {
    Delivery delivery = deliveries.get(mapping);
    return delivery != null && delivery.absence() == Delivery.Absence.DELETED
        ? "ABSENT"
        : "NOT_EXPORTED";
  }

  private static @Nullable Instant later(@Nullable NavigableSet<Instant> extracts, Row file) {
    return extracts == null ? null : extracts.higher(BronzeFile.EXTRACTED_AT.instant(file));
  }
}
