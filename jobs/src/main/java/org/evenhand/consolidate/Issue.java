package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;

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
    return rows.select(
        lit(target.name().toString()).as(SilverConsolidationIssue.TARGET.name()),
        lit(rule).as(SilverConsolidationIssue.RULE.name()),
        lit(effect).as(SilverConsolidationIssue.EFFECT.name()),
        lit(field.table().name().toString()).as(SilverConsolidationIssue.SOURCE_TABLE.name()),
        SilverConsolidationIssue.FILE_ID.as(BronzeOpportunity.META_FILE.col()),
        SilverConsolidationIssue.LINE.as(BronzeOpportunity.META_LINE.col()),
        SilverConsolidationIssue.SYSTEM.as(BronzeOpportunity.META_SYSTEM.col()),
        SilverConsolidationIssue.RECORD_ID.as(
            field.equals(recordId) ? lit(null).cast("string") : recordId.col().cast("string")),
        lit(field.name()).as(SilverConsolidationIssue.FIELD.name()),
        SilverConsolidationIssue.OBSERVED.as(observed.cast("string")),
        SilverConsolidationIssue.CANDIDATES.as(candidates.cast("array<string>")),
        SilverConsolidationIssue.REASON.as(reason),
        SilverConsolidationIssue.KNOWN_FROM.as(BronzeOpportunity.KNOWN_FROM.col()));
  }

  Dataset<Row> of(Dataset<Row> rows, Column observed, String reason) {
    return of(rows, observed, array(), lit(reason));
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
