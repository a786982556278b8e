package org.evenhand.roi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.evenhand.schema.Policies;
import org.evenhand.simulate.Simulation;
import org.evenhand.simulate.Simulator;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Role;
import org.evenhand.simulate.world.Scenario;
import org.evenhand.stats.Figure;
import org.evenhand.table.SessionSettings;

/**
 * How often the product's intervals hold effects that were planted in simulated exports, and how
 * often rollouts that do nothing are called a help. Twenty small companies of sixty reps in ten
 * teams lie in one export; the product's jobs take its files to sums, and each company's sums are
 * analysed alone. In every third company all rollouts do nothing. With "world" the sums come
 * straight from the simulated world, without files and jobs: many companies in minutes.
 * bench/planted-effects prints the tables of docs/methods/roi.md.
 */
final class PlantedEffects {
  private static final int COMPANIES_AN_EXPORT = 20;
  private static final int IDLE_EVERY = 3;
  private static final int QUARTERS = 6;
  private static final int LUCKS = 4;
  private static final int IDLE_TEAM = 8;

  private final Path work;
  private final PlantedReport report;

  private PlantedEffects(Path work, PlantedReport report) {
    this.work = work;
    this.report = report;
  }

  /** Companies, seed of the first export, directory for what is written, exports or world. */
  public static void main(String[] arguments) throws IOException {
    int companies = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path work = Path.of(arguments[2]);
    try (PlantedReport report = new PlantedReport(work.resolve("companies.csv"))) {
      PlantedEffects bench = new PlantedEffects(work, report);
      if (arguments[3].equals("world")) {
        bench.run(companies, seed, PlantedEffects::fromWorld);
      } else {
        SparkSession session = session();
        bench.run(companies, seed, (simulation, world) -> bench.exported(session, simulation));
        session.stop();
      }
    }
  }

  private static SparkSession session() {
    SparkSession.Builder builder = SparkSession.builder().appName("planted-effects");
    SessionSettings.local(2).forEach(builder::config);
    SparkSession session = builder.getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    return session;
  }

  /** Where the sums of an export's companies come from. */
  private interface Source {
    Sums of(Simulation simulation, Company world) throws IOException;
  }

  /** An analysis' input for the company that has these teams. */
  private interface Sums {
    Analysis.Input of(int firstTeam, int lastTeam);
  }

  private void run(int companies, long seed, Source source) throws IOException {
    int done = 0;
    for (long export = seed; done < companies; export++) {
      int count = Math.min(COMPANIES_AN_EXPORT, companies - done);
      Simulation simulation =
          Simulation.of(
                  count * Scenario.SMALL_REPS, QUARTERS, export, work.resolve("export-" + export))
              .with(
                  Simulation.Volume.SAMPLE.plain(),
                  new Scenario(Scenario.Grouping.SMALL_COMPANIES, IDLE_EVERY));
      Company world = Simulator.company(simulation);
      Sums sums = source.of(simulation, world);
      for (int company = 0; company < count; company++) {
        judge(simulation, world, company, sums);
        done++;
      }
      report.print(done, seed, export);
    }
  }

  private Sums exported(SparkSession session, Simulation simulation) throws IOException {
    Exported exported = Exported.of(session, simulation);
    exported.spent().forEach(one -> report.spend(one.stage(), one.time()));
    Analysis.Input all = exported.input();
    return (first, last) -> {
      Set<String> teams = new HashSet<>();
      for (int team = first; team <= last; team++) {
        teams.add("T%02d".formatted(team));
      }
      Panel panel = alone(all.panel().only(one -> teams.contains(one.team())), all.estimator());
      return new Analysis.Input(
          all.policy(), all.units(), all.estimator(), panel, all.people(), all.outside());
    };
  }

  /** Only the pairs of periods the company's own cohorts ask for, as if it were exported alone. */
  private static Panel alone(Panel panel, Estimator estimator) {
    Set<Integer> bases = new HashSet<>();
    panel.sums().stream()
        .map(BlockSum::block)
        .filter(Block::treated)
        .forEach(block -> bases.add(block.cohort() - 1 - estimator.anticipation()));
    return new Panel(
        panel.sums().stream()
            .filter(
                sum -> {
                  int back = sum.pair().time() - sum.pair().base();
                  return back == 0 || back == 1 || bases.contains(sum.pair().base());
                })
            .toList());
  }

  private static Sums fromWorld(Simulation simulation, Company world) {
    RoiPolicy policy = RoiPolicy.of(Policies.bundled());
    WorldSums sums =
        new WorldSums(
            world, simulation.volume().activities(), setting(simulation, policy, 1), policy);
    return (first, last) ->
        new Analysis.Input(
            policy,
            Units.of(Policies.bundled()),
            sums.estimator(first, last),
            sums.panel(first, last),
            new People(new Movers(List.of()), List.of(), policy),
            new Analysis.Outside(
                Costs.of(List.of(), policy, simulation.horizon().end(), "USD"),
                new Figure.NotMeasured("Nobody asked.")));
  }

  private void judge(Simulation simulation, Company world, int company, Sums sums) {
    int first = company * Scenario.SMALL_TEAMS + 1;
    int last = first + Scenario.SMALL_TEAMS - 1;
    Instant start = Instant.now();
    Analysis.Input input = sums.of(first, last);
    Findings whole = Analysis.judged(Scope.company(input.panel()), input);
    Findings team =
        Analysis.judged(Scope.team(input.panel(), world.team(first + IDLE_TEAM - 1).id()), input);
    Instant analysed = Instant.now();
    report.spend("analysis", Duration.between(start, analysed));
    Map<String, Double> truth =
        new PlantedTruth(
                world,
                simulation.volume().activities(),
                setting(simulation, input.policy(), input.estimator().anticipation()))
            .of(first, last);
    report.spend("truth", Duration.between(analysed, Instant.now()));
    String planting = (company + 1) % IDLE_EVERY == 0 ? "nothing" : "effects";
    report.add(
        new PlantedReport.Company(simulation.seed(), company + 1, planting),
        whole,
        truth,
        input.policy());
    report.team(team, input.policy());
  }

  private static PlantedTruth.Setting setting(
      Simulation simulation, RoiPolicy policy, int anticipation) {
    LocalDate end = simulation.horizon().end().minusDays(1);
    Map<String, Integer> horizons = new TreeMap<>();
    for (Role role : Role.values()) {
      horizons.put(role.name(), policy.conversionHorizon(role.name()));
    }
    return new PlantedTruth.Setting(
        horizons,
        Horizon.extractDateOf(simulation.horizon().last()),
        RepTruth.period(end.plusDays(1)) - 1,
        anticipation,
        LUCKS);
  }
}
