package org.evenhand.roi;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.stats.did.Change;
import org.evenhand.stats.did.Plan;
import org.evenhand.stats.did.Sums;

/** Sums of the blocks of one scope, in a fixed order. */
record Panel(List<BlockSum> sums) {
  private static final Comparator<BlockSum> ORDER =
      Comparator.<BlockSum, String>comparing(sum -> sum.block().name())
          .thenComparing(BlockSum::pair);

  Panel {
    sums = sums.stream().sorted(ORDER).toList();
  }

  Panel only(Predicate<Block> chosen) {
    return new Panel(sums.stream().filter(sum -> chosen.test(sum.block())).toList());
  }

  /** Levels of a family where anybody is known. */
  List<BlockSum> levels(Family family) {
    return sums.stream().filter(sum -> sum.level() && sum.count(family) > 0).toList();
  }

  SortedSet<Integer> periods(Family family) {
    SortedSet<Integer> periods = new TreeSet<>();
    levels(family).forEach(sum -> periods.add(sum.pair().time()));
    return periods;
  }

  SortedSet<String> teams(Family family, Predicate<Block> chosen) {
    SortedSet<String> teams = new TreeSet<>();
    levels(family).stream()
        .filter(sum -> chosen.test(sum.block()))
        .forEach(sum -> teams.add(sum.block().team()));
    return teams;
  }

  /** Every team of the panel. */
  SortedSet<String> teams() {
    SortedSet<String> teams = new TreeSet<>();
    sums.forEach(sum -> teams.add(sum.block().team()));
    return teams;
  }

  /** Most reps of each block known at once, blocks in order. */
  Map<Block, Long> sizes(Family family) {
    Map<Block, Long> sizes = new LinkedHashMap<>();
    levels(family).forEach(sum -> sizes.merge(sum.block(), sum.count(family), Math::max));
    return sizes;
  }

  /**
   * The sums the estimator takes.
   *
   * @param teams clusters
   * @param strata columns reps are compared within
   */
  Sums of(Linear outcome, Plan plan, SortedSet<String> teams, List<String> strata) {
    Sums.Builder builder = Sums.builder(plan, teams);
    sizes(outcome.family())
        .forEach((block, size) -> builder.units(block.team(), block.cohort(), size));
    for (BlockSum sum : sums) {
      if (!sum.level()) {
        long count = outcome.count(sum);
        builder.change(
            sum.block().team(),
            sum.block().cohort(),
            sum.block().stratum().key(strata),
            sum.pair(),
            new Change(count, count, outcome.of(sum)));
      }
    }
    return builder.build();
  }
}
