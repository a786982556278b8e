package org.evenhand.consolidate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Derives facts from rows that were each believed for some time. At every instant at which belief
 * changed, the rule sees the rows believed then; what it derives is believed until a later instant
 * at which it no longer derives it. A correction therefore never rewrites what was known before.
 */
final class Knowledge {
  private Knowledge() {}

  /**
   * A value and when it was believed.
   *
   * @param from inclusive
   * @param to exclusive; null = still believed
   */
  record Known<T>(T value, Instant from, @Nullable Instant to) {
    boolean at(Instant instant) {
      return !from.isAfter(instant) && (to == null || to.isAfter(instant));
    }
  }

  /** Values must compare by content (records do). Order: by first belief, then as derived. */
  static <A, B> List<Known<B>> derive(List<Known<A>> rows, Function<List<A>, List<B>> rule) {
    Map<B, Instant> open = new LinkedHashMap<>();
    List<Known<B>> derived = new ArrayList<>();
    for (Instant instant : changes(rows)) {
      List<B> now =
          rule.apply(rows.stream().filter(row -> row.at(instant)).map(Known::value).toList());
      for (B gone : open.keySet().stream().filter(value -> !now.contains(value)).toList()) {
        derived.add(new Known<>(gone, required(open.remove(gone)), instant));
      }
      now.forEach(value -> open.putIfAbsent(value, instant));
    }
    open.forEach((value, from) -> derived.add(new Known<>(value, from, null)));
    return derived;
  }

  private static <A> java.util.SortedSet<Instant> changes(List<Known<A>> rows) {
    TreeSet<Instant> instants = new TreeSet<>();
    for (Known<A> row : rows) {
      instants.add(row.from());
      if (row.to() != null) {
        instants.add(row.to());
      }
    }
    return instants;
  }

  private static Instant required(@Nullable Instant instant) {
    if (instant == null) {
      throw new IllegalStateException("a value that ends had begun");
    }
    return instant;
  }
}
