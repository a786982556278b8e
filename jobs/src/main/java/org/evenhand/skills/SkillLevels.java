package org.evenhand.skills;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillCalibration;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.GoldSkillParameter;
import org.evenhand.table.columns.GoldSkillSourceView;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;

/** Levels of every person and skill, what each piece of evidence and each source does to them. */
public final class SkillLevels implements Job {

  @Override
  public String name() {
    return "skill-levels";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldSkill.TABLE,
        GoldSkillEvidence.TABLE,
        GoldSkillParameter.TABLE,
        GoldSkillCalibration.TABLE,
        SilverAssignment.TABLE,
        SilverCalendar.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldSkillEstimate.TABLE, GoldSkillContribution.TABLE, GoldSkillSourceView.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    AsOf asOf = AsOf.of(context);
    Setting setting =
        new Setting(
            asOf,
            InferencePolicy.of(context.policies()),
            Setting.Release.of(
                Check.closed(SkillTables.rows(context, GoldSkillCalibration.TABLE))));
    PairFrames.Inputs inputs =
        new PairFrames.Inputs(
            FitSkills.counting(context.tables().read(GoldSkillEvidence.TABLE, edition), asOf),
            Known.rows(context, SilverAssignment.TABLE),
            context.tables().read(GoldSkill.TABLE, edition));
    PairSolver solver =
        new PairSolver(SkillTables.rows(context, GoldSkillParameter.TABLE), setting, edition);
    return written(context, solved(PairFrames.pairs(inputs, asOf), solver));
  }

  static Dataset<Row> solved(Dataset<Row> pairs, PairSolver solver) {
    return pairs.mapPartitions(solver, Encoders.row(PairSolver.schema()));
  }

  /** Solved once, written thrice. */
  private static JobResult written(RunContext context, Dataset<Row> solved) {
    Dataset<Row> kept = solved.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return JobResult.derived(
          write(context, GoldSkillEstimate.TABLE, kept.select(PairSolver.ESTIMATE + ".*")),
          write(context, GoldSkillContribution.TABLE, each(kept, PairSolver.CONTRIBUTIONS)),
          write(context, GoldSkillSourceView.TABLE, each(kept, PairSolver.SOURCES)));
    } finally {
      kept.unpersist();
    }
  }

  static Dataset<Row> each(Dataset<Row> solved, String column) {
    return solved.select(explode(col(column)).as("one")).select("one.*");
  }

  private static TableState write(RunContext context, Table table, Dataset<Row> rows) {
    return context.tables().edition(table, context.period().edition(), rows, context.stamp());
  }
}
