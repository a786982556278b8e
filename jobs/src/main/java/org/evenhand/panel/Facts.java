package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldCompleteness;
import org.evenhand.table.columns.GoldConversion;
import org.evenhand.table.columns.GoldDealCycle;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.table.columns.GoldHarmonyLink;
import org.evenhand.table.columns.GoldMeasure;
import org.evenhand.table.columns.GoldRamp;
import org.evenhand.table.columns.GoldRestatement;
import org.evenhand.table.columns.GoldRoiEffect;
import org.evenhand.table.columns.GoldRoiSummary;
import org.evenhand.table.columns.GoldRuleFailure;
import org.evenhand.table.columns.GoldSkillFigure;
import org.evenhand.table.columns.GoldSourceCompleteness;
import org.evenhand.table.columns.GoldStructureFigure;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverIdentity;

/**
 * Every number any artefact prints, as a row: figures of all gold tables, the state of the data,
 * small groups withheld, and what was restated. What artefacts print they look up here.
 */
public final class Facts implements Job {
  private static final List<Table> FIGURES =
      List.of(
          GoldMeasure.TABLE,
          GoldConversion.TABLE,
          GoldDealCycle.TABLE,
          GoldRamp.TABLE,
          GoldStructureFigure.TABLE,
          GoldSkillFigure.TABLE);

  @Override
  public String name() {
    return "facts";
  }

  @Override
  public List<Table> reads() {
    return Stream.of(
            Settings.TABLES,
            FIGURES,
            List.of(
                GoldCompleteness.TABLE,
                GoldSourceCompleteness.TABLE,
                GoldRuleFailure.TABLE,
                GoldRoiEffect.TABLE,
                GoldHarmonyLink.TABLE,
                GoldRoiSummary.TABLE,
                SilverIdentity.TABLE,
                SilverConsolidationIssue.TABLE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRestatement.TABLE, GoldFact.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    Setting setting = Settings.of(context, Quarters.of(context));
    List<Fact> facts = new ArrayList<>(shown(gathered(context, setting), setting));
    List<Restatements.Change> changes = Restatements.of(context, facts);
    facts.addAll(Restatements.facts(changes, Restatements.earlier(context)));
    List<Row> restated = changes.stream().map(change -> Restatements.row(edition, change)).toList();
    List<Row> rows = facts.stream().map(fact -> fact.row(edition)).toList();
    return JobResult.derived(
        context.tables().edition(GoldRestatement.TABLE, edition, restated, context.stamp()),
        context.tables().edition(GoldFact.TABLE, edition, rows, context.stamp()));
  }

  private static List<Fact> gathered(RunContext context, Setting setting) {
    List<Fact> facts = new ArrayList<>();
    for (Table table : FIGURES) {
      rows(context, table).forEach(row -> facts.add(FigureFacts.of(table, row)));
    }
    Map<String, Measure> catalogue = setting.catalogue();
    facts.addAll(HygieneFacts.withoutFigure(facts, setting.population(), catalogue));
    facts.addAll(CompletenessFacts.of(rows(context, GoldCompleteness.TABLE)));
    facts.addAll(new SourceFacts(catalogue).of(rows(context, GoldSourceCompleteness.TABLE)));
    facts.addAll(
        HygieneFacts.rules(rows(context, GoldRuleFailure.TABLE), setting.thresholds().topRules()));
    facts.addAll(HygieneFacts.identities(context));
    facts.addAll(RoiFacts.effects(rows(context, GoldRoiEffect.TABLE)));
    facts.addAll(RoiFacts.links(rows(context, GoldHarmonyLink.TABLE)));
    facts.addAll(RoiFacts.summary(rows(context, GoldRoiSummary.TABLE)));
    facts.add(HygieneFacts.unknownProducts(context));
    return facts;
  }

  private static List<Row> rows(RunContext context, Table table) {
    return context.tables().read(table, context.period().edition()).collectAsList();
  }

  private static List<Fact> shown(List<Fact> facts, Setting setting) {
    List<Fact> shown =
        new ArrayList<>(
            new SmallGroups(setting.population(), setting.thresholds().minimumReps())
                .withheld(facts));
    long withheld =
        shown.stream()
            .filter(fact -> fact.figure().state().equals("SUPPRESSED"))
            .filter(fact -> !fact.id().kind().equals("REP"))
            .count();
    shown.add(HygieneFacts.company("suppressed_cells", "", withheld, "figures"));
    return shown;
  }
}
