package org.evenhand.stats.did;

import java.util.List;
import java.util.Optional;
import org.evenhand.stats.did.Sums.Entry;

/**
 * One cell from sums. A cluster contributes (&Delta;Y<sub>cg</sub> &minus; &sum;<sub>s</sub>
 * W<sub>cgs</sub>(m<sub>Cs</sub> + ATT))/W<sub>g</sub> &minus; &sum;<sub>s</sub>
 * (W<sub>gs</sub>/(W<sub>g</sub> W<sub>Cs</sub>)) (&Delta;Y<sub>cCs</sub> &minus; W<sub>cCs</sub>
 * m<sub>Cs</sub>): the influence function of Sant'Anna and Zhao (2020) summed over its units, W
 * being sums of weights.
 */
final class SummedCell {
  static final String REFERENCE = "the base period itself: 0 by construction";
  private static final Support NOBODY = new Support(0, 0, 0, 0, 0);

  private final Plan plan;
  private final Cell cell;
  private final int clusters;
  private final List<Entry> entries;
  private final int[] starts;
  private final Strata all;

  /**
   * @param entries of the cell's pair, in order of clusters
   */
  SummedCell(Plan plan, Cell cell, int clusters, int strata, List<Entry> entries) {
    this.plan = plan;
    this.cell = cell;
    this.clusters = clusters;
    this.entries = entries;
    this.starts = new int[clusters + 1];
    this.all = new Strata(strata);
    for (Entry entry : entries) {
      starts[entry.cluster() + 1]++;
      add(all, entry, 1);
    }
    for (int c = 0; c < clusters; c++) {
      starts[c + 1] += starts[c];
    }
  }

  CellEffect estimate() {
    if (cell.reference()) {
      return new CellEffect(
          cell, support(), Optional.of(Effect.of(0, new double[clusters])), Optional.of(REFERENCE));
    }
    Optional<String> none = all.whyNone();
    return none.isPresent()
        ? CellEffect.unknown(cell, support(), none.get())
        : Judgement.of(cell, support(), Effect.of(all.effect(), influence()));
  }

  CellEffect without(int cluster) {
    if (cell.reference()) {
      return CellEffect.known(cell, NOBODY, Effect.of(0));
    }
    Strata rest = all.copy();
    for (int i = starts[cluster]; i < starts[cluster + 1]; i++) {
      add(rest, entries.get(i), -1);
    }
    Optional<String> none = rest.whyNone();
    return none.isPresent()
        ? CellEffect.unknown(cell, NOBODY, none.get())
        : CellEffect.known(cell, NOBODY, Effect.of(rest.effect()));
  }

  private void add(Strata strata, Entry entry, int sign) {
    if (entry.cohort() == cell.group()) {
      strata.addTreated(entry.stratum(), entry.change(), sign);
    } else if (plan.controls(cell, entry.cohort())) {
      strata.addControl(entry.stratum(), entry.change(), sign);
    }
  }

  private double[] influence() {
    double effect = all.effect();
    double target = all.target();
    double[] influence = new double[clusters];
    for (Entry entry : entries) {
      if (all.overlaps(entry.stratum())) {
        influence[entry.cluster()] += contribution(entry, effect) / target;
      }
    }
    return influence;
  }

  private double contribution(Entry entry, double effect) {
    int s = entry.stratum();
    Change change = entry.change();
    if (entry.cohort() == cell.group()) {
      return change.sum() - change.weight() * (all.controlMean(s) + effect);
    }
    return plan.controls(cell, entry.cohort())
        ? -all.treatedWeight[s]
            / all.controlWeight[s]
            * (change.sum() - change.weight() * all.controlMean(s))
        : 0;
  }

  private Support support() {
    int treated = 0;
    int control = 0;
    for (int c = 0; c < clusters; c++) {
      List<Entry> own = entries.subList(starts[c], starts[c + 1]);
      treated += own.stream().anyMatch(entry -> entry.cohort() == cell.group()) ? 1 : 0;
      control += own.stream().anyMatch(entry -> plan.controls(cell, entry.cohort())) ? 1 : 0;
    }
    return new Support(
        all.count(all.treated), all.count(all.control), treated, control, all.lost());
  }
}
