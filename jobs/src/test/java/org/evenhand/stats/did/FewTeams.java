package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.did.Aggregates.Part;

/**
 * How often a rollout that does nothing is called an effect, by number of teams and kind of error;
 * and how often the simultaneous band holds all event times. bench/few-teams prints the table of
 * docs/methods/roi.md. Teams of 15 reps share a shock that persists (0.5 from period to period); a
 * quarter of the teams start in period 4, a quarter in 6, half never, over 8 periods.
 */
final class FewTeams {
  private static final int PERIODS = 8;
  private static final int REPS = 15;
  private static final int DEALS = 199;
  private static final double LEVEL = 0.95;

  private final Random random;
  private final int teams;
  private final int[] hits = new int[7];
  private int runs;

  private FewTeams(int teams, long seed) {
    this.random = new Random(seed);
    this.teams = teams;
  }

  public static void main(String[] arguments) {
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_261_122;
    System.out.println(
        "| teams | cluster, normal | cluster, t | jackknife, normal | jackknife, t | randomisation | jackknife band holds | with t |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int teams : new int[] {8, 12, 20, 40}) {
      FewTeams few = new FewTeams(teams, seed);
      for (int run = 0; run < runs; run++) {
        few.run();
      }
      System.out.println(few.line());
    }
  }

  private String line() {
    StringBuilder line = new StringBuilder("| " + teams);
    for (int hit : hits) {
      line.append(String.format(Locale.ROOT, " | %.1f %%", 100.0 * hit / runs));
    }
    return line + " |";
  }

  private void run() {
    Sums sums = sums();
    Estimated analytic = Estimated.analytic(sums, OptionalInt.empty());
    Estimated jackknife = Estimated.jackknife(sums, OptionalInt.empty());
    double normal = Quantiles.normal(LEVEL);
    double student = Quantiles.student(LEVEL, teams - 1.0);
    runs++;
    hits[0] += beyond(analytic, normal);
    hits[1] += beyond(analytic, student);
    hits[2] += beyond(jackknife, normal);
    hits[3] += beyond(jackknife, student);
    hits[4] += randomised(sums) <= 1 - LEVEL ? 1 : 0;
    MultiplierBootstrap.Critical critical = critical(jackknife);
    hits[5] += holds(jackknife, critical);
    hits[6] += holds(jackknife, critical.student(jackknife.cells().freedom()));
  }

  private static int beyond(Estimated found, double width) {
    Effect effect = found.aggregates().group().overall().orElseThrow();
    return Math.abs(effect.value()) > width * effect.standardError() ? 1 : 0;
  }

  private double randomised(Sums sums) {
    return Randomisation.of(
            sums,
            cells -> List.of(Aggregates.of(cells).group().overall()),
            DEALS,
            random.nextLong())
        .p()
        .get(0)
        .orElse(1);
  }

  private MultiplierBootstrap.Critical critical(Estimated found) {
    return MultiplierBootstrap.of(dynamic(found), 1000, random.nextLong()).critical(LEVEL);
  }

  private static int holds(Estimated found, MultiplierBootstrap.Critical critical) {
    return dynamic(found).stream()
            .allMatch(
                effect -> Math.abs(effect.value()) <= critical.value() * effect.standardError())
        ? 1
        : 0;
  }

  private static List<Effect> dynamic(Estimated found) {
    return found.aggregates().dynamic().by().stream().map(Part::effect).toList();
  }

  private Sums sums() {
    Plan plan =
        Plan.of(
            Design.standard(),
            java.util.stream.IntStream.rangeClosed(1, PERIODS).boxed().toList(),
            List.of(0, 4, 6));
    List<String> names = new ArrayList<>();
    for (int team = 0; team < teams; team++) {
      names.add("team" + team);
    }
    Sums.Builder sums = Sums.builder(plan, names);
    for (int team = 0; team < teams; team++) {
      int cohort = team < teams / 4 ? 4 : team < teams / 2 ? 6 : 0;
      double[] outcome = outcomes();
      sums.units(names.get(team), cohort, REPS);
      for (Pair pair : plan.pairs()) {
        double change = outcome[pair.time() - 1] - outcome[pair.base() - 1];
        sums.change(names.get(team), cohort, "", pair, new Change(REPS, REPS, REPS * change));
      }
    }
    return sums.build();
  }

  /** A team's mean by period. */
  private double[] outcomes() {
    double[] outcome = new double[PERIODS];
    double shock = random.nextGaussian();
    for (int t = 0; t < PERIODS; t++) {
      shock = 0.5 * shock + random.nextGaussian();
      outcome[t] = shock + random.nextGaussian() / Math.sqrt(REPS);
    }
    return outcome;
  }
}
