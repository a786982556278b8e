package org.evenhand.skills;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.stats.Figure;

/**
 * What became of those the watch would have named thirteen weeks before: how probable their decline
 * is by all evidence since, and how many weeks later an outcome or goal first told the same.
 *
 * @param named those of then
 */
record BackTest(List<Changed> named, LocalDate then, List<String> late) {
  private static final double DAYS = 7;

  /** Mean probability that those named had fallen. */
  Figure precision() {
    return named.isEmpty()
        ? new Figure.Undefined("Nobody would have been named thirteen weeks before.")
        : plain(
            named.stream().mapToDouble(one -> one.before().since()).average().orElse(0),
            named.size());
  }

  /** Median weeks of those an outcome or goal spoke of since. */
  Figure lead(Map<Changed.Pair, List<Piece>> pieces) {
    List<Double> weeks =
        named.stream()
            .map(one -> first(pieces.getOrDefault(one.pair(), List.of())))
            .flatMap(Optional::stream)
            .map(day -> ChronoUnit.DAYS.between(then, day) / DAYS)
            .sorted()
            .toList();
    return weeks.isEmpty()
        ? new Figure.Undefined("No outcome or goal has spoken against those named since.")
        : plain(
            (weeks.get((weeks.size() - 1) / 2) + weeks.get(weeks.size() / 2)) / 2, weeks.size());
  }

  private Optional<LocalDate> first(List<Piece> pieces) {
    return pieces.stream()
        .filter(piece -> late.contains(piece.origin().source()))
        .filter(piece -> piece.origin().day().isAfter(then))
        .filter(piece -> piece.effect().level() < 0)
        .map(piece -> piece.origin().day())
        .min(LocalDate::compareTo);
  }

  private static Figure plain(double value, int n) {
    return new Figure.Known(value, value, value, n);
  }
}
