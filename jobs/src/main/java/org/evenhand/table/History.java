package org.evenhand.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ledger of a table.
 *
 * @param version newest version, -1 when there is no table
 * @param commits commits with a stamp, oldest first
 */
record History(long version, List<Commit> commits) {
  History {
    commits = List.copyOf(commits);
  }

  Optional<Commit> newest() {
    return commits.isEmpty() ? Optional.empty() : Optional.of(commits.get(commits.size() - 1));
  }

  boolean has(String inputs) {
    return commits.stream().anyMatch(done -> done.stamp().inputs().equals(inputs));
  }

  /** What the table holds, by slice; a copy to change. */
  Map<String, Content> slices() {
    return new TreeMap<>(newest().map(Commit::slices).orElse(Map.of()));
  }

  /** The same ledger with the slices under a prefix alone. */
  History part(String prefix) {
    Map<String, Content> wanted = slices();
    wanted.keySet().removeIf(slice -> !slice.startsWith(prefix));
    return new History(
        version,
        newest().map(c -> List.of(new Commit(c.version(), c.stamp(), wanted))).orElse(List.of()));
  }

  TableState state(Table table) {
    Content all = Content.sum(slices().values());
    return new TableState(table, version, all.rows(), all.checksum().hex());
  }
}
