package org.evenhand.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.schema.SourceMapping;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.GoldSourceCompleteness;
import org.evenhand.table.columns.SilverCalendar;
import org.jspecify.annotations.Nullable;

/** What arrived from each source. A mapping without any file is a row too: not delivered. */
public final class SourceCompleteness implements Job {

  @Override
  public String name() {
    return "source-completeness";
  }

  @Override
  public List<Table> reads() {
    return List.of(BronzeFile.TABLE, SilverCalendar.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldSourceCompleteness.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    List<String> parameters = new ArrayList<>(Parameters.of(context));
    context.rules().mappings().all().forEach(mapping -> parameters.add(mapping.name()));
    return parameters;
  }

  @Override
  public JobResult run(RunContext context) {
    Quarters.Dates dates = Quarters.of(context).dates(context.period().quarter());
    LocalDate deadline = dates.last().plusDays(Thresholds.of(context.policies()).onTimeDays());
    Map<String, List<Row>> files = new TreeMap<>();
    Map<String, String> targets = new TreeMap<>();
    for (SourceMapping mapping : context.rules().mappings().all()) {
      files.put(mapping.name(), new ArrayList<>());
      targets.put(mapping.name(), mapping.target().toString());
    }
    for (Row file : context.tables().rows(BronzeFile.TABLE)) {
      if (known(file, context.period().asOf())) {
        files.computeIfAbsent(BronzeFile.MAPPING.text(file), m -> new ArrayList<>()).add(file);
        targets.putIfAbsent(BronzeFile.MAPPING.text(file), BronzeFile.TARGET.text(file));
      }
    }
    List<Row> rows = new ArrayList<>();
    files.forEach(
        (source, own) ->
            rows.add(
                row(
                    context.period().edition(),
                    source,
                    targets.getOrDefault(source, "none"),
                    own,
                    new Quarters.Dates(dates.first(), deadline))));
    return JobResult.derived(
        context
            .tables()
            .edition(
                GoldSourceCompleteness.TABLE, context.period().edition(), rows, context.stamp()));
  }

  /** Files nothing could be taken of have no extract time and count always. */
  private static boolean known(Row file, Instant asOf) {
    return BronzeFile.EXTRACTED_AT.isNull(file)
        || !BronzeFile.EXTRACTED_AT.instant(file).isAfter(asOf);
  }

  /**
   * @param quarter first day of the quarter and the day until which its files are on time
   */
  private static Row row(
      Edition edition, String source, String target, List<Row> files, Quarters.Dates quarter) {
    List<Row> landed =
        files.stream().filter(file -> BronzeFile.STATUS.text(file).equals("LANDED")).toList();
    List<LocalDate> days =
        landed.stream()
            .map(file -> BronzeFile.EXTRACTED_AT.instant(file).atZone(ZoneOffset.UTC).toLocalDate())
            .toList();
    List<LocalDate> due = days.stream().filter(day -> !day.isBefore(quarter.first())).toList();
    List<@Nullable Object> values = new ArrayList<>();
    Stream.of(edition.quarter(), edition.id(), source, target, !landed.isEmpty())
        .forEach(values::add);
    values.add((long) landed.size());
    values.add(
        files.stream().filter(file -> !BronzeFile.STATUS.text(file).equals("LANDED")).count());
    values.add(due.stream().filter(day -> !day.isAfter(quarter.last())).count());
    values.add((long) due.size());
    values.add(landed.stream().filter(file -> !BronzeFile.REPLACES_FILE_ID.isNull(file)).count());
    values.add(landed.stream().mapToLong(BronzeFile.ROWS_READ::whole).sum());
    values.add(landed.stream().mapToLong(BronzeFile.ROWS_ACCEPTED::whole).sum());
    values.add(landed.stream().mapToLong(BronzeFile.ROWS_REJECTED::whole).sum());
    values.add(names(landed, BronzeFile.NEW_COLUMNS.name()));
    values.add(names(landed, BronzeFile.DROPPED_COLUMNS.name()));
    values.add(reasons(files));
    values.add(
        landed.stream().map(BronzeFile.EXTRACTED_AT::instant).max(Instant::compareTo).orElse(null));
    return RowFactory.create(values.toArray());
  }

  private static List<String> names(List<Row> files, String column) {
    return files.stream()
        .filter(file -> !file.isNullAt(file.fieldIndex(column)))
        .flatMap(file -> file.<String>getList(file.fieldIndex(column)).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> reasons(List<Row> files) {
    return files.stream()
        .filter(file -> !BronzeFile.STATUS.text(file).equals("LANDED"))
        .filter(file -> !BronzeFile.REASON.isNull(file))
        .map(BronzeFile.REASON::text)
        .distinct()
        .sorted()
        .toList();
  }
}
