package org.evenhand.intake.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a file with one JSON object a line; a bad line is one broken record. */
final class NdjsonRecords implements Records {
  private static final int LONGEST = 16 << 20;

  private final TextSource text;
  private final CharWindow window;
  private final JsonRows rows;
  private final Deque<SourceRecord> ready = new ArrayDeque<>();
  private long line;
  private int consumed;

  NdjsonRecords(InputStream data, ReadPlan plan, ReadPlan.Ndjson shape) throws IOException {
    this.text = TextSource.open(data, StandardCharsets.UTF_8);
    this.window = new CharWindow(text.reader());
    this.rows = new JsonRows(plan, shape.explode());
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    while (ready.isEmpty()) {
      String raw = nextLine();
      if (raw == null) {
        rows.finish();
        return null;
      }
      if (!raw.isBlank()) {
        ready.addAll(records(raw));
      }
    }
    return ready.poll();
  }

  private List<SourceRecord> records(String raw) {
    String problem = Values.problemOf(raw, text.encoding(), text.mayBeMalformed());
    if (!problem.isEmpty()) {
      return List.of(rows.broken(line, raw, problem));
    }
    try {
      JsonNode record = JsonText.MAPPER.readTree(raw);
      return rows.rows(line, raw, record);
    } catch (JsonProcessingException e) {
      return List.of(rows.broken(line, raw, JsonText.problem(e)));
    }
  }

  private @Nullable String nextLine() throws IOException {
    window.advance(consumed);
    consumed = 0;
    if (window.at(0) == CharWindow.END) {
      return null;
    }
    line++;
    int length = 0;
    int c = window.at(0);
    while (c != '\n' && c != CharWindow.END) {
      c = window.at(++length);
      if (length > LONGEST) {
        throw new UnreadableFile(
            "Line %d is longer than %d characters. Export one JSON object a line."
                .formatted(line, LONGEST));
      }
    }
    consumed = c == '\n' ? length + 1 : length;
    return window.text(0, length);
  }

  @Override
  public FileColumns columns() {
    return rows.columns();
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
