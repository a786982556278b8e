package org.evenhand.intake.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one JSON document: an array, at its root or at a path. Read as a stream; where the
 * document breaks nothing after it can be told apart, so the file fails.
 */
final class JsonRecords implements Records {
  private static final ObjectReader ELEMENT =
      JsonText.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final TextSource text;
  private final JsonParser document;
  private final JsonParser parser;
  private final JsonRows rows;
  private final String path;
  private final Deque<SourceRecord> ready = new ArrayDeque<>();
  private boolean started;

  JsonRecords(InputStream data, ReadPlan plan, ReadPlan.Json shape) throws IOException {
    this.text = TextSource.open(data, StandardCharsets.UTF_8);
    this.path = shape.records();
    this.document = JsonText.MAPPER.getFactory().createParser(text.reader());
    this.parser =
        path.isEmpty()
            ? document
            : new FilteringParserDelegate(
                document,
                new JsonPointerBasedFilter(path),
                TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
                false);
    this.rows = new JsonRows(plan, shape.explode());
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    try {
      while (ready.isEmpty()) {
        JsonToken token = started ? parser.nextToken() : first();
        if (token == null || token == JsonToken.END_ARRAY) {
          drain();
          rows.finish();
          return null;
        }
        ready.addAll(records());
      }
      return ready.poll();
    } catch (JsonProcessingException e) {
      throw new UnreadableFile(
          "The JSON document breaks at line %d: %s Export it again."
              .formatted(line(e), JsonText.problem(e)));
    }
  }

  private @Nullable JsonToken first() throws IOException {
    started = true;
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new UnreadableFile(
          path.isEmpty()
              ? "The file holds no JSON. Export it again."
              : "The JSON document has no array at '%s'. Correct 'records' in the mapping."
                  .formatted(path));
    }
    return token == JsonToken.START_ARRAY ? parser.nextToken() : token;
  }

  private List<SourceRecord> records() throws IOException {
    long line = document.currentTokenLocation().getLineNr();
    JsonNode record = ELEMENT.readTree(parser);
    String raw = record.toString();
    String problem = Values.problemOf(raw, text.encoding(), text.mayBeMalformed());
    return problem.isEmpty()
        ? rows.rows(line, raw, record)
        : List.of(rows.broken(line, raw, problem));
  }

  /** Reads to the end, so that a document broken after its records is noticed. */
  private void drain() throws IOException {
    while (document.nextToken() != null) {
      // nothing more is wanted
    }
  }

  private static long line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  @Override
  public FileColumns columns() {
    return rows.columns();
  }

  @Override
  public void close() throws IOException {
    parser.close();
    text.reader().close();
  }
}
