package org.evenhand.roi;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.evenhand.simulate.Simulation;
import org.evenhand.simulate.Simulator;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Role;
import org.evenhand.simulate.world.Scenario;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.EffectVerdict;
import org.evenhand.table.SessionSettings;

/**
 * How often the product's intervals hold effects that were planted in simulated exports, and how
 * often rollouts that do nothing are called a help. Twenty small companies of sixty reps in ten
 * teams lie in one export; the product's jobs take its files to sums, and each company's sums are
 * analysed alone. In every third company all rollouts do nothing. bench/planted-effects prints the
 * tables of docs/methods/roi.md.
 */
final class PlantedEffects {
  private static final List<String> MEASURES =
      List.of("time_saved", "conversion", "non_selling", "commission", "selling_hours");
  private static final int COMPANIES_AN_EXPORT = 20;
  private static final int IDLE_EVERY = 3;
  private static final int QUARTERS = 6;
  private static final int LUCKS = 4;
  private static final int IDLE_TEAM = 8;

  private final Map<String, PlantedTally> tallies = new TreeMap<>();
  private final Map<String, Duration> spent = new TreeMap<>();
  private final Map<EffectVerdict, Integer> idleTeams = new TreeMap<>();
  private final PrintWriter lines;
  private final Path work;

  private PlantedEffects(Path work, PrintWriter lines) {
    this.work = work;
    this.lines = lines;
  }

  /** Companies, seed of the first export, directory for what is written. */
  public static void main(String[] arguments) throws IOException {
    int companies = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path work = Path.of(arguments[2]);
    SparkSession.Builder builder = SparkSession.builder().appName("planted-effects");
    SessionSettings.local(2).forEach(builder::config);
    SparkSession session = builder.getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    try (PrintWriter lines =
        new PrintWriter(
            Files.newBufferedWriter(work.resolve("companies.csv"), StandardCharsets.UTF_8))) {
      PlantedEffects bench = new PlantedEffects(work, lines);
      bench.run(session, companies, seed);
    }
    session.stop();
  }

  private void run(SparkSession session, int companies, long seed) throws IOException {
    lines.println(
        "seed,company,planting,measure,planted,estimate,standard_error,interval95,band95,band_verdict,verdict,strata,controls,teams,p");
    int done = 0;
    for (long export = seed; done < companies; export++) {
      int count = Math.min(COMPANIES_AN_EXPORT, companies - done);
      Path root = work.resolve("export-" + export);
      Simulation simulation =
          Simulation.of(count * Scenario.SMALL_REPS, QUARTERS, export, root)
              .with(
                  Simulation.Volume.SAMPLE.plain(),
                  new Scenario(Scenario.Grouping.SMALL_COMPANIES, IDLE_EVERY));
      Exported exported = Exported.of(session, simulation);
      exported.spent().forEach(one -> spent.merge(one.stage(), one.time(), Duration::plus));
      Company world = Simulator.company(simulation);
      for (int company = 0; company < count; company++) {
        judge(exported, world, company);
        done++;
      }
      lines.flush();
      print(done, seed, export);
    }
  }

  private void judge(Exported exported, Company world, int company) {
    int first = company * Scenario.SMALL_TEAMS + 1;
    int last = first + Scenario.SMALL_TEAMS - 1;
    Analysis.Input all = exported.input();
    RoiPolicy policy = all.policy();
    Instant start = Instant.now();
    Map<String, Double> truth =
        new PlantedTruth(
                world,
                exported.simulation().volume().activities(),
                setting(exported.simulation(), all))
            .of(first, last);
    Instant analysis = Instant.now();
    spend("truth", Duration.between(start, analysis));
    Set<String> teams = new HashSet<>(PlantedTruth.ids(world, first, last));
    Panel panel = alone(all.panel().only(block -> teams.contains(block.team())), all.estimator());
    Analysis.Input input =
        new Analysis.Input(
            policy, all.units(), all.estimator(), panel, all.people(), all.outside());
    Findings whole = Analysis.judged(Scope.company(panel), input);
    spend("analysis", Duration.between(analysis, Instant.now()));
    boolean idle = (company + 1) % IDLE_EVERY == 0;
    String planting = idle ? "nothing" : "effects";
    double critical = critical(whole, policy);
    for (String measure : MEASURES) {
      Optional<PlantedTally.Line> line =
          whole
              .found(measure)
              .flatMap(
                  judged ->
                      PlantedTally.line(
                          judged, Objects.requireNonNull(truth.get(measure)), policy, critical));
      tallies.computeIfAbsent(planting + "/" + measure, key -> new PlantedTally()).add(line);
      line.ifPresent(
          one -> {
            Judged judged = whole.found(measure).orElseThrow();
            lines.println(
                "%d,%d,%s,%s,%s,%s,%s,%d,%s"
                    .formatted(
                        exported.simulation().seed(),
                        company + 1,
                        planting,
                        measure,
                        one.csv(),
                        judged.found().comparison().within().replace(' ', '_'),
                        judged.found().comparison().controls(),
                        judged.teams(),
                        judged.against().p().map(p -> "%.4f".formatted(p)).orElse("")));
          });
    }
    if (!idle) {
      String idleTeam = world.team(first + IDLE_TEAM - 1).id();
      Findings alone = Analysis.judged(Scope.team(panel, idleTeam), input);
      MEASURES.forEach(
          measure ->
              alone
                  .found(measure)
                  .ifPresent(
                      judged ->
                          idleTeams.merge(RoiVerdict.of(judged, policy), 1, Integer::sum)));
    }
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
                sum ->
                    sum.pair().time() - sum.pair().base() <= 1
                        && sum.pair().time() >= sum.pair().base()
                        || bases.contains(sum.pair().base()))
            .toList());
  }

  /** Standard errors the band over all measures is wide at the asked coverage. */
  private static double critical(Findings findings, RoiPolicy policy) {
    List<Judged> compared =
        findings.judged().values().stream().filter(judged -> !judged.synthetic()).toList();
    List<Effect> headlines = compared.stream().map(Judged::effect).filter(Effect::varies).toList();
    int teams = compared.stream().mapToInt(Judged::teams).min().orElse(0);
    com.fasterxml.jackson.databind.node.ObjectNode asked =
        ((com.fasterxml.jackson.databind.node.ObjectNode) policy.policy().deepCopy());
    asked.put("confidence", PlantedTally.LEVEL);
    return Findings.critical(
        headlines, teams, new RoiPolicy(asked, policy.thresholds(), policy.measures()));
  }

  private static PlantedTruth.Setting setting(Simulation simulation, Analysis.Input input) {
    LocalDate end = simulation.horizon().end().minusDays(1);
    Map<String, Integer> horizons = new TreeMap<>();
    for (Role role : Role.values()) {
      horizons.put(role.name(), input.policy().conversionHorizon(role.name()));
    }
    return new PlantedTruth.Setting(
        horizons,
        Horizon.extractDateOf(simulation.horizon().last()),
        RepTruth.period(end.plusDays(1)) - 1,
        input.estimator().anticipation(),
        LUCKS);
  }

  private void spend(String stage, Duration time) {
    spent.merge(stage, time, Duration::plus);
  }

  private void print(int done, long first, long last) {
    System.out.printf("%n%d companies, seeds %d to %d%n%n", done, first, last);
    for (String planting : List.of("effects", "nothing")) {
      System.out.println("Rollouts with planted " + planting + ":\n\n" + PlantedTally.header());
      for (String measure : MEASURES) {
        PlantedTally tally = tallies.get(planting + "/" + measure);
        if (tally != null) {
          System.out.println(tally.row(measure));
        }
      }
      System.out.println();
    }
    System.out.println("Verdicts on the team whose rollout does nothing, alone: " + idleTeams);
    System.out.println("Seconds (jobs run two at once): ");
    spent.forEach((stage, time) -> System.out.printf("  %s %d%n", stage, time.toSeconds()));
    System.out.flush();
  }
}
