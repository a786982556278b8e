package org.evenhand.skills;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Frames;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverChallenge;

/**
 * Challenges of skill items by the person they are about. One names the item by its evidence_id
 * (subject_table skill_evidence), which contests that skill alone, or the record by table and id
 * (feedback, F17), which contests all it says. An upheld one outweighs an open one; one rejected or
 * withdrawn leaves the item as it was.
 */
final class Disputes {
  /** 2 upheld, 1 open, else NULL. */
  static final String LEVEL = "dispute";

  static final int OPEN = 1;
  static final int UPHELD = 2;

  private static final String REP = "dispute_rep";
  private static final String SUBJECT = "dispute_subject";
  private static final String OF_ITEM = "dispute_of_item";
  private static final String OF_RECORD = "dispute_of_record";

  private Disputes() {}

  static Dataset<Row> with(Dataset<Row> items, Dataset<Row> challenges) {
    Dataset<Row> levels = levels(challenges);
    return joined(
            joined(items, levels, GoldSkillEvidence.EVIDENCE_ID.col(), OF_ITEM),
            levels,
            concat_ws("/", col(Items.RECORD), col(Items.ITEM)),
            OF_RECORD)
        .transform(
            rows ->
                Frames.with(
                    rows,
                    List.of(OF_ITEM, OF_RECORD),
                    Map.of(LEVEL, greatest(col(OF_ITEM), col(OF_RECORD)))));
  }

  private static Dataset<Row> levels(Dataset<Row> challenges) {
    Column table =
        regexp_replace(SilverChallenge.SUBJECT_TABLE.col(), "^(gold|silver|bronze)\\.", "");
    Column subject =
        when(table.equalTo("skill_evidence"), SilverChallenge.SUBJECT_KEY.col())
            .otherwise(concat_ws("/", table, SilverChallenge.SUBJECT_KEY.col()));
    Column level =
        when(SilverChallenge.OUTCOME.col().isNull(), lit(OPEN))
            .when(SilverChallenge.OUTCOME.col().equalTo("UPHELD"), lit(UPHELD));
    return challenges
        .where(SilverChallenge.KIND.col().equalTo("SKILL_ITEM").and(level.isNotNull()))
        .groupBy(SilverChallenge.REP_KEY.col().as(REP), subject.as(SUBJECT))
        .agg(max(level).as(LEVEL));
  }

  private static Dataset<Row> joined(
      Dataset<Row> items, Dataset<Row> levels, Column subject, String name) {
    Column same =
        GoldSkillEvidence.REP_KEY.col().equalTo(col(REP)).and(subject.equalTo(col(SUBJECT)));
    return items
        .join(broadcast(levels), same, "left")
        .transform(
            rows -> Frames.with(rows, List.of(REP, SUBJECT, LEVEL), Map.of(name, col(LEVEL))));
  }
}
