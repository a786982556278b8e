package org.evenhand.lakehouse;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.schema.WriteMode;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;

/**
 * Keeps the lake small: editions that were never published go, small files are joined, files past
 * their retention are deleted. What readers see does not change.
 */
public final class Maintain {
  private final LakeTables tables;
  private final Published published;

  public Maintain(LakeTables tables, String lake) {
    this.tables = tables;
    this.published = new Published(lake);
  }

  /**
   * Drops the editions that were never published, except the ones named.
   *
   * @param kept editions that are not published yet and still wanted, such as a run's in progress
   * @return dropped editions by table
   */
  public Map<Table, Set<Edition>> dropUnpublished(
      Collection<Table> all, Set<Edition> kept, String runId) {
    Set<Edition> wanted = new LinkedHashSet<>(kept);
    published.manifests().forEach(manifest -> wanted.add(manifest.edition()));
    Map<Table, Set<Edition>> dropped = new TreeMap<>();
    for (Table table : withEditions(all)) {
      Set<Edition> unwanted =
          tables.editions(table).stream()
              .filter(edition -> !wanted.contains(edition))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (!unwanted.isEmpty()) {
        tables.drop(table, unwanted, new Stamp("maintain", runId, "drop " + unwanted, Map.of()));
        dropped.put(table, unwanted);
      }
    }
    return dropped;
  }

  /** Joins small files and deletes those past their retention. */
  public void compact(Collection<Table> all) {
    all.stream().sorted().forEach(tables::compact);
  }

  private static List<Table> withEditions(Collection<Table> all) {
    return all.stream()
        .filter(table -> table.contract().storage().mode() == WriteMode.EDITION)
        .sorted()
        .toList();
  }
}
