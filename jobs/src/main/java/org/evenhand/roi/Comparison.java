package org.evenhand.roi;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.stats.did.Aggregates;
import org.evenhand.stats.did.CellEffect;
import org.evenhand.stats.did.Design;
import org.evenhand.stats.did.GroupTime;
import org.evenhand.stats.did.Plan;
import org.evenhand.stats.did.Sums;

/**
 * The comparison chosen by rule for a scope and an outcome: the never treated where they are many
 * teams, else also those not yet treated; within the finest strata that leave out no more treated
 * reps than the policy allows and still stand when any one team is left out.
 *
 * @param strata columns reps are compared within; none: everybody
 * @param support who stands behind it
 */
record Comparison(Plan plan, List<String> strata, Sums sums, Support support) {

  /**
   * @param overlapLoss share of treated observations without anybody comparable
   */
  record Support(
      long treated,
      long control,
      SortedSet<String> teams,
      SortedSet<String> treatedTeams,
      double overlapLoss) {

    /** Fewer than so many teams, or treated teams: inference by lot. */
    boolean few(RoiPolicy policy) {
      return teams.size() < policy.fewClusters() || treatedTeams.size() < policy.fewTreated();
    }
  }

  String controls() {
    return plan.design().control() == Design.Control.NEVER ? "NEVER_TREATED" : "NOT_YET_TREATED";
  }

  String within() {
    return strata.isEmpty() ? "none" : String.join(" x ", strata);
  }

  /**
   * @param anticipation periods before the start in which effects may show
   * @throws IllegalArgumentException saying why nothing can be compared
   */
  static Comparison of(Scope scope, Linear outcome, RoiPolicy policy, int anticipation) {
    Panel panel = scope.panel();
    Family family = outcome.family();
    Plan plan =
        Plan.of(
            new Design(control(panel, family, policy), Design.Base.UNIVERSAL, anticipation),
            panel.periods(family),
            panel.sizes(family).keySet().stream().map(Block::cohort).toList());
    Optional<Comparison> last = Optional.empty();
    for (List<String> strata : policy.strata()) {
      Comparison tried = with(scope, outcome, plan, strata);
      last = Optional.of(tried);
      if (tried.support.overlapLoss() <= policy.mostOverlapLoss() && tried.stands(scope)) {
        return tried;
      }
    }
    return last.orElseThrow();
  }

  /** Whether something is left to compare when any one team on either side is left out. */
  private boolean stands(Scope scope) {
    if (support.treatedTeams().size() < 2) {
      return true;
    }
    Chosen chosen = new Chosen(sums, cell -> scope.cohorts().test(cell.group()));
    List<String> clusters = List.copyOf(scope.panel().teams());
    return support.teams().stream()
        .allMatch(
            team ->
                Aggregates.of(chosen.without(clusters.indexOf(team)))
                    .group()
                    .overall()
                    .isPresent());
  }

  private static Design.Control control(Panel panel, Family family, RoiPolicy policy) {
    int never = panel.teams(family, block -> !block.treated()).size();
    return never >= policy.fewTreated() ? Design.Control.NEVER : Design.Control.NOT_YET;
  }

  private static Comparison with(Scope scope, Linear outcome, Plan plan, List<String> strata) {
    Sums sums = scope.panel().of(outcome, plan, scope.panel().teams(), strata);
    return new Comparison(plan, strata, sums, support(scope, outcome, plan, sums.estimate()));
  }

  private static Support support(Scope scope, Linear outcome, Plan plan, GroupTime cells) {
    List<CellEffect> post =
        cells.cells().stream()
            .filter(found -> found.cell().post() && scope.cohorts().test(found.cell().group()))
            .toList();
    long seen = post.stream().mapToLong(found -> found.support().treated()).sum();
    long lost = post.stream().mapToLong(found -> found.support().lost()).sum();
    long treated = 0;
    for (int group : plan.groups()) {
      treated +=
          post.stream()
              .filter(found -> found.cell().group() == group)
              .mapToLong(found -> found.support().treated() - found.support().lost())
              .max()
              .orElse(0);
    }
    SortedSet<String> treatedTeams =
        scope
            .panel()
            .teams(
                outcome.family(),
                block -> plan.groups().contains(block.cohort()) && scope.treats(block));
    SortedSet<String> teams =
        new TreeSet<>(
            scope
                .panel()
                .teams(
                    outcome.family(),
                    block -> scope.treats(block) ? plan.groups().contains(block.cohort()) : true));
    return new Support(
        treated,
        post.stream().mapToLong(found -> found.support().control()).max().orElse(0),
        teams,
        treatedTeams,
        seen == 0 ? 1 : (double) lost / seen);
  }
}
