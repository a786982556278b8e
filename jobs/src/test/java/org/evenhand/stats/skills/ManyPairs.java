package org.evenhand.stats.skills;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * P5: the local solve of many pairs of person and skill, 20 items each from four sources and eight
 * raters, with everything that follows from it. Prints JSON for bench/p5.py: processor time by
 * number of pairs, and the first pairs as series for a peer. Evidence is drawn by the thousand
 * outside the time measured.
 */
final class ManyPairs {
  private static final int ITEMS = 20;
  private static final int CHUNK = 1000;
  private static final int RATERS = 500;
  private static final double AS_OF = 52;
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final List<String> SOURCES = List.of("ai_call", "assessment", "manager", "peer");

  private final SkillParameters parameters;
  private final Random random;

  private ManyPairs(long seed) {
    this.random = new Random(seed);
    Map<String, SkillParameters.Source> sources = new LinkedHashMap<>();
    sources.put("assessment", new SkillParameters.Source(0, 1, 0.4, 0, 0));
    sources.put("manager", new SkillParameters.Source(0.2, 1, 0.6, 0.06, 0.12));
    sources.put("peer", new SkillParameters.Source(0.4, 0.8, 0.85, 0.09, 0.2));
    sources.put("ai_call", new SkillParameters.Source(-0.1, 0.7, 0.7, 0.03, 0.08));
    Map<String, SkillParameters.Severity> severities = new LinkedHashMap<>();
    for (int i = 0; i < RATERS; i++) {
      severities.put("R" + i, new SkillParameters.Severity(0.3 * random.nextGaussian(), 0.01));
    }
    parameters =
        new SkillParameters(
            new Kernel(0.4, 0.35, 16), Map.of("AE|S", 0.1), sources, severities, Tails.GAUSSIAN);
  }

  /**
   * Sizes to measure, then how many series to write.
   *
   * @param arguments seed, series, sizes
   */
  public static void main(String[] arguments) {
    long seed = Long.parseLong(arguments[0]);
    int series = Integer.parseInt(arguments[1]);
    new ManyPairs(seed).measured(20_000);
    StringBuilder json = new StringBuilder("{\"sizes\":[");
    for (int i = 2; i < arguments.length; i++) {
      int pairs = Integer.parseInt(arguments[i]);
      json.append(i > 2 ? "," : "")
          .append(
              String.format(
                  Locale.ROOT, "{\"pairs\":%d,%s}", pairs, new ManyPairs(seed).measured(pairs)));
    }
    json.append("],").append(new ManyPairs(seed).series(series)).append('}');
    System.out.println(json);
  }

  private List<Evidence> pair(int number) {
    Evidence.Subject subject = new Evidence.Subject("P" + number, "S", "AE");
    int first = random.nextInt(RATERS);
    double level = 0.85 * random.nextGaussian();
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      String source = SOURCES.get(i % SOURCES.size());
      String rater = source.equals("assessment") ? "" : "R" + (first + random.nextInt(8)) % RATERS;
      evidence.add(
          new Evidence(
              "E" + i,
              subject,
              new Evidence.Origin(source, rater),
              new Evidence.Reading(
                  random.nextInt((int) AS_OF), level + random.nextGaussian(), 1, 0)));
    }
    return evidence;
  }

  private SkillInference solved(List<Evidence> evidence) {
    return SkillInference.of(evidence, parameters, evidence.get(0).subject(), AS_OF);
  }

  private String measured(int pairs) {
    long cpu = 0;
    long wall = 0;
    double sum = 0;
    for (int from = 0; from < pairs; from += CHUNK) {
      List<List<Evidence>> chunk = new ArrayList<>();
      for (int i = from; i < Math.min(pairs, from + CHUNK); i++) {
        chunk.add(pair(i));
      }
      long cpuBefore = THREAD.getCurrentThreadCpuTime();
      long before = System.nanoTime();
      for (List<Evidence> evidence : chunk) {
        SkillView view = solved(evidence).view();
        sum += view.curve().level().mean() + Verdicts.sources(view, 0.5).size();
      }
      wall += System.nanoTime() - before;
      cpu += THREAD.getCurrentThreadCpuTime() - cpuBefore;
    }
    return String.format(
        Locale.ROOT,
        "\"cpu_ms\":%.5f,\"wall_ms\":%.5f,\"sum\":%.6f",
        cpu / 1e6 / pairs,
        wall / 1e6 / pairs,
        sum);
  }

  /** What a peer needs to find the same levels: surprises, loadings, noise, who shares what. */
  private String series(int count) {
    StringBuilder json =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "\"tau2\":%s,\"kappa2\":%s,\"length\":%s,\"as_of\":%s,\"series\":[",
                parameters.kernel().lasting(),
                parameters.kernel().moving(),
                parameters.kernel().length(),
                AS_OF));
    for (int i = 0; i < count; i++) {
      SkillInference inference = solved(pair(i));
      Moments level = inference.view().curve().level();
      json.append(i > 0 ? "," : "")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"level\":%s,\"variance\":%s,\"items\":[",
                  level.mean() - inference.view().curve().prior().mean(),
                  level.variance()));
      for (int k = 0; k < inference.witnesses().size(); k++) {
        Witness one = inference.witnesses().get(k);
        Evidence.Origin origin = inference.evidence().get(k).origin();
        json.append(k > 0 ? "," : "")
            .append(
                String.format(
                    Locale.ROOT,
                    "[%s,%s,%s,%s,\"%s\",%s]",
                    one.time(),
                    one.surprise(),
                    one.loading(),
                    one.noise(),
                    origin.isNamed() ? origin.key() : "",
                    one.party().variance()));
      }
      json.append("]}");
    }
    return json.append(']').toString();
  }
}
