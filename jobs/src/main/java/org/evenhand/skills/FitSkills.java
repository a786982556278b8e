package org.evenhand.skills;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.GlobalFit;
import org.evenhand.stats.skills.SkillFit;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkillCalibration;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.GoldSkillParameter;
import org.evenhand.table.columns.SilverCalendar;

/**
 * How severely raters rate, how noisy each kind of witness is, how skills vary and move: one model
 * of all evidence, and whether its intervals hold what they promise. On the driver.
 */
public final class FitSkills implements Job {

  @Override
  public String name() {
    return "skill-fit";
  }

  @Override
  public List<Table> reads() {
    return List.of(GoldSkillEvidence.TABLE, SilverCalendar.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldSkillParameter.TABLE, GoldSkillCalibration.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    InferencePolicy policy = InferencePolicy.of(context.policies());
    Dataset<Row> all = context.tables().read(GoldSkillEvidence.TABLE, edition);
    List<Row> rows = counting(all, AsOf.of(context)).collectAsList();
    Fitted fitted = fitted(rows, policy, edition);
    return JobResult.derived(
        context
            .tables()
            .edition(GoldSkillParameter.TABLE, edition, fitted.parameters(), context.stamp()),
        context
            .tables()
            .edition(GoldSkillCalibration.TABLE, edition, fitted.calibration(), context.stamp()));
  }

  /** Rows of the two tables. */
  record Fitted(List<Row> parameters, List<Row> calibration) {}

  /** Evidence inference uses, up to the day. */
  static Dataset<Row> counting(Dataset<Row> evidence, AsOf asOf) {
    return evidence
        .where(GoldSkillEvidence.COUNTS.col())
        .where(GoldSkillEvidence.DAY.col().leq(functions.lit(asOf.day())));
  }

  static Fitted fitted(List<Row> rows, InferencePolicy policy, Edition edition) {
    Scores scores = Scores.of(rows);
    List<Evidence> evidence = rows.stream().map(row -> Item.of(row, scores).evidence()).toList();
    if (evidence.size() < policy.fit().minimumItems()) {
      String reason =
          "%d pieces of evidence; a model needs %d."
              .formatted(evidence.size(), policy.fit().minimumItems());
      return new Fitted(
          ParameterRows.none(reason, evidence.size(), edition),
          CalibrationRows.none(reason, edition));
    }
    SkillFit fit = GlobalFit.of(evidence, policy.fit().options());
    return new Fitted(
        ParameterRows.of(fit, scores, edition),
        new CalibrationRows(policy, edition).of(evidence, fit));
  }
}
