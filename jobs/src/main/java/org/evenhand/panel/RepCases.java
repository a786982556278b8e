package org.evenhand.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.table.Edition;

/**
 * Cases begun per rep and four-week period, and how many succeeded within the role's horizon. Only
 * periods whose last case has been watched for the whole horizon: a younger one would look worse
 * than it is.
 */
final class RepCases {
  private final Thresholds thresholds;
  private final Periods periods;
  private final LocalDate today;

  RepCases(Thresholds thresholds, Periods periods, LocalDate today) {
    this.thresholds = thresholds;
    this.periods = periods;
    this.today = today;
  }

  private record Key(long rep, int period) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRep = Long.compare(rep, other.rep);
      return byRep != 0 ? byRep : Integer.compare(period, other.period);
    }
  }

  List<Row> rows(Edition edition, List<Case> cases) {
    Map<Key, long[]> counts = new TreeMap<>();
    for (Case one : cases) {
      key(one).ifPresent(key -> count(counts.computeIfAbsent(key, k -> new long[2]), one));
    }
    return counts.entrySet().stream()
        .map(
            entry ->
                RowFactory.create(
                    edition.quarter(),
                    edition.id(),
                    entry.getKey().rep(),
                    entry.getKey().period(),
                    entry.getValue()[0],
                    entry.getValue()[1]))
        .toList();
  }

  private Optional<Key> key(Case one) {
    Optional<Integer> period = periods.of(one.start());
    boolean watched =
        periods
            .lastDay(one.start())
            .filter(last -> !last.plusDays(horizon(one)).isAfter(today))
            .isPresent();
    return one.holder().rep().isEmpty() || period.isEmpty() || !watched
        ? Optional.empty()
        : Optional.of(new Key(one.holder().rep().get(), period.get()));
  }

  private void count(long[] counts, Case one) {
    counts[0]++;
    boolean inTime =
        one.cause() == 1
            && one.end()
                .filter(end -> ChronoUnit.DAYS.between(one.start(), end) <= horizon(one))
                .isPresent();
    counts[1] += inTime ? 1 : 0;
  }

  private int horizon(Case one) {
    return thresholds.conversionHorizon(one.family().orElse("AE"));
  }
}
