package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Job;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverFx;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class AllJobsTest {
  static final List<Job> JOBS =
      List.of(
          new CalendarJob(),
          new FxJob(),
          new WorkerIdentityJob(),
          new IdentityJob(),
          new WorkerJob(),
          new AssignmentJob(),
          new TerritoryAssignmentJob(),
          new DemographicJob(),
          new OpportunityJob(),
          new OpportunityStageJob(),
          new OpportunityCreditJob(),
          new LeadJob(),
          new ActivityJob(),
          new CallSignalJob(),
          new TicketJob(),
          new FeedbackJob(),
          new OneOnOneJob(),
          new CheckinJob(),
          new GoalJob(),
          new GoalProgressJob(),
          new ReviewJob(),
          new CommissionLineJob(),
          new AiFeatureJob(),
          new AiRolloutJob(),
          new AiUsageJob(),
          new AiAssistJob(),
          new CoachingSessionJob(),
          new SurveyResponseJob(),
          new AdverseActionJob(),
          new DecisionJob(),
          new ChallengeJob(),
          new StructuralInputJob(),
          new CaptureSettingJob(),
          new WorkWeekJob(),
          new ConsolidationIssueJob());

  @Test
  void sourcesThatWereNotDeliveredGiveEmptyTablesNotErrors(
      SparkSession session, @TempDir Path directory) {
    World world = new World(session, directory).run(JOBS.toArray(Job[]::new));

    assertThat(JOBS)
        .flatExtracting(Job::writes)
        .filteredOn(table -> !world.rows(table).isEmpty())
        .containsExactlyInAnyOrder(SilverCalendar.TABLE, SilverFx.TABLE);
  }

  @Test
  void everySilverTableHasExactlyOneWriter() {
    assertThat(JOBS).flatExtracting(Job::writes).doesNotHaveDuplicates().hasSize(35);
  }
}
