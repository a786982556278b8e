package org.evenhand.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.intake.row.Tally;
import org.evenhand.schema.Delivery;
import org.evenhand.schema.SourceMapping;
import org.evenhand.table.Tables;

/** Decides, delivery by delivery, which files of a mapping are taken. */
final class Verdicts {
  private final IntakePolicy policy;
  private final Ledger ledger;
  private final Tables tables;
  private final SourceMapping mapping;
  private final Harvest harvest;
  private final Map<String, Entry> byWindow = new HashMap<>();
  private final Map<String, Entry> landed = new LinkedHashMap<>();
  private final List<Entry> failed = new ArrayList<>();
  private final List<String> stopped = new ArrayList<>();

  Verdicts(
      IntakePolicy policy, Ledger ledger, Tables tables, SourceMapping mapping, Harvest harvest) {
    this.policy = policy;
    this.ledger = ledger;
    this.tables = tables;
    this.mapping = mapping;
    this.harvest = harvest;
    ledger.standing(mapping.name()).forEach(this::stand);
  }

  private void stand(Entry entry) {
    byWindow.put(Candidate.window(mapping, entry.path()), entry);
  }

  /**
   * @param landed entries of files whose rows are taken, by file id
   * @param failed entries of the others
   * @param stopped messages of those that stop the job
   */
  record Decided(Map<String, Entry> landed, List<Entry> failed, List<String> stopped) {}

  /**
   * @param known columns that are not new although the mapping does not read them
   */
  Decided decided(Set<String> known) {
    harvest.results().stream()
        .map(result -> new Harvest.Result(result.file(), result.tally().knowing(known)))
        .collect(
            Collectors.groupingBy(r -> r.file().extractedAt(), TreeMap::new, Collectors.toList()))
        .values()
        .forEach(this::decide);
    return new Decided(landed, failed, stopped);
  }

  private void decide(List<Harvest.Result> delivery) {
    List<Harvest.Result> readable = delivery.stream().filter(this::isReadable).toList();
    Optional<String> lost = lost(readable);
    for (Harvest.Result result : readable) {
      if (lost.isPresent()) {
        fail(result.file(), result.tally().failed(lost.get()));
      } else {
        land(result);
      }
    }
  }

  private boolean isReadable(Harvest.Result result) {
    Tally tally = result.tally();
    if (tally.isFailed()) {
      fail(result.file(), tally);
      return false;
    }
    if (policy.isTooMany(tally.rejected(), tally.read())) {
      String reason = tooManyRejected(tally);
      stopped.add("%s: %s".formatted(result.file().path(), reason));
      fail(result.file(), tally.failed(reason));
      return false;
    }
    return true;
  }

  private String tooManyRejected(Tally tally) {
    return "%d of %d records were rejected, more than the %s %% that policy/intake.json allows (%s). Correct the export or the mapping %s."
        .formatted(
            tally.rejected(),
            tally.read(),
            percent(policy.maxRejectShare()),
            String.join(" | ", tally.examples()),
            mapping.name());
  }

  /** Why a full load is not believed: it lost more keys than the mapping allows. */
  private Optional<String> lost(List<Harvest.Result> readable) {
    Delivery delivery = mapping.delivery();
    if (delivery.load() != Delivery.Load.FULL || readable.isEmpty()) {
      return Optional.empty();
    }
    Set<String> before =
        ids(ledger.deliveryBefore(mapping.name(), readable.get(0).file().extractedAt()));
    if (before.isEmpty() || delivery.maxLostShare() >= 1) {
      return Optional.empty();
    }
    Difference difference = harvest.difference(tables, before, together(readable));
    return difference.lostShare() > delivery.maxLostShare()
        ? Optional.of(lostTooMany(difference))
        : Optional.empty();
  }

  private String lostTooMany(Difference difference) {
    return "This full load lost %d of the %d keys of the one before (%s %%), more than the %s %% that mapping %s allows (maxLostShare). Export it again, or raise maxLostShare if so many are gone."
        .formatted(
            difference.removed(),
            difference.before(),
            percent(difference.lostShare()),
            percent(mapping.delivery().maxLostShare()),
            mapping.name());
  }

  /** The whole delivery: its new files and those that landed already and still stand. */
  private Set<String> together(List<Harvest.Result> readable) {
    Set<String> files = new HashSet<>();
    Set<String> windows = new HashSet<>();
    for (Harvest.Result result : readable) {
      files.add(result.file().fileId());
      windows.add(result.file().window());
    }
    ledger.standing(mapping.name()).stream()
        .filter(e -> e.extractedAt().equals(readable.get(0).file().extractedAt()))
        .filter(e -> !windows.contains(Candidate.window(mapping, e.path())))
        .forEach(e -> files.add(e.fileId()));
    return files;
  }

  private void land(Harvest.Result result) {
    List<String> notes = new ArrayList<>();
    Optional<Entry> earlier = Optional.ofNullable(byWindow.get(result.file().window()));
    earlier.ifPresent(entry -> notes.add(reexport(entry, result.file())));
    List<String> absent = result.tally().columns().absent();
    if (!absent.isEmpty()) {
      notes.add(
          "The file lacks columns the mapping could use: %s.".formatted(String.join(", ", absent)));
    }
    Entry entry = Entries.landed(result.file(), result.tally(), earlier.map(Entry::fileId), notes);
    landed.put(entry.fileId(), entry);
    ledger.add(entry);
    stand(entry);
  }

  private String reexport(Entry earlier, Candidate file) {
    Difference difference =
        harvest.difference(tables, Set.of(earlier.fileId()), Set.of(file.fileId()));
    return "Exported again in place of %s: %d rows added, %d removed, %d changed."
        .formatted(earlier.path(), difference.added(), difference.removed(), difference.changed());
  }

  private void fail(Candidate file, Tally tally) {
    failed.add(Entries.failed(file, tally));
  }

  private static Set<String> ids(List<Entry> entries) {
    return entries.stream().map(Entry::fileId).collect(Collectors.toSet());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share).replace(".0", "");
  }
}
