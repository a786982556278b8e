package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Aggregates.Summary;

/**
 * Delete-one-cluster jackknife of cells and averages: SE&sup2; = (C&minus;1)/C &sum;
 * (&theta;<sub>(&minus;c)</sub> &minus; mean)&sup2; (Quenouille 1956; Tukey 1958), written as
 * influence &radic;((C&minus;1)/C) (mean &minus; &theta;<sub>(&minus;c)</sub>) so that bands, tests
 * and covariances follow as from any influence. A cell that is lost with one of its clusters has no
 * jackknife error: it says so.
 */
final class ClusterJackknife {
  private static final String LOST =
      "leaving out one cluster leaves nothing to compare: no jackknife error";

  private final GroupTime all;
  private final Aggregates averages;
  private final List<GroupTime> without = new ArrayList<>();
  private final List<Aggregates> averagesWithout = new ArrayList<>();

  private ClusterJackknife(CellEstimator estimator, OptionalInt balance) {
    this.all = estimator.estimate();
    this.averages = Aggregates.of(all, balance);
    for (int c = 0; c < all.clusters().size(); c++) {
      GroupTime rest = estimator.without(c);
      without.add(rest);
      averagesWithout.add(Aggregates.of(rest, balance));
    }
  }

  static Estimated of(CellEstimator estimator, OptionalInt balance) {
    ClusterJackknife jackknife = new ClusterJackknife(estimator, balance);
    return new Estimated(jackknife.cells(), jackknife.aggregates());
  }

  private GroupTime cells() {
    List<CellEffect> cells = new ArrayList<>();
    for (int k = 0; k < all.cells().size(); k++) {
      int at = k;
      CellEffect found = all.cells().get(k);
      cells.add(
          found.judged()
              ? judged(found, without.stream().map(rest -> rest.cells().get(at).effect()).toList())
              : found);
    }
    return new GroupTime(all.plan(), all.clusters(), cells, all.weights());
  }

  private static CellEffect judged(CellEffect found, List<Optional<Effect>> replicates) {
    Effect effect = spread(found.effect().orElseThrow(), replicates);
    return new CellEffect(
        found.cell(),
        found.support(),
        Optional.of(effect),
        effect.varies() ? Optional.empty() : Optional.of(LOST));
  }

  private Aggregates aggregates() {
    return new Aggregates(
        summary(Aggregates::simple),
        summary(Aggregates::group),
        summary(Aggregates::dynamic),
        summary(Aggregates::calendar));
  }

  private Summary summary(Function<Aggregates, Summary> chosen) {
    Summary own = chosen.apply(averages);
    List<Summary> replicates = averagesWithout.stream().map(chosen).toList();
    return new Summary(
        own.overall()
            .map(effect -> spread(effect, replicates.stream().map(Summary::overall).toList())),
        own.by().stream()
            .map(
                part ->
                    new Part(
                        part.at(),
                        spread(
                            part.effect(),
                            replicates.stream().map(summary -> at(summary, part.at())).toList())))
            .toList());
  }

  private static Optional<Effect> at(Summary summary, int at) {
    return summary.by().stream().filter(part -> part.at() == at).map(Part::effect).findFirst();
  }

  /** The effect with jackknife influence; with none at all when a replicate is missing. */
  private static Effect spread(Effect effect, List<Optional<Effect>> replicates) {
    double clusters = replicates.size();
    if (replicates.stream().anyMatch(Optional::isEmpty)) {
      return effect.withInfluence(new double[replicates.size()]);
    }
    double[] values =
        replicates.stream().mapToDouble(replicate -> replicate.orElseThrow().value()).toArray();
    double mean = java.util.Arrays.stream(values).sum() / clusters;
    double factor = Math.sqrt((clusters - 1) / clusters);
    return effect.withInfluence(
        java.util.Arrays.stream(values).map(value -> factor * (mean - value)).toArray());
  }
}
