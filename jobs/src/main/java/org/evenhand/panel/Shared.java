package org.evenhand.panel;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.Tables;

/**
 * What several jobs of one run read from the same tables, read once. A value is kept as long as the
 * tables it came from, the quarter and the knowledge date stay the same, so that a stale one is
 * never seen.
 */
final class Shared {
  private static final Map<Tables, Map<String, Kept>> RUNS = new WeakHashMap<>();

  private Shared() {}

  private record Kept(String state, Object value) {}

  /**
   * @param name what it is; the last value of a name is kept
   * @param tables all tables it is read from
   */
  static <T> T get(
      RunContext context, String name, List<Table> tables, Class<T> type, Supplier<T> read) {
    Map<String, Kept> kept;
    synchronized (RUNS) {
      kept = RUNS.computeIfAbsent(context.tables(), run -> new ConcurrentHashMap<>());
    }
    String state = state(context, tables);
    Kept known = kept.get(name);
    if (known != null && known.state().equals(state)) {
      return type.cast(known.value());
    }
    T value = read.get();
    kept.put(name, new Kept(state, value));
    return value;
  }

  private static String state(RunContext context, List<Table> tables) {
    return tables.stream()
        .map(table -> table + "=" + context.tables().state(table).checksum())
        .collect(Collectors.joining(" ", context.period() + " ", ""));
  }
}
