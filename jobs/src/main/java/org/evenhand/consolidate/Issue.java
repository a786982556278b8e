package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.SilverConsolidationIssue;

/**
 * How records that could not be consolidated are reported: one row per record and rule, with the
 * place of its first delivery.
 *
 * @param target silver table the record was meant for
 * @param rule what went wrong
 * @param effect what was done with the record
 * @param field bronze column concerned
 * @param recordId the record's own id
 */
record Issue(
    Table target,
    String rule,
    String effect,
    org.evenhand.table.Column field,
    org.evenhand.table.Column recordId) {

  private static final List<org.evenhand.table.Column> SAID =
      List.of(
          SilverConsolidationIssue.TARGET,
          SilverConsolidationIssue.RULE,
          SilverConsolidationIssue.EFFECT,
          SilverConsolidationIssue.SOURCE_TABLE,
          SilverConsolidationIssue.RECORD_ID,
          SilverConsolidationIssue.FIELD,
          SilverConsolidationIssue.OBSERVED,
          SilverConsolidationIssue.CANDIDATES,
          SilverConsolidationIssue.REASON);

  static final String LEFT_OUT = "LEFT_OUT";
  static final String WITHOUT_VALUE = "KEPT_WITHOUT_VALUE";
  static final String CORRECTED = "KEPT_CORRECTED";
  static final String QUARANTINED = "QUARANTINED";

  /**
   * @param rows bronze rows that broke the rule
   * @param observed the value not understood; NULL when it could identify a person
   * @param candidates what it might have meant
   * @param reason what is wrong and what to do
   */
  Dataset<Row> of(Dataset<Row> rows, Column observed, Column candidates, Column reason) {
    return rows.select(columns(said(observed, candidates, reason)));
  }

  Dataset<Row> of(Dataset<Row> rows, Column observed, String reason) {
    return of(rows, observed, array(), lit(reason));
  }

  /** What to report where a condition holds, for {@link #in}; NULL elsewhere. */
  Column where(Column broken, Column observed, Column candidates, Column reason) {
    return when(broken, struct(said(observed, candidates, reason)));
  }

  Column where(Column broken, Column observed, String reason) {
    return where(broken, observed, array(), lit(reason));
  }

  /** The reports of several rules on the same rows, read once. */
  static Dataset<Row> in(Dataset<Row> rows, Column... reports) {
    String report = "report";
    Column[] parts = SAID.stream().map(field -> part(report, field)).toArray(Column[]::new);
    return rows.withColumn(report, explode(array_compact(array(reports)))).select(columns(parts));
  }

  private Column[] said(Column observed, Column candidates, Column reason) {
    return new Column[] {
      SilverConsolidationIssue.TARGET.as(lit(target.name().toString())),
      SilverConsolidationIssue.RULE.as(lit(rule)),
      SilverConsolidationIssue.EFFECT.as(lit(effect)),
      SilverConsolidationIssue.SOURCE_TABLE.as(lit(field.table().name().toString())),
      SilverConsolidationIssue.RECORD_ID.as(
          field.equals(recordId) ? lit(null).cast("string") : recordId.col().cast("string")),
      SilverConsolidationIssue.FIELD.as(lit(field.name())),
      SilverConsolidationIssue.OBSERVED.as(observed.cast("string")),
      SilverConsolidationIssue.CANDIDATES.as(candidates.cast("array<string>")),
      SilverConsolidationIssue.REASON.as(reason)
    };
  }

  private static Column[] columns(Column... said) {
    return Stream.concat(
            Arrays.stream(said),
            Stream.of(
                SilverConsolidationIssue.FILE_ID.as(BronzeOpportunity.META_FILE.col()),
                SilverConsolidationIssue.LINE.as(BronzeOpportunity.META_LINE.col()),
                SilverConsolidationIssue.SYSTEM.as(BronzeOpportunity.META_SYSTEM.col()),
                SilverConsolidationIssue.KNOWN_FROM.col()))
        .toArray(Column[]::new);
  }

  /** Only the first delivery of each record, with an id. */
  static Dataset<Row> first(Dataset<Row> issues) {
    Column place =
        struct(
            SilverConsolidationIssue.KNOWN_FROM.col(),
            SilverConsolidationIssue.FILE_ID.col(),
            SilverConsolidationIssue.LINE.col());
    String seen = "first_seen";
    Column id =
        sha2(
            concat_ws(
                "|",
                SilverConsolidationIssue.SOURCE_TABLE.col(),
                SilverConsolidationIssue.FILE_ID.col(),
                SilverConsolidationIssue.LINE.col().cast("string"),
                SilverConsolidationIssue.RULE.col(),
                SilverConsolidationIssue.FIELD.col(),
                SilverConsolidationIssue.TARGET.col(),
                coalesce(SilverConsolidationIssue.RECORD_ID.col(), lit(""))),
            256);
    return issues
        .groupBy(
            SilverConsolidationIssue.TARGET.col(),
            SilverConsolidationIssue.RULE.col(),
            SilverConsolidationIssue.EFFECT.col(),
            SilverConsolidationIssue.SOURCE_TABLE.col(),
            SilverConsolidationIssue.SYSTEM.col(),
            SilverConsolidationIssue.RECORD_ID.col(),
            SilverConsolidationIssue.FIELD.col(),
            SilverConsolidationIssue.OBSERVED.col(),
            SilverConsolidationIssue.CANDIDATES.col(),
            SilverConsolidationIssue.REASON.col())
        .agg(min(place).as(seen))
        .withColumn(
            SilverConsolidationIssue.KNOWN_FROM.name(),
            part(seen, SilverConsolidationIssue.KNOWN_FROM))
        .withColumn(
            SilverConsolidationIssue.FILE_ID.name(), part(seen, SilverConsolidationIssue.FILE_ID))
        .withColumn(SilverConsolidationIssue.LINE.name(), part(seen, SilverConsolidationIssue.LINE))
        .withColumn(SilverConsolidationIssue.ISSUE_ID.name(), substring(id, 1, 16));
  }

  private static Column part(String struct, org.evenhand.table.Column field) {
    return col(struct + "." + field.name());
  }
}
