package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeAccount;
import org.evenhand.table.columns.SilverOpportunity;

/**
 * The segment of an account. A name one or two letters away from exactly one known industry is read
 * as that industry and reported; every other name stays as it is.
 */
final class Segments {
  static final String OF_ACCOUNT = "account_segment";
  private static final int TYPO = 2;
  private static final int SHORTEST = 5;
  private final List<String> known;

  Segments(List<String> known) {
    this.known = known;
  }

  /** Known industries that a text nearly is; none when it is one. */
  Column nearly(Column text) {
    Column terms = array(known.stream().map(term -> lit(term)).toArray(Column[]::new));
    Column near =
        filter(
            terms,
            term ->
                length(text)
                    .geq(SHORTEST)
                    .and(levenshtein(lower(text), term).between(lit(1), lit(TYPO))));
    return when(not(lower(text).isin(known.toArray())), near)
        .otherwise(array().cast("array<string>"));
  }

  /** The text, or the one known industry it nearly is. */
  Column corrected(Column text) {
    return when(size(nearly(text)).equalTo(1), element_at(nearly(text), 1)).otherwise(text);
  }

  /** Latest segment of each account: system, account_id, account_segment. */
  Dataset<Row> perAccount(Dataset<Row> accounts) {
    Column said = coalesce(BronzeAccount.SEGMENT.col(), BronzeAccount.INDUSTRY.col());
    return accounts
        .groupBy(
            BronzeAccount.META_SYSTEM.col().as(SilverOpportunity.SYSTEM.name()),
            BronzeAccount.ACCOUNT_ID.col())
        .agg(
            max_by(
                    said,
                    struct(
                        BronzeAccount.KNOWN_FROM.col(),
                        BronzeAccount.META_FILE.col(),
                        BronzeAccount.META_LINE.col()))
                .as(OF_ACCOUNT))
        .withColumn(OF_ACCOUNT, corrected(col(OF_ACCOUNT)));
  }
}
