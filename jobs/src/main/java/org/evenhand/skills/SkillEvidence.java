package org.evenhand.skills;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.SkillPolicies;
import org.evenhand.table.Edition;
import org.evenhand.table.Frames;
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

/**
 * Everything anybody or anything said about a skill of a person, as known at the knowledge date
 * (B-17, B-20, B-21, B-22): feedback, one-on-ones, check-ins, goals, reviews, scorecards, outcomes
 * adjusted for structure, customers' marks. Every item stays in the table; what inference does not
 * use says why. Use of AI is not read here and is evidence of nothing.
 */
public final class SkillEvidence implements Job {

  /** What people and machines said. */
  record Said(
      Dataset<Row> feedback,
      Dataset<Row> talks,
      Dataset<Row> checkins,
      Dataset<Row> reviews,
      Dataset<Row> calls,
      Dataset<Row> tickets) {}

  /** What came out. */
  record Reached(Dataset<Row> goals, Dataset<Row> outcomes, Dataset<Row> calendar) {}

  /** What is joined to every item. */
  record Around(Dataset<Row> assignments, Dataset<Row> challenges) {}

  @Override
  public String name() {
    return "skill-evidence";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        SilverFeedback.TABLE,
        SilverOneOnOne.TABLE,
        SilverCheckin.TABLE,
        SilverReview.TABLE,
        SilverCallSignal.TABLE,
        SilverTicket.TABLE,
        SilverGoal.TABLE,
        SilverCalendar.TABLE,
        SilverAssignment.TABLE,
        SilverChallenge.TABLE,
        GoldExpectedOutcome.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldSkillEvidence.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    Dataset<Row> rows =
        transform(
            new Said(
                Known.rows(context, SilverFeedback.TABLE),
                Known.rows(context, SilverOneOnOne.TABLE),
                Known.rows(context, SilverCheckin.TABLE),
                Known.rows(context, SilverReview.TABLE),
                Known.rows(context, SilverCallSignal.TABLE),
                Known.standing(context, SilverTicket.TABLE)),
            new Reached(
                Known.rows(context, SilverGoal.TABLE),
                context.tables().read(GoldExpectedOutcome.TABLE, edition),
                Known.rows(context, SilverCalendar.TABLE)),
            new Around(
                Known.rows(context, SilverAssignment.TABLE),
                Known.rows(context, SilverChallenge.TABLE)),
            new Judged(SkillPolicies.of(context.policies()), context.period().asOf()));
    return JobResult.derived(
        context
            .tables()
            .edition(
                GoldSkillEvidence.TABLE, edition, withEdition(rows, edition), context.stamp()));
  }

  /** One row an item, without quarter and edition. */
  static Dataset<Row> transform(Said said, Reached reached, Around around, Judged judged) {
    return items(said, reached, judged)
        .transform(judged::withSkill)
        .transform(
            rows ->
                Places.with(rows, around.assignments(), judged.policies().framework().families()))
        .transform(judged::withId)
        .transform(rows -> Disputes.with(rows, around.challenges()))
        .transform(judged::withStatus)
        .transform(SkillEvidence::onlyContract);
  }

  private static Dataset<Row> items(Said said, Reached reached, Judged judged) {
    var rules = judged.policies().evidence();
    return Frames.union(
        List.of(
            FeedbackItems.of(said.feedback(), rules),
            OneOnOneItems.of(said.talks(), rules),
            CheckinItems.of(said.checkins()),
            ReviewItems.of(said.reviews(), rules),
            CallItems.of(said.calls(), rules),
            TicketItems.of(said.tickets(), rules),
            GoalItems.of(reached.goals(), rules),
            OutcomeItems.of(reached.outcomes(), reached.calendar(), rules, judged.asOf())));
  }

  private static Dataset<Row> onlyContract(Dataset<Row> rows) {
    List<String> there = Arrays.asList(rows.columns());
    return rows.select(
        GoldSkillEvidence.TABLE.contract().columns().stream()
            .filter(column -> there.contains(column.name()))
            .map(SkillEvidence::typed)
            .toArray(Column[]::new));
  }

  private static Column typed(ColumnContract column) {
    return functions.col(column.name()).cast(column.type()).as(column.name());
  }

  private static Dataset<Row> withEdition(Dataset<Row> rows, Edition edition) {
    return rows.withColumn(GoldSkillEvidence.QUARTER.name(), functions.lit(edition.quarter()))
        .withColumn(GoldSkillEvidence.EDITION.name(), functions.lit(edition.id()));
  }
}
