package org.evenhand.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV file. A record with more or fewer values than the header is broken; lines that
 * match a footer pattern are no records at the end of the file and broken ones before.
 */
final class CsvRecords implements Records {
  static final int LONGEST = 1 << 20;

  private final TextSource text;
  private final CsvScanner scanner;
  private final char delimiter;
  private final Values values;
  private final List<Pattern> footers;
  private final Header header;
  private final int[] positions;
  private final int[] kept;
  private final Deque<SourceRecord> ready = new ArrayDeque<>();

  CsvRecords(InputStream data, ReadPlan plan, ReadPlan.Csv csv) throws IOException {
    this.text = TextSource.open(data, Charset.forName(csv.encoding()));
    this.scanner = new CsvScanner(text.reader(), csv.delimiter(), csv.quote(), LONGEST);
    this.values = new Values(plan);
    this.footers = csv.footer().stream().map(Pattern::compile).toList();
    this.header = Header.of(headerLine(), plan);
    this.positions = header.positions().stream().mapToInt(Integer::intValue).toArray();
    this.kept = header.kept(plan);
    this.delimiter = csv.delimiter();
  }

  private List<String> headerLine() throws IOException {
    if (!nextLine()) {
      throw new UnreadableFile("The file holds no header line. Export it again.");
    }
    String problem = problem(scanner.raw(), scanner.cells());
    if (!problem.isEmpty()) {
      throw new UnreadableFile("The header cannot be read: " + problem);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < scanner.cells(); i++) {
      names.add(scanner.cell(i));
    }
    return names;
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    if (!ready.isEmpty()) {
      return ready.poll();
    }
    Deque<SourceRecord> footer = new ArrayDeque<>();
    while (nextLine()) {
      String raw = scanner.raw();
      if (!isFooter(raw)) {
        return afterFooter(footer, record(raw));
      }
      footer.add(broken(raw, "The line looks like a report footer but records follow it."));
    }
    return null;
  }

  /** What looked like a footer was none when a record follows: nothing is left out. */
  private SourceRecord afterFooter(Deque<SourceRecord> footer, SourceRecord next) {
    footer.add(next);
    SourceRecord first = footer.poll();
    ready.addAll(footer);
    return first == null ? next : first;
  }

  private boolean nextLine() throws IOException {
    while (scanner.next()) {
      if (!scanner.problem().isEmpty() || !scanner.isBlank()) {
        return true;
      }
    }
    return false;
  }

  private boolean isFooter(String raw) {
    return footers.stream().anyMatch(pattern -> pattern.matcher(raw).matches());
  }

  private SourceRecord record(String raw) {
    String problem = problem(raw, header.columns().header().size());
    if (!problem.isEmpty()) {
      return broken(raw, problem);
    }
    @Nullable String[] found = new String[positions.length];
    for (int i = 0; i < positions.length; i++) {
      found[i] = positions[i] < 0 ? null : values.present(scanner.cell(positions[i]));
    }
    return new SourceRecord(scanner.line(), 0, isWhole() ? raw : keptCells(), found, "");
  }

  private String problem(String raw, int expected) {
    String problem = Values.problemOf(raw, text.encoding(), text.mayBeMalformed());
    if (!problem.isEmpty()) {
      return problem;
    }
    if (!scanner.problem().isEmpty()) {
      return scanner.problem();
    }
    return scanner.cells() == expected
        ? ""
        : "The record has %d values, the header has %d.".formatted(scanner.cells(), expected);
  }

  private SourceRecord broken(String raw, String problem) {
    String text = isWhole() ? raw : SourceRecord.WITHHELD;
    return SourceRecord.broken(scanner.line(), text, positions.length, problem);
  }

  /** Whether no column is dropped at the door. */
  private boolean isWhole() {
    return header.columns().dropped().isEmpty();
  }

  private String keptCells() {
    StringJoiner cells = new StringJoiner(String.valueOf(delimiter));
    for (int index : kept) {
      cells.add(scanner.rawCell(index));
    }
    return cells.toString();
  }

  @Override
  public FileColumns columns() {
    return header.columns();
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }
}
