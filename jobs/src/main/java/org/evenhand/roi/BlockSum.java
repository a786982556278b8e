package org.evenhand.roi;

import java.util.EnumMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.stats.did.Pair;
import org.evenhand.table.columns.GoldRoiSum;

/**
 * Sums of one block over a pair of periods.
 *
 * @param pair time and base; the same for levels
 * @param counts reps seen in both periods, by family of outcomes
 * @param sums of changes, or of levels
 */
record BlockSum(Block block, Pair pair, Map<Family, Long> counts, Map<Outcome, Double> sums) {
  BlockSum {
    counts = Map.copyOf(counts);
    sums = Map.copyOf(sums);
  }

  static BlockSum of(Row row) {
    Map<Family, Long> counts = new EnumMap<>(Family.class);
    Map<Outcome, Double> sums = new EnumMap<>(Outcome.class);
    for (Family family : Family.values()) {
      counts.put(family, family.count().whole(row));
    }
    for (Outcome outcome : Outcome.values()) {
      sums.put(outcome, outcome.column().real(row));
    }
    int time = row.getInt(row.fieldIndex(GoldRoiSum.PERIOD.name()));
    int base = row.getInt(row.fieldIndex(GoldRoiSum.BASE_PERIOD.name()));
    return new BlockSum(Block.of(row), new Pair(time, base), counts, sums);
  }

  boolean level() {
    return pair.time() == pair.base();
  }

  long count(Family family) {
    return counts.getOrDefault(family, 0L);
  }

  double sum(Outcome outcome) {
    return sums.getOrDefault(outcome, 0.0);
  }
}
