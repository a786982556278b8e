package org.evenhand.skills;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldExpectedOutcome;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverCallSignal;
import org.evenhand.table.columns.SilverChallenge;
import org.evenhand.table.columns.SilverCheckin;
import org.evenhand.table.columns.SilverFeedback;
import org.evenhand.table.columns.SilverGoal;
import org.evenhand.table.columns.SilverOneOnOne;
import org.evenhand.table.columns.SilverReview;
import org.evenhand.table.columns.SilverTicket;
import org.evenhand.testing.TextTable;

/**
 * One lake with every kind of good and bad evidence, known on 2026-10-05. Reps 1 (AE), 2 (CSM), 3
 * (SUPPORT), 4 (SDR, AE since April), 5 (another job), 6 (AE since August); 8 and 9 are colleagues,
 * 90 the manager.
 */
final class EvidenceWorld {
  static final Edition EDITION = new Edition("2026Q3", "edition1");
  private static final String KNOWN = " | 2026-01-01T00:00:00Z | 2026-01-01T00:00:00Z | NULL\n";

  private final SparkSession session;
  private final Path root;
  private final LakeTables tables;

  EvidenceWorld(SparkSession session, Path root) {
    this.session = session;
    this.root = root;
    this.tables = new LakeTables(session, root.resolve("lake").toString());
  }

  /** Everything in the lake. */
  EvidenceWorld delivered() {
    people();
    said();
    calls();
    reached();
    return this;
  }

  /** Rows by evidence_id. */
  Map<String, Row> run() {
    new SkillEvidence().run(context());
    Map<String, Row> rows = new TreeMap<>();
    for (Row row : tables.rows(GoldSkillEvidence.TABLE)) {
      if (rows.put(GoldSkillEvidence.EVIDENCE_ID.text(row), row) != null) {
        throw new AssertionError("two rows " + GoldSkillEvidence.EVIDENCE_ID.text(row));
      }
    }
    return rows;
  }

  private void people() {
    given(
        SilverAssignment.TABLE,
        "rep_key | from_date | to_date | team_id | manager_rep_key | role | employed",
        "1 | 2025-01-01 | NULL | T1 | 90 | AE | true",
        "2 | 2025-01-01 | NULL | T2 | 90 | CSM | true",
        "3 | 2025-01-01 | NULL | T3 | 90 | SUPPORT | true",
        "4 | 2025-01-01 | 2026-03-31 | T4 | 90 | SDR | true",
        "4 | 2026-04-01 | NULL | T1 | 91 | AE | true",
        "5 | 2025-01-01 | NULL | T5 | 90 | OTHER | true",
        "6 | 2026-08-01 | NULL | T1 | 90 | AE | true");
    given(
        SilverCalendar.TABLE,
        "day | quarter | quarter_start | quarter_end",
        "2026-07-01 | 2026Q3 | 2026-07-01 | 2026-09-30",
        "2026-10-01 | 2026Q4 | 2026-10-01 | 2026-12-31");
    given(
        SilverChallenge.TABLE,
        "challenge_id | rep_key | kind | subject_table | subject_key | opened_at | outcome",
        "H1 | 1 | SKILL_ITEM | gold.skill_evidence | feedback/tool/open/SK-MARKET | 2026-09-01T00:00:00Z | NULL",
        "H2 | 1 | SKILL_ITEM | feedback | upheld | 2026-09-01T00:00:00Z | UPHELD",
        "H3 | 1 | SKILL_ITEM | feedback | stands | 2026-09-01T00:00:00Z | REJECTED",
        "H4 | 2 | SKILL_ITEM | feedback | others | 2026-09-01T00:00:00Z | UPHELD",
        "H5 | 1 | SCORE | feedback | peer | 2026-09-01T00:00:00Z | UPHELD");
  }

  private void said() {
    given(
        SilverFeedback.TABLE,
        "system | feedback_id | version | rep_key | author_rep_key | relation | given_at | day | state | visibility | anonymous | skill_ids | polarity | rating | rating_min | rating_max | ai_assisted",
        feedback("peer", 1, "8 | PEER", "[SK-NEGOTIATION] | NULL | 4"),
        feedback("alias", 1, "8 | PEER", "[ Objection Handling ] | NULL | 4"),
        feedback("upward", 1, "8 | UPWARD", "[SK-MARKET] | NULL | 4"),
        feedback("manager", 1, "90 | MANAGER", "[SK-MARKET] | NULL | 2"),
        feedback("self", 1, "NULL | SELF", "[SK-MARKET] | NULL | 5"),
        feedback("customer", 2, "NULL | CUSTOMER", "[SK-MARKET] | NULL | 5"),
        feedback("praise", 2, "8 | PEER", "[SK-PRODUCT] | POSITIVE | NULL"),
        feedback("two", 1, "8 | PEER", "[SK-DISCOVERY, SK-LISTENING] | NULL | 3"),
        feedback("edited", 1, "8 | PEER", "[SK-MARKET] | NULL | 2"),
        feedback("edited", 1, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace(" | 1 | 1 |", " | 2 | 1 |"),
        feedback("redrafted", 1, "8 | PEER", "[SK-MARKET] | NULL | 2"),
        feedback("redrafted", 1, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace(" | 1 | 1 |", " | 2 | 1 |")
            .replace("SUBMITTED", "DRAFT"),
        feedback("draft", 1, "8 | PEER", "[SK-MARKET] | NULL | 2").replace("SUBMITTED", "DRAFT"),
        feedback("withdrawn", 1, "8 | PEER", "[SK-MARKET] | NULL | 2")
            .replace("SUBMITTED", "WITHDRAWN"),
        feedback("private", 1, "8 | PEER", "[SK-MARKET] | NULL | 2").replace("PUBLIC", "PRIVATE"),
        feedback("beyond", 1, "8 | PEER", "[SK-MARKET] | NULL | 7"),
        feedback("scaleless", 1, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace("| 1 | 5", "| NULL | NULL"),
        feedback("juggling", 1, "8 | PEER", "[SK-JUGGLING] | NULL | 3"),
        feedback("untagged", 1, "8 | PEER", "[] | NULL | 3"),
        feedback("unrated", 1, "8 | PEER", "[SK-MARKET] | NULL | NULL"),
        feedback("future", 1, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace("2026-08-10", "2026-10-06"),
        feedback("nobody", 1, "NULL | PEER", "[SK-MARKET] | NULL | 3"),
        feedback("hidden", 1, "NULL | PEER", "[SK-MARKET] | NULL | 3")
            .replace("PUBLIC | false", "PUBLIC | true"),
        feedback("machine", 1, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace("5 | false", "5 | true"),
        feedback("other", 1, "8 | OTHER", "[SK-MARKET] | NULL | 3"),
        feedback("twice", 1, "8 | PEER", "[SK-NEGOTIATION, negotiation] | NULL | 3"),
        feedback("otherjob", 5, "8 | PEER", "[SK-MARKET] | NULL | 3"),
        feedback("early", 6, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace("2026-08-10", "2026-07-31"),
        feedback("before", 4, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace("2026-08-10", "2026-03-31"),
        feedback("after", 4, "8 | PEER", "[SK-MARKET] | NULL | 3")
            .replace("2026-08-10", "2026-04-01"),
        feedback("coach", 1, "8 | PEER", "[coaching] | NULL | 3"),
        feedback("open", 1, "8 | PEER", "[SK-MARKET, SK-PRODUCT] | NULL | 1"),
        feedback("upheld", 1, "8 | PEER", "[SK-MARKET] | NULL | 1"),
        feedback("stands", 1, "8 | PEER", "[SK-MARKET] | NULL | 1"),
        feedback("others", 1, "8 | PEER", "[SK-MARKET] | NULL | 1"));
    given(
        SilverOneOnOne.TABLE,
        "system | one_on_one_id | rep_key | manager_rep_key | held_at | day | state | private | skill_ids | rating | rating_min | rating_max",
        "tool | held | 1 | 90 | 2026-08-10T10:00:00Z | 2026-08-10 | HELD | false | [SK-MARKET] | 4 | 1 | 5",
        "tool | cancelled | 1 | 90 | NULL | 2026-08-11 | CANCELLED | false | [] | NULL | NULL | NULL",
        "tool | private | 1 | 90 | 2026-08-12T10:00:00Z | 2026-08-12 | HELD | true | [] | NULL | NULL | NULL");
    given(
        SilverCheckin.TABLE,
        "system | checkin_id | rep_key | manager_rep_key | submitted_at | day | state | private | skill_ids | manager_rating | rating_min | rating_max",
        "tool | marked | 1 | 90 | 2026-08-10T10:00:00Z | 2026-08-10 | REVIEWED | false | [SK-MARKET] | 2 | 1 | 5",
        "tool | missed | 1 | 90 | NULL | 2026-08-17 | MISSED | false | [] | NULL | NULL | NULL");
    given(
        SilverReview.TABLE,
        "system | review_id | item_id | rep_key | reviewer_rep_key | relation | submitted_at | state | skill_ids | rating | rating_min | rating_max",
        "tool | R1 | q1 | 1 | 90 | MANAGER | 2026-07-10T10:00:00Z | SHARED | [SK-MARKET] | 4 | 1 | 5",
        "tool | R1 | overall | 1 | 90 | MANAGER | 2026-07-10T10:00:00Z | SHARED | [] | 4 | 1 | 5",
        "tool | R2 | q1 | 1 | 8 | ASSESSMENT | 2026-07-10T10:00:00Z | SHARED | [SK-MARKET] | 80 | 0 | 100",
        "tool | R3 | q1 | 1 | 90 | MANAGER | NULL | DRAFT | [SK-MARKET] | 4 | 1 | 5");
  }

  private static String feedback(String id, int rep, String who, String what) {
    return "tool | %s | 1 | %d | %s | 2026-08-10T10:00:00Z | 2026-08-10 | SUBMITTED | PUBLIC | false | %s | 1 | 5 | false"
        .formatted(id, rep, who, what);
  }

  private void calls() {
    given(
        SilverCallSignal.TABLE,
        "system | call_id | rep_key | started_at | day | signal | numerator | denominator | score_min | attributable | question_revision | scored_by | scored_by_rep_key",
        call("K1", "talk_time", "900 | 1800 | NULL | true | NULL | NULL | NULL"),
        call("K2", "talk_time", "NULL | NULL | NULL | false | NULL | NULL | NULL"),
        call("K1", "scorecard:620000000000000001@A1", "4 | 5 | 1 | true | r1 | HUMAN | 90"),
        call("K1", "scorecard:620000000000000002@A1", "4 | 5 | 1 | true | r2 | HUMAN | NULL"),
        call("K1", "scorecard:620000000000000001@A2", "2 | 5 | 1 | true | r1 | AI | NULL"),
        call("K1", "scorecard:999@A1", "2 | 5 | 1 | true | r1 | HUMAN | 90"),
        call("K2", "scorecard:620000000000000001@A3", "2 | 5 | 1 | true | r1 | HUMAN | 90"));
    given(
        SilverTicket.TABLE,
        "system | ticket_id | rep_key | created_at | solved_at | solved_date | satisfaction | presence",
        "desk | good | 3 | 2026-08-01T08:00:00Z | 2026-08-02T08:00:00Z | 2026-08-02 | Good | PRESENT",
        "desk | bad | 3 | 2026-08-01T08:00:00Z | 2026-08-02T08:00:00Z | 2026-08-02 | bad | PRESENT",
        "desk | gone | 3 | 2026-08-01T08:00:00Z | 2026-08-02T08:00:00Z | 2026-08-02 | bad | DELETED",
        "desk | unmarked | 3 | 2026-08-01T08:00:00Z | 2026-08-02T08:00:00Z | 2026-08-02 | unoffered | PRESENT");
  }

  private static String call(String id, String signal, String rest) {
    return "gong | %s | 1 | 2026-08-10T10:00:00Z | 2026-08-10 | %s | %s"
        .formatted(id, signal, rest);
  }

  private void reached() {
    given(
        SilverGoal.TABLE,
        "system | goal_id | rep_key | setter_rep_key | category | due_date | start_value | target_value | current_value | progress | state | skill_ids | closed_at",
        "tool | full | 1 | 90 | RESULT | 2026-09-30 | NULL | NULL | NULL | 1.0 | ACHIEVED | [SK-MARKET] | 2026-09-30T17:00:00Z",
        "tool | half | 1 | 1 | RESULT | 2026-09-30 | 10 | 20 | 15 | NULL | MISSED | [SK-MARKET] | NULL",
        "tool | renewal | 2 | 90 | Renewal | 2026-09-30 | NULL | NULL | NULL | 0.5 | MISSED | [] | 2026-09-30T17:00:00Z",
        "tool | nine | 2 | 90 | RESULT | 2026-09-30 | NULL | NULL | NULL | 9.0 | ACHIEVED | [SK-MARKET] | 2026-09-30T17:00:00Z",
        "tool | archived | 1 | 90 | RESULT | 2026-09-30 | NULL | NULL | NULL | 0.2 | ARCHIVED | [SK-MARKET] | 2026-08-30T17:00:00Z",
        "tool | running | 1 | 90 | RESULT | 2026-12-31 | NULL | NULL | NULL | 0.2 | OPEN | [SK-MARKET] | NULL");
    tables.edition(
        GoldExpectedOutcome.TABLE,
        EDITION,
        TextTable.rows(
            GoldExpectedOutcome.TABLE,
            """
            quarter | edition | subject_kind | subject | team_id | role | measure | outcome_quarter | cases | actual | expected | mean | structural | rep_part | chance_part | variance | tau2 | state | reason
            2026Q3 | edition1 | REP | 1 | T1 | AE | win | 2026Q3 | 10 | 6 | 4 | 4 | 0 | 1 | 1 | 1 | 0.04 | KNOWN | NULL
            2026Q3 | edition1 | REP | 1 | T1 | AE | win | 2026Q4 | 10 | 6 | 4 | 4 | 0 | 1 | 1 | 1 | 0.04 | KNOWN | NULL
            2026Q3 | edition1 | REP | 1 | T1 | AE | amount | 2026Q3 | 10 | 6 | 4 | 4 | 0 | 1 | 1 | 1 | 0 | KNOWN | NULL
            2026Q3 | edition1 | REP | 2 | T2 | CSM | amount | 2026Q3 | 1 | NULL | NULL | NULL | NULL | NULL | NULL | NULL | NULL | UNDEFINED | Too few.
            2026Q3 | edition1 | REP | 1 | T1 | AE | hours | 2026Q3 | 10 | 6 | 4 | 4 | 0 | 1 | 1 | 1 | 0.04 | KNOWN | NULL
            2026Q3 | edition1 | TEAM | T1 | NULL | AE | win | 2026Q3 | 10 | 6 | 4 | 4 | 0 | 1 | 1 | 1 | NULL | KNOWN | NULL
            """),
        stamp());
  }

  private void given(Table table, String header, String... rows) {
    StringBuilder text = new StringBuilder(header + " | valid_from | known_from | known_to\n");
    List.of(rows).forEach(row -> text.append(row).append(KNOWN));
    tables.replace(table, Slice.whole(), TextTable.rows(table, text.toString()), stamp());
  }

  private RunContext context() {
    return new RunContext(
        new RunContext.Engine(session, tables),
        new RunContext.Period(
            Quarter.parse("2026Q3"), EDITION, Instant.parse("2026-10-05T00:00:00Z")),
        new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
        new RunContext.Places(
            root.resolve("landing"),
            root.resolve("lake").toString(),
            root.resolve("out"),
            root.resolve("key")),
        stamp());
  }

  private static Stamp stamp() {
    return new Stamp("skills", "run", "given", Map.of());
  }
}
