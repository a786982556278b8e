package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.SilverOpportunity;

/** Spells the product of a deal as the price list does. */
final class Products {
  private static final String EXACT = "product_exact";
  private static final String LOOSE = "product_loose";
  private static final String SAID = "product_said";
  private final Dataset<Row> exact;
  private final Dataset<Row> loose;
  private final List<String> systems;

  /**
   * @param products rows of bronze.product
   */
  Products(SparkSession session, List<Row> products) {
    this.exact = Registers.exact(session, products);
    this.loose = Registers.loose(session, products);
    this.systems = Registers.systems(products);
  }

  /** Adds the entries that fit product_id. */
  Dataset<Row> match(Dataset<Row> deals) {
    Column said = BronzeOpportunity.PRODUCT_ID.col();
    Column loosely = regexp_replace(lower(said), "[^\\p{L}\\p{N}]", "");
    return join(join(deals, exact, said, EXACT), loose, loosely, LOOSE);
  }

  /** The product, after {@link #match}; what the deal says where its system has no price list. */
  Column name() {
    return coalesce(
        col(EXACT), col(LOOSE), when(not(known()), BronzeOpportunity.PRODUCT_ID.col()));
  }

  /** The entry that fits but for case and punctuation, after {@link #match}. */
  Column found() {
    return col(LOOSE);
  }

  /** Whether the price list should hold the product and does not, after {@link #match}. */
  Column misspelt() {
    return BronzeOpportunity.PRODUCT_ID
        .col()
        .isNotNull()
        .and(col(EXACT).isNull())
        .and(known());
  }

  private Column known() {
    return SilverOpportunity.SYSTEM.col().isin(systems.toArray());
  }

  private static Column not(Column condition) {
    return coalesce(org.apache.spark.sql.functions.not(condition), lit(true));
  }

  private static Dataset<Row> join(
      Dataset<Row> deals, Dataset<Row> register, Column text, String found) {
    return deals
        .withColumn(SAID, text)
        .join(
            broadcast(register),
            SilverOpportunity.SYSTEM
                .col()
                .equalTo(col(Registers.SYSTEM))
                .and(col(SAID).equalTo(col(Registers.TEXT))),
            "left")
        .withColumnRenamed(Registers.PRODUCT, found)
        .drop(Registers.SYSTEM, Registers.TEXT, SAID);
  }
}
