package org.evenhand.skills;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkillCalibration;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.GoldSkillFigure;
import org.evenhand.table.columns.GoldSkillParameter;
import org.evenhand.table.columns.GoldSkillRecommendation;
import org.evenhand.table.columns.GoldSkillSourceView;
import org.evenhand.table.columns.GoldSkillStall;
import org.evenhand.table.columns.SilverCalendar;

/** Skills as figures reports print; levels only while the calibration gate is open. */
public final class SkillFigures implements Job {

  @Override
  public String name() {
    return "skill-figures";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldSkillEvidence.TABLE,
        GoldSkillParameter.TABLE,
        GoldSkillCalibration.TABLE,
        GoldSkillEstimate.TABLE,
        GoldSkillContribution.TABLE,
        GoldSkillSourceView.TABLE,
        GoldSkillStall.TABLE,
        GoldSkillRecommendation.TABLE,
        SilverCalendar.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldSkillFigure.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    FigureRows rows = new FigureRows(edition);
    Found found = Found.of(context);
    CompanyFigures company =
        new CompanyFigures(rows, FigureRows.Subject.company(GroupFigures.reps(found.changed())));
    List<Row> checks = SkillTables.rows(context, GoldSkillCalibration.TABLE);
    company.calibration(checks);
    company.evidence(
        counted(context.tables().read(GoldSkillEvidence.TABLE, edition)).collectAsList());
    company.raters(SkillTables.rows(context, GoldSkillParameter.TABLE));
    levels(context, rows, found, Check.closed(checks), company);
    return JobResult.derived(
        context.tables().edition(GoldSkillFigure.TABLE, edition, rows.all(), context.stamp()));
  }

  private static void levels(
      RunContext context,
      FigureRows rows,
      Found found,
      Optional<String> closed,
      CompanyFigures company) {
    InferencePolicy policy = InferencePolicy.of(context.policies());
    RepFigures reps = new RepFigures(rows, policy);
    if (closed.isPresent()) {
      found.changed().forEach(one -> reps.none(one.pair(), closed.get()));
    } else {
      new ShownFigures(
              rows,
              policy,
              AsOf.of(context),
              context.period().asOf().atZone(ZoneOffset.UTC).toLocalDate())
          .of(found, company);
    }
    SkillTables.rows(context, GoldSkillEstimate.TABLE).stream()
        .filter(row -> !GoldSkillEstimate.STATE.text(row).equals("KNOWN"))
        .forEach(
            row ->
                reps.none(
                    new Changed.Pair(
                        GoldSkillEstimate.REP_KEY.whole(row), GoldSkillEstimate.SKILL_ID.text(row)),
                    GoldSkillEstimate.REASON.text(row)));
  }

  /** By source what counts, by reason what does not. */
  static Dataset<Row> counted(Dataset<Row> evidence) {
    return evidence
        .groupBy(
            functions
                .when(GoldSkillEvidence.COUNTS.col(), GoldSkillEvidence.SOURCE_TYPE.col())
                .as("source"),
            functions
                .when(functions.not(GoldSkillEvidence.COUNTS.col()), GoldSkillEvidence.REASON.col())
                .as("left_out"))
        .agg(functions.count(functions.lit(1)).as("n"))
        .orderBy("source", "left_out");
  }
}
