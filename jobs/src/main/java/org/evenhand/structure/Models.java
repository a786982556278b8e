package org.evenhand.structure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.evenhand.stats.LogisticRegression;
import org.evenhand.stats.Regression;
import org.evenhand.stats.RidgeRegression;

/**
 * The models of a family of cases, each without the teams somebody was ever in, so that nobody's
 * own cases enter their expectation. Linear ones subtract the teams' sums; the logistic one is
 * fitted again to the others' cases.
 */
final class Models {
  private final Design.Built built;
  private final StructurePolicy.Ridge ridge;
  private final double within;
  private final Map<Long, Set<String>> teams = new HashMap<>();
  private final Map<Outcome, Map<String, RidgeRegression.Sums>> sums = new HashMap<>();
  private final Map<Outcome, Map<Set<String>, Learnt>> models = new HashMap<>();

  /** A model, or the reason why there is none. */
  sealed interface Learnt {
    /** What was learnt. */
    record Model(TeamModel model) implements Learnt {}

    /** Why nothing could be learnt. */
    record Nothing(String reason) implements Learnt {}
  }

  Models(Design.Built built, StructurePolicy.Ridge ridge) {
    this.built = built;
    this.ridge = ridge;
    for (Observed one : built.cases()) {
      teams.computeIfAbsent(one.who().rep(), rep -> new TreeSet<>()).add(one.who().team());
    }
    this.within = within(built.cases());
  }

  Design design() {
    return built.design();
  }

  List<Observed> cases() {
    return built.cases();
  }

  /** The teams of a rep over all quarters. */
  Set<String> teams(long rep) {
    return teams.getOrDefault(rep, Set.of());
  }

  /** The model for somebody of these teams. */
  Learnt without(Set<String> left, Outcome outcome) {
    Map<Set<String>, Learnt> known = models.computeIfAbsent(outcome, o -> new HashMap<>());
    Learnt learnt = known.get(left);
    if (learnt == null) {
      learnt = learn(left, outcome);
      known.put(left, learnt);
    }
    return learnt;
  }

  private Learnt learn(Set<String> left, Outcome outcome) {
    List<Observed> others =
        built.cases().stream().filter(one -> !left.contains(one.who().team())).toList();
    if (others.isEmpty()) {
      return new Learnt.Nothing(
          "Nothing was to be expected: there is no other team to learn from.");
    }
    return switch (outcome) {
      case WIN -> learnt(wins(others), fit -> model(new TeamModel.Wins(fit)));
      case HOURS -> learnt(hours(left, others), fit -> model(new TeamModel.Hours(fit, within)));
      case AMOUNT -> amounts(left, others);
    };
  }

  private Learnt amounts(Set<String> left, List<Observed> others) {
    return without(left, Outcome.WIN) instanceof Learnt.Model won
        ? learnt(
            line(left, Outcome.AMOUNT),
            fit -> model(TeamModel.Amounts.of((TeamModel.Wins) won.model(), fit, others)))
        : without(left, Outcome.WIN);
  }

  private static Learnt model(TeamModel model) {
    return new Learnt.Model(model);
  }

  private Regression wins(List<Observed> others) {
    return new LogisticRegression(design().ridge(ridge))
        .fit(
            others.stream()
                .map(
                    one ->
                        new LogisticRegression.Pattern(one.x(), one.counts().n(), one.counts().y()))
                .toList());
  }

  /**
   * Weeks of one rep resemble one another and tell less than as many weeks of different reps: their
   * sums count for 1/[1 + (m &minus; 1)&rho;] (Kish 1965), m weeks a rep, &rho; the part of the
   * variance that lies between reps.
   */
  private Regression hours(Set<String> left, List<Observed> others) {
    RidgeRegression.Sums sums = without(left, byTeam(Outcome.HOURS));
    RidgeRegression line = new RidgeRegression(design().ridge(ridge));
    if (!(line.fit(sums) instanceof Regression.Fitted first) || first.residualVariance() == 0) {
      return line.fit(sums);
    }
    double weeks = sums.cases() / others.stream().map(one -> one.who().rep()).distinct().count();
    double alike = Math.max(0, 1 - within / first.residualVariance());
    return line.fit(sums.times(1 / (1 + Math.max(0, weeks - 1) * alike)));
  }

  private Regression line(Set<String> left, Outcome outcome) {
    return new RidgeRegression(design().ridge(ridge)).fit(without(left, byTeam(outcome)));
  }

  private Map<String, RidgeRegression.Sums> byTeam(Outcome outcome) {
    return sums.computeIfAbsent(outcome, this::perTeam);
  }

  private RidgeRegression.Sums without(Set<String> left, Map<String, RidgeRegression.Sums> byTeam) {
    RidgeRegression.Sums rest =
        byTeam.values().stream()
            .reduce(RidgeRegression.Sums.none(design().size()), RidgeRegression.Sums::plus);
    for (String team : left) {
      rest = rest.minus(byTeam.getOrDefault(team, RidgeRegression.Sums.none(design().size())));
    }
    return rest;
  }

  private Map<String, RidgeRegression.Sums> perTeam(Outcome outcome) {
    Map<String, RidgeRegression.Sums> byTeam = new TreeMap<>();
    for (Observed one : built.cases()) {
      TeamModel.add(
          byTeam.computeIfAbsent(one.who().team(), t -> RidgeRegression.Sums.none(design().size())),
          outcome,
          one);
    }
    return byTeam;
  }

  /** Variance of the weeks of a rep in a quarter around their own average. */
  private static double within(List<Observed> cases) {
    Map<CaseSums.Who, double[]> perRep = new LinkedHashMap<>();
    for (Observed one : cases) {
      double[] sum = perRep.computeIfAbsent(one.who(), who -> new double[4]);
      sum[0] += one.counts().n();
      sum[1] += one.counts().y();
      sum[2] += one.counts().squares();
      sum[3] += one.counts().rows();
    }
    double squares = 0;
    double freedom = 0;
    for (double[] sum : perRep.values()) {
      squares += Math.max(0, sum[2] - sum[1] * sum[1] / sum[0]);
      freedom += sum[3] - 1;
    }
    return freedom == 0 ? 0 : squares / freedom;
  }

  private static Learnt learnt(Regression regression, Function<Regression.Fitted, Learnt> model) {
    return regression instanceof Regression.Fitted fit
        ? model.apply(fit)
        : new Learnt.Nothing(
            "Nothing was to be expected: %s."
                .formatted(((Regression.Impossible) regression).reason()));
  }
}
