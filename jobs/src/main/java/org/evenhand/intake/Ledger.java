package org.evenhand.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.intake.read.Digests;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeRejected;

/**
 * What is known of landed files. The entry of a file is in the same commit as its rows; {@code
 * bronze.file} follows, and what a crash kept from it is taken from the commits' stamps.
 */
final class Ledger {
  private static final String FILE = "file.";
  private static final String REJECTS = "rejects.";

  private final Tables tables;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> written = new HashSet<>();
  private final Set<String> rejectsWritten = new HashSet<>();

  private Ledger(Tables tables) {
    this.tables = tables;
  }

  /**
   * @param targets tables whose commits may hold entries
   */
  static Ledger load(Tables tables, Collection<Table> targets) {
    Ledger ledger = new Ledger(tables);
    tables.rows(BronzeFile.TABLE).stream().map(Entry::new).forEach(ledger::add);
    ledger.written.addAll(ledger.entries.keySet());
    targets.forEach(target -> tables.stamps(target).forEach(ledger::recover));
    for (Stamp stamp : tables.stamps(BronzeRejected.TABLE)) {
      stamp.details().keySet().stream()
          .filter(key -> key.startsWith(REJECTS))
          .forEach(key -> ledger.rejectsWritten.add(key.substring(REJECTS.length())));
    }
    return ledger;
  }

  private void recover(Stamp stamp) {
    stamp
        .details()
        .forEach(
            (key, json) -> {
              if (key.startsWith(FILE)) {
                add(Entry.parse(json));
              }
            });
  }

  /** Stamp details that carry entries. */
  static Map<String, String> details(Collection<Entry> entries) {
    return entries.stream().collect(Collectors.toMap(e -> FILE + e.fileId(), Entry::json));
  }

  /** Stamp details that say whose rejections a commit holds. */
  static Map<String, String> rejectDetails(Map<String, Long> rejected) {
    return rejected.entrySet().stream()
        .collect(Collectors.toMap(e -> REJECTS + e.getKey(), e -> String.valueOf(e.getValue())));
  }

  synchronized boolean knows(String fileId) {
    return entries.containsKey(fileId);
  }

  synchronized boolean hasRejectsOf(String fileId) {
    return rejectsWritten.contains(fileId);
  }

  synchronized void add(Entry entry) {
    entries.putIfAbsent(entry.fileId(), entry);
  }

  synchronized Collection<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** Files of a mapping whose rows count: landed and not replaced. */
  synchronized List<Entry> standing(String mapping) {
    List<Entry> landed =
        entries.values().stream()
            .filter(entry -> entry.mapping().equals(mapping) && entry.isLanded())
            .toList();
    Set<String> replaced =
        landed.stream().flatMap(entry -> entry.replaces().stream()).collect(Collectors.toSet());
    return landed.stream().filter(entry -> !replaced.contains(entry.fileId())).toList();
  }

  /** The newest delivery of a mapping before an instant: all its standing files. */
  List<Entry> deliveryBefore(String mapping, Instant extractedAt) {
    List<Entry> earlier =
        standing(mapping).stream()
            .filter(entry -> entry.extractedAt().isBefore(extractedAt))
            .toList();
    Optional<Instant> newest =
        earlier.stream().map(Entry::extractedAt).max(Comparator.naturalOrder());
    return earlier.stream().filter(e -> Optional.of(e.extractedAt()).equals(newest)).toList();
  }

  /** Brings {@code bronze.file} up to date. */
  synchronized void write(Stamp run) {
    List<Entry> missing = new ArrayList<>(entries.values());
    missing.removeIf(entry -> written.contains(entry.fileId()));
    if (missing.isEmpty()) {
      return;
    }
    missing.sort(Comparator.comparing(Entry::path).thenComparing(Entry::fileId));
    String inputs = Digests.of(missing.stream().map(Entry::fileId).toArray(String[]::new));
    tables.append(
        BronzeFile.TABLE,
        missing.stream().map(Entry::row).toList(),
        new Stamp(run.job(), run.runId(), inputs, Map.of()));
    missing.forEach(entry -> written.add(entry.fileId()));
  }
}
