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

/** Spells the product of a deal as the price list does. */
final class Products {
  private static final String EXACT = "product_exact";
  private static final String LOOSE = "product_loose";
  private static final String SAID = "product_said";
  private final Dataset<Row> exact;
  private final Dataset<Row> loose;
  private final boolean listed;

  /**
   * @param products rows of bronze.product
   */
  Products(SparkSession session, List<Row> products) {
    this.exact = Registers.exact(session, products);
    this.loose = Registers.loose(session, products);
    this.listed = !products.isEmpty();
  }

  /** Adds the entries that fit product_id. */
  Dataset<Row> match(Dataset<Row> deals) {
    Column said = BronzeOpportunity.PRODUCT_ID.col();
    Column loosely = regexp_replace(lower(said), "[^\\p{L}\\p{N}]", "");
    return join(join(deals, exact, said, EXACT), loose, loosely, LOOSE);
  }

  /** The product, after {@link #match}; what the deal says where no price list was delivered. */
  Column name() {
    return coalesce(col(EXACT), col(LOOSE), when(lit(!listed), BronzeOpportunity.PRODUCT_ID.col()));
  }

  /** The entry that fits but for case and punctuation, after {@link #match}. */
  Column found() {
    return col(LOOSE);
  }

  /** Whether the price list should hold the product and does not, after {@link #match}. */
  Column misspelt() {
    return BronzeOpportunity.PRODUCT_ID.col().isNotNull().and(col(EXACT).isNull()).and(lit(listed));
  }

  private static Dataset<Row> join(
      Dataset<Row> deals, Dataset<Row> register, Column text, String found) {
    return deals
        .withColumn(SAID, text)
        .join(broadcast(register), col(SAID).equalTo(col(Registers.TEXT)), "left")
        .withColumnRenamed(Registers.PRODUCT, found)
        .drop(Registers.TEXT, SAID);
  }
}
