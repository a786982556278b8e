package org.evenhand.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenhand.table.columns.BronzeProduct;

/**
 * The price lists: how a product is spelt. A text that differs from exactly one entry only in case,
 * spaces or punctuation is that entry, and is reported; any other unknown text stays unknown.
 */
final class Registers {
  static final String TEXT = "register_text";
  static final String PRODUCT = "register_product";
  static final StructType SCHEMA =
      new StructType().add(TEXT, DataTypes.StringType).add(PRODUCT, DataTypes.StringType);

  private Registers() {}

  /** Exact ids and names. */
  static Dataset<Row> exact(SparkSession session, List<Row> products) {
    List<Row> rows = new ArrayList<>();
    index(products, false).forEach((key, names) -> rows.add(row(key, names)));
    return session.createDataFrame(rows, SCHEMA);
  }

  /** Loose spellings that fit exactly one product. */
  static Dataset<Row> loose(SparkSession session, List<Row> products) {
    List<Row> rows = new ArrayList<>();
    index(products, true)
        .forEach(
            (key, names) -> {
              if (names.size() == 1) {
                rows.add(row(key, names));
              }
            });
    return session.createDataFrame(rows, SCHEMA);
  }

  private static Row row(String text, SortedSet<String> names) {
    return RowFactory.create(text, names.first());
  }

  private static Map<String, SortedSet<String>> index(List<Row> products, boolean loose) {
    Map<String, SortedSet<String>> index = new HashMap<>();
    for (Row product : products) {
      String id = BronzeProduct.PRODUCT_ID.text(product);
      String name = BronzeProduct.NAME.isNull(product) ? id : BronzeProduct.NAME.text(product);
      for (String text : List.of(id, name)) {
        index.computeIfAbsent(loose ? loosely(text) : text, key -> new TreeSet<>()).add(name);
      }
    }
    return index;
  }

  private static String loosely(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
