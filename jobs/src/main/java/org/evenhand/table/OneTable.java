package org.evenhand.table;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.errors.DataException;

/** Reads and writes of one table: what a write adds and removes, and whether it is needed. */
final class OneTable {
  private static final Comparator<Edition> BY_QUARTER =
      Comparator.comparing(Edition::quarter).thenComparing(Edition::id);

  private final Shape shape;
  private final TableLog log;
  private final Reading reading;
  private final Batches batches;
  private final TableCheck check;
  private final InstantSource clock;

  OneTable(
      Shape shape,
      TableLog log,
      Reading reading,
      Batches batches,
      TableCheck check,
      InstantSource clock) {
    this.shape = shape;
    this.log = log;
    this.reading = reading;
    this.batches = batches;
    this.check = check;
    this.clock = clock;
  }

  TableLog log() {
    return log;
  }

  Dataset<Row> read(Predicate<DataFile> wanted) {
    return reading.frame(shape, wanted);
  }

  List<Row> rows() {
    return log.view().map(view -> reading.rows(shape, view.files())).orElse(List.of());
  }

  TableState state() {
    return log.history().state(shape.table());
  }

  TableState state(Edition edition) {
    return log.history()
        .part("%s/%s/".formatted(edition.quarter(), edition.id()))
        .state(shape.table());
  }

  List<String> problems() {
    return check.problems(shape, reading);
  }

  synchronized TableState append(Incoming rows, Stamp stamp) {
    History history = log.history();
    if (history.has(stamp.inputs())) {
      return history.state(shape.table());
    }
    Batch batch = batches.of(shape, rows);
    Map<String, Content> slices = history.slices();
    batch.slices().forEach((slice, content) -> slices.merge(slice, content, Content::plus));
    return commit(
        log.view(), new Change("Append", batch.place(), List.of()), new Origin(stamp, slices));
  }

  synchronized TableState replace(Slice slice, Incoming rows, Stamp stamp) {
    Batch batch = batches.of(shape, rows);
    History history = log.history();
    Map<String, Content> slices = history.slices();
    Predicate<DataFile> replaced = file -> true;
    if (slice instanceof Slice.Partition part) {
      refuseOutside(part.value(), batch);
      replaced = file -> file.partition().equals(Optional.of(part.value()));
      slices.remove(part.value());
    } else {
      slices.clear();
    }
    slices.putAll(batch.slices());
    Optional<View> view = log.view();
    if (view.isPresent() && slices.equals(history.slices()) && isCurrent(view.get())) {
      batch.discard();
      return history.state(shape.table());
    }
    List<DataFile> removed =
        view.map(View::files).orElse(List.of()).stream().filter(replaced).toList();
    return commit(view, new Change("Overwrite", batch.place(), removed), new Origin(stamp, slices));
  }

  synchronized TableState edition(Edition edition, Incoming rows, Stamp stamp) {
    String slice = "%s/%s/%s".formatted(edition.quarter(), edition.id(), stamp.job());
    History history = log.history();
    Map<String, Content> slices = history.slices();
    if (slices.containsKey(slice)) {
      return history.state(shape.table());
    }
    Batch batch = batches.of(shape, rows.in(edition));
    refuseOutside(edition.quarter(), batch);
    slices.put(slice, Content.sum(batch.slices().values()));
    List<DataFile> files = batch.place().stream().map(file -> file.inSlice(slice)).toList();
    return commit(log.view(), new Change("Append", files, List.of()), new Origin(stamp, slices));
  }

  /** Editions with rows in the table, in order of quarter and id. */
  Set<Edition> editions() {
    return log.history().slices().keySet().stream()
        .map(OneTable::edition)
        .collect(Collectors.toCollection(() -> new TreeSet<>(BY_QUARTER)));
  }

  synchronized TableState drop(Set<Edition> editions, Stamp stamp) {
    History history = log.history();
    Map<String, Content> slices = history.slices();
    if (!slices.keySet().removeIf(slice -> editions.contains(edition(slice)))) {
      return history.state(shape.table());
    }
    Optional<View> view = log.view();
    List<DataFile> removed =
        view.map(View::files).orElse(List.of()).stream()
            .filter(file -> editions.contains(edition(file.slice())))
            .toList();
    return commit(view, new Change("Overwrite", List.of(), removed), new Origin(stamp, slices));
  }

  private static Edition edition(String slice) {
    List<String> parts = List.of(slice.split("/"));
    return new Edition(parts.get(0), parts.size() > 1 ? parts.get(1) : "");
  }

  static IllegalArgumentException notPartitioned(Table table) {
    return new IllegalArgumentException(
        "Cannot take a slice of %s: it has no partition column. Use Slice.whole() or set partitionBy in its contract."
            .formatted(table));
  }

  private void refuseOutside(String value, Batch batch) {
    if (shape.partition().isEmpty()) {
      throw notPartitioned(shape.table());
    }
    List<String> others =
        batch.slices().keySet().stream().filter(slice -> !slice.equals(value)).toList();
    if (!others.isEmpty()) {
      batch.discard();
      throw new DataException(
          "Cannot write slice %s of %s: rows have %s %s. Write each slice with its own rows."
              .formatted(value, shape.table(), shape.partition().orElseThrow(), others));
    }
  }

  private TableState commit(Optional<View> view, Change change, Origin origin) {
    long version = view.map(View::version).orElse(-1L) + 1;
    long at = clock.millis();
    List<String> actions = new ArrayList<>();
    actions.add(
        Actions.commitInfo(
            Map.of("mode", change.mode()), StampJson.write(origin.stamp(), origin.slices()), at));
    if (view.isEmpty()) {
      actions.add(Actions.protocol());
    }
    if (view.isEmpty() || !isCurrent(view.get())) {
      actions.add(Actions.metadata(shape, log.path(), view.map(View::created).orElse(at)));
    }
    change.removed().forEach(file -> actions.add(Actions.remove(shape, file, at)));
    change.added().forEach(file -> actions.add(Actions.add(shape, file, at)));
    log.commit(version, actions);
    return state();
  }

  private boolean isCurrent(View view) {
    return view.schemaJson().equals(shape.declared().json())
        && view.properties().equals(shape.properties());
  }

  /** What a commit does to the files. */
  private record Change(String mode, List<DataFile> added, List<DataFile> removed) {}

  /** Where a commit comes from and what the table holds after it. */
  private record Origin(Stamp stamp, Map<String, Content> slices) {}
}
