package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last {@link #WEEKS} weeks hidden, parameters fitted to what was before, and the hidden items
 * predicted; beside it what the job family's mean, the last rating and an exponentially weighted
 * mean of the ratings would have said, offsets of sources taken into account for all. Items of
 * raters, sources or persons not met before are predicted too, where their source and family are
 * known.
 *
 * @param model predictions from each person's own evidence
 * @param family predictions from the family alone
 * @param lastRating mean absolute error
 * @param weightedMean mean absolute error
 */
public record ForwardValidation(
    PredictionScore model,
    PredictionScore family,
    double lastRating,
    double weightedMean,
    Map<String, PredictionScore> bySource) {
  /** How many weeks are hidden. */
  public static final double WEEKS = 4;

  private static final double NEWEST = 0.3;

  public ForwardValidation {
    bySource = java.util.Collections.unmodifiableMap(new TreeMap<>(bySource));
  }

  /** Empty when nothing is hidden or too little is left to fit. */
  public static Optional<ForwardValidation> of(List<Evidence> evidence, FitOptions options) {
    double last =
        evidence.stream().mapToDouble(one -> one.reading().week()).max().orElse(0) - WEEKS;
    List<Evidence> past = evidence.stream().filter(one -> one.reading().week() <= last).toList();
    List<Evidence> hidden = evidence.stream().filter(one -> one.reading().week() > last).toList();
    if (pairs(past).size() < 2 || hidden.isEmpty()) {
      return Optional.empty();
    }
    try {
      return new Run(GlobalFit.of(past, options).parameters(), pairs(past)).of(hidden);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, List<Evidence>> pairs(List<Evidence> evidence) {
    Map<String, List<Evidence>> pairs = new LinkedHashMap<>();
    evidence.stream()
        .sorted(Evidence.ORDER)
        .forEach(one -> pairs.computeIfAbsent(key(one), name -> new ArrayList<>()).add(one));
    return pairs;
  }

  private static String key(Evidence one) {
    return one.subject().rep() + "\u0000" + one.subject().skill();
  }

  private static final class Run {
    private final SkillParameters parameters;
    private final Map<String, List<Evidence>> past;
    private final List<Moments> model = new ArrayList<>();
    private final List<Moments> family = new ArrayList<>();
    private final Map<String, List<Moments>> bySource = new TreeMap<>();
    private double lastRating;
    private double weightedMean;

    Run(SkillParameters parameters, Map<String, List<Evidence>> past) {
      this.parameters = parameters;
      this.past = past;
    }

    Optional<ForwardValidation> of(List<Evidence> hidden) {
      for (Map.Entry<String, List<Evidence>> pair : pairs(hidden).entrySet()) {
        add(past.getOrDefault(pair.getKey(), List.of()), known(pair.getValue()));
      }
      if (model.isEmpty()) {
        return Optional.empty();
      }
      Map<String, PredictionScore> scores = new TreeMap<>();
      bySource.forEach((source, errors) -> scores.put(source, PredictionScore.of(errors)));
      return Optional.of(
          new ForwardValidation(
              PredictionScore.of(model),
              PredictionScore.of(family),
              lastRating / model.size(),
              weightedMean / model.size(),
              scores));
    }

    private List<Evidence> known(List<Evidence> hidden) {
      return hidden.stream().filter(parameters::covers).toList();
    }

    private void add(List<Evidence> before, List<Evidence> hidden) {
      List<Evidence> together = new ArrayList<>(before);
      together.addAll(hidden);
      double[] weights = new double[together.size()];
      java.util.Arrays.fill(weights, 1);
      List<String> sources = List.copyOf(new java.util.TreeSet<>(parameters.sources().keySet()));
      List<Witness> witnesses = SkillInference.witnesses(together, parameters, sources, weights);
      Forecast forecast = new Forecast(witnesses.subList(0, before.size()), parameters.kernel());
      Forecast nothing = new Forecast(List.of(), parameters.kernel());
      double last = 0;
      double weighted = 0;
      for (int i = 0; i < before.size(); i++) {
        last = witnesses.get(i).surprise();
        weighted = i == 0 ? last : NEWEST * last + (1 - NEWEST) * weighted;
      }
      for (int i = before.size(); i < witnesses.size(); i++) {
        Witness witness = witnesses.get(i);
        Moments error = error(witness, forecast);
        model.add(error);
        bySource
            .computeIfAbsent(sources.get(witness.source()), name -> new ArrayList<>())
            .add(error);
        family.add(error(witness, nothing));
        lastRating += Math.abs(witness.surprise() - last);
        weightedMean += Math.abs(witness.surprise() - weighted);
      }
    }

    private static Moments error(Witness witness, Forecast forecast) {
      Moments expected = forecast.of(witness);
      return new Moments(witness.surprise() - expected.mean(), expected.variance());
    }
  }
}
