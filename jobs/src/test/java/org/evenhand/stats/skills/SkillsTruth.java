package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Skill inference against known truth: bench/skills-truth [SEED] [RUNS] [TEAMS] [HALO] prints what
 * docs/methods/skills.md quotes, each figure with its standard error over runs.
 */
final class SkillsTruth {
  private static final double INSIDE = 1.2815515655446004;
  private static final double DECLINING = 0.1;
  private static final int[] WEEKS = {13, 26, 39, SalesForce.WEEKS};

  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  private SkillsTruth() {}

  public static void main(String[] arguments) {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20_261_122;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    int teams = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
    double halo = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 0;
    SkillsTruth truth = new SkillsTruth();
    for (int run = 0; run < runs; run++) {
      truth.levels(new SalesForce(seed + 2L * run, teams, 0, halo));
      truth.stalls(new SalesForce(seed + 2L * run + 1, teams, DECLINING, halo));
      System.err.printf("run %d of %d%n", run + 1, runs);
    }
    System.out.println("| figure | mean | standard error | least | most |");
    System.out.println("|---|---|---|---|---|");
    truth.figures.forEach((name, values) -> System.out.println(line(name, values)));
  }

  private static String line(String name, List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / Math.max(1, values.size() - 1) / values.size());
    return String.format(
        Locale.ROOT,
        "| %s | %.4f | %.4f | %.4f | %.4f |",
        name,
        mean,
        error,
        values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
        values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
  }

  private void figure(String name, double value) {
    figures.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private void levels(SalesForce force) {
    List<Evidence> evidence = force.evidence();
    double began = ProcessorTime.seconds();
    SkillFit fit = GlobalFit.of(evidence, FitOptions.standard(1));
    figure("items", evidence.size());
    figure("fit, processor seconds", ProcessorTime.seconds() - began);
    figure("fit, rounds", fit.convergence().rounds());
    figure("unknowns exact", fit.convergence().exact() ? 1 : 0);
    parameters(fit);
    severities(force, fit);
    errors(force, fit.parameters());
    calibration(force, fit.parameters());
    forward(evidence);
  }

  private void parameters(SkillFit fit) {
    SkillParameters found = fit.parameters();
    SalesForce.SOURCES.forEach(
        (name, source) -> {
          SkillParameters.Source own = found.source(name);
          figure("noise of " + name + ", relative error", own.deviation() / source.deviation() - 1);
          figure("loading of " + name + " less truth", own.loading() - source.loading());
          figure(
              "pair variance of " + name + " (%s)".formatted(source.pairVariance()),
              own.pairVariance());
          figure(
              "severity variance of " + name + " (%s)".formatted(source.severityVariance()),
              own.severityVariance());
        });
    figure("tau2 (0.4)", found.kernel().lasting());
    figure("kappa2 (0.35)", found.kernel().moving());
    figure("length (16)", found.kernel().length());
  }

  private void severities(SalesForce force, SkillFit fit) {
    severities("all", force, fit, rater -> true);
    for (String source : SalesForce.SOURCES.keySet()) {
      severities(source, force, fit, rater -> rater.source().equals(source));
    }
  }

  private void severities(
      String name, SalesForce force, SkillFit fit, Predicate<SkillFit.Rater> which) {
    List<SkillFit.Rater> raters = fit.raters().stream().filter(which).toList();
    if (raters.isEmpty()) {
      return;
    }
    double[] found = raters.stream().mapToDouble(one -> one.severity().mean()).toArray();
    double[] truth =
        raters.stream()
            .mapToDouble(
                one -> force.severities.getOrDefault(one.source() + "|" + one.rater(), Double.NaN))
            .toArray();
    int inside = 0;
    for (int i = 0; i < found.length; i++) {
      double sd = Math.sqrt(raters.get(i).severity().variance());
      inside += Math.abs(found[i] - truth[i]) <= INSIDE * sd ? 1 : 0;
    }
    figure("severities, r, " + name, Correlation.of(found, truth));
    figure("severities, 80 % intervals, " + name, (double) inside / found.length);
  }

  /** Levels at several weeks by what was known then. */
  private void errors(SalesForce force, SkillParameters parameters) {
    Map<String, Double> centres = centres(force);
    int inside = 0;
    int all = 0;
    for (int week : WEEKS) {
      int latest = 0;
      double model = 0;
      double plain = 0;
      double last = 0;
      int lasts = 0;
      for (SalesForce.Skill skill : force.skills) {
        List<Evidence> known =
            skill.evidence().stream().filter(one -> one.reading().week() <= week).toList();
        Moments level =
            SkillInference.of(known, parameters, skill.subject(), week).view().curve().level();
        double truth = skill.levels()[week];
        model += Math.pow(level.mean() - truth, 2);
        plain += Math.pow(plain(known, centres) - truth, 2);
        Optional<Double> rated = lastOfManager(known, centres);
        last += rated.map(value -> Math.pow(value - truth, 2)).orElse(0.0);
        lasts += rated.isPresent() ? 1 : 0;
        latest += Math.abs(level.mean() - truth) <= INSIDE * level.deviation() ? 1 : 0;
      }
      inside += latest;
      all += force.skills.size();
      if (week == SalesForce.WEEKS) {
        int n = force.skills.size();
        figure("levels, RMSE, latest week", Math.sqrt(model / n));
        figure("plain mean, RMSE", Math.sqrt(plain / n));
        figure("last rating of the manager, RMSE", Math.sqrt(last / lasts));
        figure("ratio to the plain mean", Math.sqrt(model / plain));
        figure("levels, 80 % intervals, latest week", (double) latest / n);
      }
    }
    figure("levels, 80 % intervals, four weeks", (double) inside / all);
  }

  /** A source's mean less the true mean of all levels: the plain mean is spared the offsets. */
  private static Map<String, Double> centres(SalesForce force) {
    double levels =
        force.skills.stream()
            .mapToDouble(one -> java.util.Arrays.stream(one.levels()).average().orElse(0))
            .average()
            .orElse(0);
    Map<String, Double> centres = new LinkedHashMap<>();
    for (String source : SalesForce.SOURCES.keySet()) {
      double mean =
          force.evidence().stream()
              .filter(one -> one.origin().source().equals(source))
              .mapToDouble(one -> one.reading().value())
              .average()
              .orElse(0);
      centres.put(source, mean - levels);
    }
    return centres;
  }

  private static double plain(List<Evidence> known, Map<String, Double> centres) {
    return known.stream()
        .mapToDouble(
            one -> one.reading().value() - centres.getOrDefault(one.origin().source(), 0.0))
        .average()
        .orElse(0);
  }

  private static Optional<Double> lastOfManager(List<Evidence> known, Map<String, Double> centres) {
    return known.stream()
        .filter(one -> one.origin().source().equals("manager"))
        .max(java.util.Comparator.comparingDouble(one -> one.reading().week()))
        .map(one -> one.reading().value() - centres.getOrDefault("manager", 0.0));
  }

  private void calibration(SalesForce force, SkillParameters parameters) {
    List<SkillInference> inferences =
        force.skills.stream()
            .map(
                skill ->
                    SkillInference.of(
                        skill.evidence(), parameters, skill.subject(), SalesForce.WEEKS))
            .toList();
    Calibration found = Calibration.of(inferences, parameters.kernel()).orElseThrow();
    figure("items left out, 80 % intervals", found.all().coverage());
    PredictionScore latest = found.latest().orElseThrow();
    figure("items left out, 80 % intervals, latest week", latest.coverage());
    figure("items of the latest week", latest.n());
    figure("items left out, sd of z, latest week", latest.deviation());
    figure("alarms of the detector", found.alarm().isPresent() ? 1 : 0);
  }

  private void forward(List<Evidence> evidence) {
    ForwardValidation forward =
        ForwardValidation.of(evidence, FitOptions.standard(1)).orElseThrow();
    figure("four weeks ahead, items", forward.model().n());
    figure("four weeks ahead, 80 % intervals", forward.model().coverage());
    figure("four weeks ahead, mean absolute error", forward.model().loss().absolute());
    figure("the same by the family's mean", forward.family().loss().absolute());
    figure("the same by the last rating", forward.lastRating());
    figure("the same by a weighted mean", forward.weightedMean());
  }

  /** By manager's list, without outcomes. */
  private void stalls(SalesForce force) {
    SkillParameters parameters =
        GlobalFit.of(force.evidence(), FitOptions.standard(1)).parameters();
    Map<String, List<SalesForce.Skill>> lists = new LinkedHashMap<>();
    force.skills.forEach(
        skill -> lists.computeIfAbsent(skill.manager(), key -> new ArrayList<>()).add(skill));
    int named = 0;
    int wrong = 0;
    double[] seen = new double[2];
    double[] large = new double[2];
    for (List<SalesForce.Skill> list : lists.values()) {
      List<Double> probabilities =
          list.stream().map(skill -> probability(skill, parameters)).toList();
      List<Integer> found = StallWatch.named(probabilities, StallWatch.FALSE_DISCOVERIES);
      named += found.size();
      for (int i = 0; i < list.size(); i++) {
        double change = list.get(i).change();
        wrong += found.contains(i) && change > -StallWatch.STANDARD.decline() ? 1 : 0;
        for (int k = 0; k < 2; k++) {
          double least = k == 0 ? -0.5 : -0.8;
          large[k] += change < least ? 1 : 0;
          seen[k] += change < least && found.contains(i) ? 1 : 0;
        }
      }
    }
    backTest(force, parameters);
    figure("stall watch, named", named);
    figure("stall watch, false discoveries", named > 0 ? (double) wrong / named : 0);
    figure("stall watch, power beyond 0.5", seen[0] / large[0]);
    figure("stall watch, power beyond 0.8", seen[1] / large[1]);
  }

  private void backTest(SalesForce force, SkillParameters parameters) {
    StallBackTest found =
        StallBackTest.of(
            force.skills.stream()
                .map(one -> new StallBackTest.Watched(one.manager(), one.subject(), one.evidence()))
                .toList(),
            parameters,
            Set.of("outcome"),
            new StallBackTest.Calendar(List.of(28.0, 34.0, 40.0), SalesForce.WEEKS));
    figure("back-test, named in three earlier weeks", found.named());
    figure("back-test, precision in hindsight", found.precision().orElse(Double.NaN));
    figure("back-test, lead in weeks", found.lead().orElse(Double.NaN));
    figure("back-test, not yet shown by outcomes", found.unseen());
  }

  private static double probability(SalesForce.Skill skill, SkillParameters parameters) {
    List<Evidence> leading =
        skill.evidence().stream().filter(one -> !one.origin().source().equals("outcome")).toList();
    return StallWatch.STANDARD.probability(
        SkillInference.of(leading, parameters, skill.subject(), SalesForce.WEEKS)
            .view()
            .curve()
            .change());
  }
}
