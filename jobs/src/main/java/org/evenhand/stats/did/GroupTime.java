package org.evenhand.stats.did;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All group-time average treatment effects of a panel.
 *
 * @param clusters names, in the order of every effect's influence
 */
public record GroupTime(
    Plan plan, List<String> clusters, List<CellEffect> cells, CohortWeights weights) {
  public GroupTime {
    clusters = List.copyOf(clusters);
    cells = List.copyOf(cells);
  }

  /** Effects before treatment that can be judged: what a pre-trend test is about. */
  public List<Effect> pre() {
    return judged(cell -> !cell.post());
  }

  /** Effects with an error among the chosen cells, in order. */
  public List<Effect> judged(Predicate<Cell> chosen) {
    return cells.stream()
        .filter(found -> found.judged() && chosen.test(found.cell()))
        .flatMap(found -> found.effect().stream())
        .toList();
  }

  /**
   * Degrees of freedom for simultaneous bands from jackknife errors: those of the cell with the
   * fewest clusters, by which the largest of many statistics is ruled. At least 1.
   */
  public double freedom() {
    return cells.stream()
        .filter(CellEffect::judged)
        .mapToDouble(found -> found.support().freedom())
        .min()
        .orElse(1);
  }

  /** Cohorts whose units share one cluster: their errors show the comparison's variation alone. */
  public NavigableSet<Integer> singleClusters() {
    NavigableSet<Integer> single = new TreeSet<>();
    for (CellEffect found : cells) {
      if (found.support().treatedClusters() == 1 && found.support().treated() > 1) {
        single.add(found.cell().group());
      }
    }
    return single;
  }
}
