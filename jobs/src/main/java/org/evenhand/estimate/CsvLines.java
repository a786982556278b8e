package org.evenhand.estimate;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.errors.UserException;

/** A CSV file as lines of cells, the header first. */
final class CsvLines {
  private CsvLines() {}

  static List<List<String>> of(Path file, byte[] bytes) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setMaxCharsPerColumn(-1);
    CsvParser parser = new CsvParser(settings);
    try {
      parser.beginParsing(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
      SharedCells shared = new SharedCells();
      List<List<String>> lines = new ArrayList<>();
      for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
        lines.add(row(cells, lines.isEmpty() ? cells.length : lines.get(0).size(), shared));
      }
      return lines;
    } catch (TextParsingException e) {
      throw UserException.usage(
          "Cannot read %s: line %d is no CSV. Correct the file."
              .formatted(file, e.getLineIndex() + 1));
    }
  }

  private static List<String> row(String[] cells, int width, SharedCells shared) {
    String[] row = new String[width];
    for (int i = 0; i < width; i++) {
      row[i] = shared.of(i < cells.length ? cells[i].strip() : "");
    }
    return List.of(row);
  }
}
