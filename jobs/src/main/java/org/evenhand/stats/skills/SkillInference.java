package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One skill of one person from evidence and parameters: &#7929; = y &minus; b &minus; c &minus;
 * &lambda;&mu; with &mu; of the family at the time of the evidence, noise &sigma;&sup2;/w +
 * s&sup2;, and &omega;&sup2; + v shared by evidence of one rater in one source. With tails &nu; the
 * weights of Student's t are iterated to their fixed point, w = (&nu; + 1)/(&nu; +
 * E[&epsilon;&sup2;]/&sigma;&sup2;) with E[&epsilon;&sup2;] = (su)&sup2; + s &minus; s&sup2;D, s
 * the source's part of the noise (Lange, Little and Taylor 1989).
 *
 * @param evidence in {@link Evidence#ORDER}; witnesses and views stand in the same order
 * @param robustWeights by which each item's weight was multiplied; 1 without tails
 */
public record SkillInference(
    List<Evidence> evidence,
    List<String> sources,
    List<Witness> witnesses,
    List<Double> robustWeights,
    SkillView view) {
  private static final int ROUNDS = 50;
  private static final double SETTLED = 1e-9;

  public SkillInference {
    evidence = List.copyOf(evidence);
    sources = List.copyOf(sources);
    witnesses = List.copyOf(witnesses);
    robustWeights = List.copyOf(robustWeights);
  }

  /**
   * @param unordered all evidence of one skill of one person, in any order; the parameters cover it
   * @param subject whose family's mean is the prior at the week asked for
   */
  public static SkillInference of(
      List<Evidence> unordered, SkillParameters parameters, Evidence.Subject subject, double asOf) {
    List<Evidence> evidence = unordered.stream().sorted(Evidence.ORDER).toList();
    double[] weights = new double[evidence.size()];
    Arrays.fill(weights, 1);
    if (parameters.tails().areHeavy()) {
      weights = robust(evidence, parameters, weights);
    }
    List<String> sources = sources(evidence);
    List<Witness> witnesses = witnesses(evidence, parameters, sources, weights);
    SkillView view = LocalSolve.of(witnesses, parameters.kernel(), parameters.mean(subject), asOf);
    return new SkillInference(
        evidence, sources, witnesses, Arrays.stream(weights).boxed().toList(), view);
  }

  private static List<String> sources(List<Evidence> evidence) {
    return List.copyOf(new TreeSet<>(evidence.stream().map(one -> one.origin().source()).toList()));
  }

  static List<Witness> witnesses(
      List<Evidence> evidence, SkillParameters parameters, List<String> sources, double[] weights) {
    Map<String, Integer> parties = new HashMap<>();
    List<Witness> witnesses = new ArrayList<>();
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      Evidence one = evidence.get(i);
      if (i == 0 || !one.subject().equals(evidence.get(i - 1).subject())) {
        mean = parameters.mean(one.subject());
      }
      SkillParameters.Source source = parameters.source(one.origin());
      SkillParameters.Severity severity = parameters.severity(one.origin());
      double surprise =
          one.reading().value() - source.offset() - severity.mean() - source.loading() * mean;
      witnesses.add(
          new Witness(
              one.reading().week(),
              surprise,
              source.loading(),
              own(one, source) / weights[i] + one.reading().errorVariance(),
              sources.indexOf(one.origin().source()),
              party(one.origin(), parties, source.pairVariance() + severity.variance())));
    }
    return witnesses;
  }

  /** Pairs of items of one rater share both variances; what names no rater shares nothing. */
  private static Witness.Party party(
      Evidence.Origin origin, Map<String, Integer> parties, double variance) {
    if (!origin.isNamed()) {
      return Witness.Party.NONE;
    }
    int index = parties.computeIfAbsent(origin.key(), key -> parties.size());
    return new Witness.Party(index, variance);
  }

  /** &sigma;&sup2;/w. */
  private static double own(Evidence one, SkillParameters.Source source) {
    return source.deviation() * source.deviation() / one.reading().weight();
  }

  private static double[] robust(
      List<Evidence> evidence, SkillParameters parameters, double[] start) {
    double[] weights = start;
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = reweighted(evidence, parameters, weights);
      double moved = 0;
      for (int i = 0; i < next.length; i++) {
        moved = Math.max(moved, Math.abs(next[i] - weights[i]));
      }
      weights = next;
      if (moved < SETTLED) {
        break;
      }
    }
    return weights;
  }

  /** One round of weights. */
  static double[] reweighted(
      List<Evidence> evidence, SkillParameters parameters, double[] weights) {
    List<Witness> witnesses = witnesses(evidence, parameters, sources(evidence), weights);
    WitnessCovariance covariance = WitnessCovariance.of(witnesses, parameters.kernel());
    double[] u = covariance.solve(witnesses.stream().mapToDouble(Witness::surprise).toArray());
    double[] d = covariance.inverseDiagonal();
    double[] next = new double[weights.length];
    for (int i = 0; i < next.length; i++) {
      double full = own(evidence.get(i), parameters.source(evidence.get(i).origin()));
      double noise = full / weights[i];
      double square = noise * noise * u[i] * u[i] + noise - noise * noise * d[i];
      next[i] = parameters.tails().weight(square / full);
    }
    return next;
  }
}
