package org.evenhand.lakehouse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldCommissionQuarter;
import org.evenhand.table.columns.GoldCompleteness;
import org.evenhand.table.columns.GoldConversion;
import org.evenhand.table.columns.GoldDealCycle;
import org.evenhand.table.columns.GoldExpectedOutcome;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.table.columns.GoldHarmonyLink;
import org.evenhand.table.columns.GoldMeasure;
import org.evenhand.table.columns.GoldRamp;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRepPeriod;
import org.evenhand.table.columns.GoldRepRoi;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.GoldReportManifest;
import org.evenhand.table.columns.GoldRestatement;
import org.evenhand.table.columns.GoldRoiEffect;
import org.evenhand.table.columns.GoldRoiSum;
import org.evenhand.table.columns.GoldRoiSummary;
import org.evenhand.table.columns.GoldRuleFailure;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillCalibration;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.GoldSkillFigure;
import org.evenhand.table.columns.GoldSkillParameter;
import org.evenhand.table.columns.GoldSkillRecommendation;
import org.evenhand.table.columns.GoldSkillSourceView;
import org.evenhand.table.columns.GoldSourceCompleteness;
import org.evenhand.table.columns.GoldStructuralContext;
import org.evenhand.table.columns.GoldStructureFigure;
import org.jspecify.annotations.Nullable;

/**
 * Candidate, checks, pointer: the edition's tables and artefacts become what readers see, all at
 * once or not at all. The same edition again changes nothing.
 */
public final class PublishQuarter implements Job {
  /** What analysts and other tools read. */
  public static final List<Table> TABLES =
      List.of(
          GoldFact.TABLE,
          GoldMeasure.TABLE,
          GoldConversion.TABLE,
          GoldDealCycle.TABLE,
          GoldRamp.TABLE,
          GoldCommissionQuarter.TABLE,
          GoldRepRoi.TABLE,
          GoldExpectedOutcome.TABLE,
          GoldStructuralContext.TABLE,
          GoldStructureFigure.TABLE,
          GoldSkill.TABLE,
          GoldSkillEvidence.TABLE,
          GoldSkillParameter.TABLE,
          GoldSkillCalibration.TABLE,
          GoldSkillEstimate.TABLE,
          GoldSkillContribution.TABLE,
          GoldSkillSourceView.TABLE,
          GoldSkillRecommendation.TABLE,
          GoldSkillFigure.TABLE,
          GoldRepCohort.TABLE,
          GoldRoiSum.TABLE,
          GoldRoiEffect.TABLE,
          GoldHarmonyLink.TABLE,
          GoldRoiSummary.TABLE,
          GoldRepWeek.TABLE,
          GoldRepPeriod.TABLE,
          GoldCompleteness.TABLE,
          GoldSourceCompleteness.TABLE,
          GoldRuleFailure.TABLE,
          GoldRestatement.TABLE);

  /** Held back while the calibration gate of skills is closed. */
  private static final List<Table> LEVELS =
      List.of(
          GoldSkillEstimate.TABLE,
          GoldSkillContribution.TABLE,
          GoldSkillSourceView.TABLE,
          GoldSkillRecommendation.TABLE);

  @Override
  public String name() {
    return "publish-quarter";
  }

  @Override
  public List<Table> reads() {
    return TABLES;
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldReportManifest.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return List.of(
        context.period().edition().toString(),
        context.period().asOf().toString(),
        String.valueOf(
            new Published(context.places().lake()).current(context.period().quarter().toString())),
        ReportFiles.fingerprint(reports(context)));
  }

  @Override
  public JobResult run(RunContext context) {
    LakeTables tables = (LakeTables) context.tables();
    Edition edition = context.period().edition();
    Candidate.Origin origin =
        new Candidate.Origin(context.stamp().runId(), context.period().asOf());
    Manifest manifest =
        new Publisher(tables, context.places().lake())
            .publish(
                new Candidate(edition, shown(context), reports(context), origin),
                PublicationChecks::problems);
    List<Row> rows = rows(context, manifest);
    return JobResult.derived(tables.append(GoldReportManifest.TABLE, rows, context.stamp()));
  }

  private static List<Table> shown(RunContext context) {
    return shown(
        context
            .tables()
            .read(GoldSkillCalibration.TABLE, context.period().edition())
            .collectAsList());
  }

  /** Levels of skills are published only while their intervals hold what they promise. */
  static List<Table> shown(List<Row> calibration) {
    boolean closed =
        calibration.stream().anyMatch(row -> GoldSkillCalibration.VERDICT.text(row).equals("FAIL"));
    return closed ? TABLES.stream().filter(table -> !LEVELS.contains(table)).toList() : TABLES;
  }

  private static Path reports(RunContext context) {
    return context.places().out().resolve(context.period().quarter().toString());
  }

  private static List<Row> rows(RunContext context, Manifest manifest) {
    ReportFiles files = ReportFiles.of(reports(context));
    Path published = new Published(context.places().lake()).directory(manifest.edition());
    List<Row> rows = new ArrayList<>();
    new TreeMap<>(manifest.tables())
        .forEach(
            (name, copy) ->
                rows.add(
                    row(
                        context,
                        files.status(),
                        new Item(name, "TABLE", "GOLD", "HR analytics", published.resolve(name)),
                        new Standing(
                            copy.rows(),
                            null,
                            copy.checksum(),
                            context.tables().state(Table.of(name)).version()))));
    new TreeMap<>(manifest.files())
        .forEach(
            (path, hash) -> {
              ReportFiles.Item file = files.item(path);
              Path copy = published.resolve("reports").resolve(path);
              rows.add(
                  row(
                      context,
                      files.status(),
                      new Item(path, "ARTEFACT", file.code(), file.audience(), copy),
                      new Standing(null, file.pages(), hash, null)));
            });
    return rows;
  }

  private static Row row(RunContext context, String status, Item item, Standing standing) {
    Path lake = Path.of(context.places().lake());
    return RowFactory.create(
        context.period().quarter().toString(),
        context.period().edition().id(),
        item.name(),
        item.kind(),
        item.artefact(),
        item.audience(),
        item.copy().startsWith(lake)
            ? lake.relativize(item.copy()).toString()
            : item.copy().toString(),
        standing.rows(),
        standing.pages(),
        standing.checksum(),
        standing.version(),
        context.stamp().inputs(),
        context.period().asOf(),
        status);
  }

  /** What a published thing holds; rows and version only of tables, pages only of artefacts. */
  private record Standing(
      @Nullable Long rows, @Nullable Integer pages, String checksum, @Nullable Long version) {}

  /**
   * A published thing.
   *
   * @param kind TABLE or ARTEFACT
   * @param artefact artefact code or layer
   * @param audience recipient class
   * @param copy where its copy lies
   */
  private record Item(String name, String kind, String artefact, String audience, Path copy) {}
}
