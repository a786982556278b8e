package org.evenhand.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.consolidate.ActivityJob;
import org.evenhand.consolidate.AdverseActionJob;
import org.evenhand.consolidate.AiAssistJob;
import org.evenhand.consolidate.AiFeatureJob;
import org.evenhand.consolidate.AiRolloutJob;
import org.evenhand.consolidate.AiUsageJob;
import org.evenhand.consolidate.AssignmentJob;
import org.evenhand.consolidate.CalendarJob;
import org.evenhand.consolidate.CallSignalJob;
import org.evenhand.consolidate.CaptureSettingJob;
import org.evenhand.consolidate.ChallengeJob;
import org.evenhand.consolidate.CheckinJob;
import org.evenhand.consolidate.CoachingSessionJob;
import org.evenhand.consolidate.CommissionLineJob;
import org.evenhand.consolidate.ConsolidationIssueJob;
import org.evenhand.consolidate.DecisionJob;
import org.evenhand.consolidate.DemographicJob;
import org.evenhand.consolidate.FeedbackJob;
import org.evenhand.consolidate.FxJob;
import org.evenhand.consolidate.GoalJob;
import org.evenhand.consolidate.GoalProgressJob;
import org.evenhand.consolidate.IdentityJob;
import org.evenhand.consolidate.LeadJob;
import org.evenhand.consolidate.OneOnOneJob;
import org.evenhand.consolidate.OpportunityCreditJob;
import org.evenhand.consolidate.OpportunityJob;
import org.evenhand.consolidate.OpportunityStageJob;
import org.evenhand.consolidate.ReviewJob;
import org.evenhand.consolidate.StructuralInputJob;
import org.evenhand.consolidate.SurveyResponseJob;
import org.evenhand.consolidate.TerritoryAssignmentJob;
import org.evenhand.consolidate.TicketJob;
import org.evenhand.consolidate.WorkWeekJob;
import org.evenhand.consolidate.WorkerIdentityJob;
import org.evenhand.consolidate.WorkerJob;
import org.evenhand.intake.IntakeJob;
import org.evenhand.job.Job;
import org.evenhand.lakehouse.PublishQuarter;
import org.evenhand.panel.CommissionQuarter;
import org.evenhand.panel.Completeness;
import org.evenhand.panel.Conversion;
import org.evenhand.panel.DealCycle;
import org.evenhand.panel.Facts;
import org.evenhand.panel.Measures;
import org.evenhand.panel.Ramp;
import org.evenhand.panel.RepDay;
import org.evenhand.panel.RepPeriod;
import org.evenhand.panel.RepRoi;
import org.evenhand.panel.RepWeek;
import org.evenhand.panel.RuleFailures;
import org.evenhand.panel.SourceCompleteness;
import org.evenhand.report.RenderReports;
import org.evenhand.roi.RepCohort;
import org.evenhand.roi.RoiEffects;
import org.evenhand.roi.RoiSums;
import org.evenhand.skills.FitSkills;
import org.evenhand.skills.SkillDimension;
import org.evenhand.skills.SkillEvidence;
import org.evenhand.skills.SkillFigures;
import org.evenhand.skills.SkillLevels;
import org.evenhand.skills.SkillWatch;
import org.evenhand.structure.Structure;
import org.evenhand.table.Table;

/** The index of all jobs, in run order. A job that is not listed here does not run. */
public final class Jobs {
  public static final String INTAKE = "intake";
  public static final String CONSOLIDATE = "consolidate";
  public static final String ANALYSE = "analyse";
  public static final String REPORT = "report";
  public static final String PUBLISH = "publish";

  private Jobs() {}

  /** All stages, in run order. */
  public static List<Stage> stages() {
    return List.of(intake(), consolidate(), analyse(), report(), publish());
  }

  /** Export files to bronze. */
  static Stage intake() {
    return new Stage(INTAKE, List.of(new IntakeJob()));
  }

  /** Bronze to silver: who is who, what was true when, and when we knew it. */
  static Stage consolidate() {
    return new Stage(
        CONSOLIDATE,
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
            new ConsolidationIssueJob()));
  }

  /** Silver to gold: the fact base, the measures, and every number a report prints. */
  static Stage analyse() {
    return new Stage(
        ANALYSE,
        List.of(
            new RepDay(),
            new RepWeek(),
            new CommissionQuarter(),
            new RepPeriod(),
            new Completeness(),
            new SourceCompleteness(),
            new RuleFailures(),
            new Conversion(),
            new DealCycle(),
            new Ramp(),
            new Measures(),
            new RepRoi(),
            new Structure(),
            new SkillDimension(),
            new SkillEvidence(),
            new RepCohort(),
            new RoiSums(),
            new RoiEffects(),
            new FitSkills(),
            new SkillLevels(),
            new SkillWatch(),
            new SkillFigures(),
            new Facts()));
  }

  /** Facts to pages. */
  static Stage report() {
    return new Stage(REPORT, List.of(new RenderReports()));
  }

  /** Candidate to checked and published. */
  static Stage publish() {
    return new Stage(PUBLISH, List.of(new PublishQuarter()));
  }

  /** Every job of every stage. */
  public static List<Job> all() {
    return stages().stream().map(Stage::jobs).flatMap(List::stream).toList();
  }

  /** Every table the analyses may depend on: what an edition's id is computed from. */
  static List<Table> consolidated() {
    return Stream.of(intake(), consolidate())
        .flatMap(stage -> stage.jobs().stream())
        .flatMap(job -> job.writes().stream())
        .sorted()
        .toList();
  }
}
