package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Where the activities of a day go. */
interface ActivityFiles {
  CsvFile tasks(LocalDate day);

  CsvFile events(LocalDate day);

  /** One file of each kind. */
  record Quarterly(CsvFile tasks, CsvFile events) implements ActivityFiles {
    @Override
    public CsvFile tasks(LocalDate day) {
      return tasks;
    }

    @Override
    public CsvFile events(LocalDate day) {
      return events;
    }
  }

  /** Files opened when the first row of their day comes: at most ten a week. */
  final class Daily implements ActivityFiles, AutoCloseable {
    private final Landing landing;
    private final Map<LocalDate, CsvFile> tasks = new TreeMap<>();
    private final Map<LocalDate, CsvFile> events = new TreeMap<>();

    Daily(Landing landing) {
      this.landing = landing;
    }

    @Override
    public CsvFile tasks(LocalDate day) {
      return tasks.computeIfAbsent(
          day, key -> open("salesforce/task/Task_%s.csv.gz", key, ActivityRows.TASK));
    }

    @Override
    public CsvFile events(LocalDate day) {
      return events.computeIfAbsent(
          day, key -> open("salesforce/event/Event_%s.csv.gz", key, ActivityRows.EVENT));
    }

    private CsvFile open(String path, LocalDate day, String... header) {
      return landing.csv(path.formatted(day.plusDays(1)), header);
    }

    @Override
    public void close() {
      tasks.values().forEach(CsvFile::close);
      events.values().forEach(CsvFile::close);
    }
  }
}
