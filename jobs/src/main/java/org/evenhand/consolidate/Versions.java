package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.table.Frames;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverOpportunity;

/**
 * States of knowledge of landed records. A record seen again unchanged adds nothing; seen changed,
 * it begins a new version; missing from a later full extract, it begins one whose presence says so.
 * Adds known_to, presence and system; known_from is when the version began to be believed.
 */
final class Versions {
  private static final String HASH = "version_hash";
  private static final String BEFORE = "version_before";
  private static final String AFTER = "version_after";
  private static final String STATE = "version_state";
  private static final String KNOWN = BronzeActivity.KNOWN_FROM.name();
  private static final Column KNOWN_FROM = BronzeActivity.KNOWN_FROM.col();
  private static final String PRESENCE = SilverOpportunity.PRESENCE.name();

  /** Columns that say where a record stood or when it was touched, not what it says. */
  private static final Set<String> NOT_CONTENT =
      Set.of(
          BronzeActivity.META_FILE.name(),
          BronzeActivity.META_LINE.name(),
          BronzeActivity.META_BATCH.name(),
          BronzeActivity.KNOWN_FROM.name(),
          BronzeActivity.LAST_MODIFIED_AT.name(),
          Ledger.NEXT,
          Ledger.ABSENT_AS,
          Ledger.ORDER);

  private Versions() {}

  /** Versions where no file speaks about keys it does not hold. */
  static Dataset<Row> of(Dataset<Row> landed, org.evenhand.table.Column... key) {
    return Frames.with(landed, List.of(), Map.of(Ledger.ORDER, lit(0), PRESENCE, lit("PRESENT")))
        .transform(rows -> changes(rows, key));
  }

  /**
   * @param files rows of {@link Ledger#about}, as a frame
   */
  static Dataset<Row> of(
      Dataset<Row> landed, Dataset<Row> files, org.evenhand.table.Column... key) {
    return landed
        .join(
            broadcast(files),
            landed.col(BronzeActivity.META_FILE.name()).equalTo(files.col(Ledger.FILE)),
            "left")
        .transform(
            rows ->
                Frames.with(
                    rows,
                    List.of(Ledger.FILE),
                    Map.of(Ledger.ORDER, coalesce(col(Ledger.ORDER), lit(0)))))
        .where(col(Ledger.NEXT).isNull().or(col(Ledger.NEXT).gt(KNOWN_FROM)))
        .transform(rows -> withAbsences(rows, key))
        .transform(rows -> changes(rows, key));
  }

  private static Dataset<Row> withAbsences(Dataset<Row> rows, org.evenhand.table.Column... key) {
    Column gone =
        col(Ledger.NEXT).isNotNull().and(col(AFTER).isNull().or(col(AFTER).gt(col(Ledger.NEXT))));
    Column seen = struct(lit("PRESENT").as(PRESENCE), KNOWN_FROM);
    Column absent = struct(col(Ledger.ABSENT_AS).as(PRESENCE), col(Ledger.NEXT).as(KNOWN));
    return rows.withColumn(AFTER, lead(KNOWN_FROM, 1).over(inOrder(key)))
        .withColumn(STATE, explode(when(gone, array(seen, absent)).otherwise(array(seen))))
        .transform(
            states ->
                Frames.with(
                    states,
                    List.of(STATE, AFTER),
                    Map.of(
                        PRESENCE, col(STATE + "." + PRESENCE), KNOWN, col(STATE + "." + KNOWN))));
  }

  private static Dataset<Row> changes(Dataset<Row> rows, org.evenhand.table.Column... key) {
    WindowSpec order = inOrder(key);
    Column[] content =
        Arrays.stream(rows.columns())
            .filter(name -> !NOT_CONTENT.contains(name))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    Column lastOfItsInstant = col(AFTER).isNull().or(col(AFTER).notEqual(KNOWN_FROM));
    Column changed = col(BEFORE).isNull().or(col(BEFORE).notEqual(col(HASH)));
    return Frames.with(
            rows,
            List.of(),
            Map.of(AFTER, lead(KNOWN_FROM, 1).over(order), HASH, xxhash64(content)))
        .where(lastOfItsInstant)
        .withColumn(BEFORE, lag(col(HASH), 1).over(order))
        .where(changed)
        .transform(
            versions ->
                Frames.with(
                    versions,
                    List.of(HASH, BEFORE, AFTER, Ledger.NEXT, Ledger.ABSENT_AS, Ledger.ORDER),
                    Map.of(
                        SilverOpportunity.KNOWN_TO.name(),
                        lead(KNOWN_FROM, 1).over(order),
                        SilverActivity.SYSTEM.name(),
                        BronzeActivity.META_SYSTEM.col())));
  }

  private static WindowSpec inOrder(org.evenhand.table.Column... key) {
    Column[] partition =
        Stream.concat(
                Stream.of(BronzeActivity.META_SYSTEM.col()),
                List.of(key).stream().map(org.evenhand.table.Column::col))
            .toArray(Column[]::new);
    return Window.partitionBy(partition)
        .orderBy(
            KNOWN_FROM,
            col(Ledger.ORDER),
            BronzeActivity.META_FILE.col(),
            BronzeActivity.META_LINE.col());
  }
}
