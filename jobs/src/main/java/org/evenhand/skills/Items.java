package org.evenhand.skills;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldSkillEvidence;

/**
 * Records of one source as items in the shape all sources share. What a source does not put is
 * NULL; a record that names several skills becomes several items, one that names none stays one.
 */
final class Items {
  /** Kind of record, named as its silver table. */
  static final String RECORD = "record";

  /** Its id in its system. */
  static final String ITEM = "item";

  /** What the source calls the skill. */
  static final String TAG = "tag";

  /** Whether somebody of the company gave it and is not hidden on purpose. */
  static final String RATER_DUE = "rater_due";

  /** What the source itself holds against it. */
  static final String PROBLEM = "problem";

  private static final List<org.evenhand.table.Column> SHARED =
      List.of(
          GoldSkillEvidence.REP_KEY,
          GoldSkillEvidence.SKILL_ID,
          GoldSkillEvidence.FAMILY,
          GoldSkillEvidence.TEAM_ID,
          GoldSkillEvidence.SOURCE_TYPE,
          GoldSkillEvidence.RATER_KEY,
          GoldSkillEvidence.VERB,
          GoldSkillEvidence.SCORE_RAW,
          GoldSkillEvidence.SCORE_MIN,
          GoldSkillEvidence.SCORE_MAX,
          GoldSkillEvidence.VALUE,
          GoldSkillEvidence.VALUE_ERROR,
          GoldSkillEvidence.OCCURRED_AT,
          GoldSkillEvidence.DAY,
          GoldSkillEvidence.AUTHORITY,
          GoldSkillEvidence.CONTEXT_ID,
          GoldSkillEvidence.EXPOSURE,
          GoldSkillEvidence.AI_WRITTEN);

  private final Map<String, Column> put = new LinkedHashMap<>();

  private Items(String record, Column item) {
    put.put(RECORD, lit(record));
    put.put(ITEM, item.cast("string"));
  }

  static Items of(String record, Column item) {
    return new Items(record, item);
  }

  Items put(org.evenhand.table.Column column, Column expression) {
    put.put(column.name(), expression);
    return this;
  }

  /** Tags of which each makes an item of its own. */
  Items tags(Column tags) {
    put.put(TAG, explode_outer(tags));
    return this;
  }

  /** The one tag. */
  Items tag(Column tag) {
    put.put(TAG, tag);
    return this;
  }

  Items raterDue(Column due) {
    put.put(RATER_DUE, due);
    return this;
  }

  Items problem(Column problem) {
    put.put(PROBLEM, problem);
    return this;
  }

  Dataset<Row> from(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (String name : List.of(RECORD, ITEM, TAG, PROBLEM)) {
      columns.add(put.getOrDefault(name, lit(null).cast("string")).as(name));
    }
    columns.add(coalesce(put.getOrDefault(RATER_DUE, lit(false)), lit(false)).as(RATER_DUE));
    for (org.evenhand.table.Column column : SHARED) {
      String type = column.table().contract().column(column.name()).orElseThrow().type();
      columns.add(put.getOrDefault(column.name(), lit(null)).cast(type).as(column.name()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}
