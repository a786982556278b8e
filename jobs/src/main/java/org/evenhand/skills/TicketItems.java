package org.evenhand.skills;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.to_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverTicket;

/** Customers' marks on solved tickets; a ticket nobody marked says nothing and is no item. */
final class TicketItems {
  private static final String MARK = "mark";

  private TicketItems() {}

  static Dataset<Row> of(Dataset<Row> tickets, SkillEvidenceRules rules) {
    Column at = coalesce(SilverTicket.SOLVED_AT.col(), SilverTicket.CREATED_AT.col());
    return Items.of("ticket", SilverTicket.TICKET_ID.col())
        .put(GoldSkillEvidence.REP_KEY, SilverTicket.REP_KEY.col())
        .put(GoldSkillEvidence.SKILL_ID, lit(rules.marks().satisfactionSkill()))
        .put(GoldSkillEvidence.SOURCE_TYPE, lit(Sources.CUSTOMER))
        .put(GoldSkillEvidence.VERB, lit("rated"))
        .put(GoldSkillEvidence.SCORE_RAW, col(MARK))
        .put(GoldSkillEvidence.SCORE_MIN, lit(0.0))
        .put(GoldSkillEvidence.SCORE_MAX, lit(1.0))
        .put(GoldSkillEvidence.OCCURRED_AT, at)
        .put(GoldSkillEvidence.DAY, coalesce(SilverTicket.SOLVED_DATE.col(), to_date(at)))
        .put(GoldSkillEvidence.AUTHORITY, SilverTicket.SYSTEM.col())
        .put(GoldSkillEvidence.CONTEXT_ID, SilverTicket.TICKET_ID.col())
        .from(
            tickets
                .withColumn(
                    MARK,
                    Lookup.real(
                        rules.marks().satisfaction(), lower(SilverTicket.SATISFACTION.col())))
                .where(col(MARK).isNotNull().and(SilverTicket.REP_KEY.col().isNotNull())));
  }
}
