package org.evenhand.stats.did;

import java.util.List;
import java.util.Optional;

/** One cell with covariates: guards, effect and contributions of clusters. */
final class AdjustedCell {
  private final Cell cell;
  private final Adjustment adjustment;
  private final int clusters;
  private final List<Member> members;

  AdjustedCell(Cell cell, Adjustment adjustment, int clusters, List<Member> members) {
    this.cell = cell;
    this.adjustment = adjustment;
    this.clusters = clusters;
    this.members = members;
  }

  CellEffect estimate() {
    if (cell.reference()) {
      return new CellEffect(
          cell,
          support(),
          Optional.of(Effect.of(0, new double[clusters])),
          Optional.of(SummedCell.REFERENCE));
    }
    AdjustedFit fit = fit();
    return fit instanceof AdjustedFit.Fitted fitted
        ? Judgement.of(cell, support(), Effect.of(fitted.effect(), influence(fitted)))
        : unknown(fit);
  }

  CellEffect valueOnly() {
    if (cell.reference()) {
      return CellEffect.known(cell, support(), Effect.of(0));
    }
    AdjustedFit fit = fit();
    return fit instanceof AdjustedFit.Fitted fitted
        ? CellEffect.known(cell, support(), Effect.of(fitted.effect()))
        : unknown(fit);
  }

  private CellEffect unknown(AdjustedFit fit) {
    return CellEffect.unknown(cell, support(), fit.why());
  }

  private AdjustedFit fit() {
    if (count(1) == 0) {
      return new AdjustedFit.Failed(Strata.NO_TREATED);
    }
    return count(0) == 0
        ? new AdjustedFit.Failed(Strata.NO_CONTROL)
        : AdjustedFit.of(adjustment, members);
  }

  private double[] influence(AdjustedFit.Fitted fitted) {
    double[] influence = new double[clusters];
    for (int i = 0; i < members.size(); i++) {
      influence[members.get(i).cluster()] += fitted.influence(i) / members.size();
    }
    return influence;
  }

  private Support support() {
    return new Support(count(1), count(0), clusters(1), clusters(0), 0);
  }

  private long count(int treated) {
    return members.stream().filter(member -> member.treated() == treated).count();
  }

  private int clusters(int treated) {
    return (int)
        members.stream()
            .filter(member -> member.treated() == treated)
            .mapToInt(Member::cluster)
            .distinct()
            .count();
  }
}
