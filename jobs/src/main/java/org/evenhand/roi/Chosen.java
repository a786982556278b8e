package org.evenhand.roi;

import java.util.function.Predicate;
import org.evenhand.stats.did.Cell;
import org.evenhand.stats.did.CellEstimator;
import org.evenhand.stats.did.GroupTime;
import org.evenhand.stats.did.Labels;

/** Some cells of an estimator: one cohort, the periods of one quarter. */
record Chosen(CellEstimator of, Predicate<Cell> cells) implements CellEstimator {

  @Override
  public GroupTime estimate() {
    return only(of.estimate());
  }

  @Override
  public GroupTime without(int cluster) {
    return only(of.without(cluster));
  }

  @Override
  public Labels labels() {
    return of.labels();
  }

  @Override
  public CellEstimator relabelled(int[] cohorts) {
    return new Chosen(of.relabelled(cohorts), cells);
  }

  private GroupTime only(GroupTime all) {
    return new GroupTime(
        all.plan(),
        all.clusters(),
        all.cells().stream().filter(found -> cells.test(found.cell())).toList(),
        all.weights());
  }
}
