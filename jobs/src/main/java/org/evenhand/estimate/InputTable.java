package org.evenhand.estimate;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.evenhand.errors.UserException;

/**
 * A CSV file with a header, as text.
 *
 * @param rows as long as the header; a missing cell is empty
 * @param sha256 of the file
 */
public record InputTable(List<String> header, List<List<String>> rows, String sha256) {
  private static final int MOST_SHARED = 1_000_000;

  public InputTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * @throws UserException when there is no such file or it is no CSV with a header
   */
  public static InputTable read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw UserException.usage(
          "Cannot read %s: there is no such file. Name it with --input.".formatted(file));
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      List<List<String>> lines = lines(file, bytes);
      if (lines.isEmpty()) {
        throw UserException.usage(
            "Cannot read %s: it is empty. A header line with column names is needed."
                .formatted(file));
      }
      return new InputTable(lines.get(0), lines.subList(1, lines.size()), sha256(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Position of a column.
   *
   * @throws UserException naming the columns there are
   */
  public int column(String name) {
    int position = header.indexOf(name);
    if (position < 0) {
      throw UserException.usage(
          "Cannot find column '%s': the file has %s. Name the column with its option."
              .formatted(name, String.join(", ", header)));
    }
    return position;
  }

  private static List<List<String>> lines(Path file, byte[] bytes) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setMaxCharsPerColumn(-1);
    CsvParser parser = new CsvParser(settings);
    try {
      parser.beginParsing(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
      Map<String, String> seen = new HashMap<>();
      List<List<String>> lines = new ArrayList<>();
      for (String[] cells = parser.parseNext(); cells != null; cells = parser.parseNext()) {
        lines.add(row(cells, lines.isEmpty() ? cells.length : lines.get(0).size(), seen));
      }
      return lines;
    } catch (TextParsingException e) {
      throw UserException.usage(
          "Cannot read %s: line %d is no CSV. Correct the file."
              .formatted(file, e.getLineIndex() + 1));
    }
  }

  /** Units, periods and groups come again and again: equal cells share one text. */
  private static List<String> row(String[] cells, int width, Map<String, String> seen) {
    String[] row = new String[width];
    for (int i = 0; i < width; i++) {
      String cell = i < cells.length ? cells[i].strip() : "";
      row[i] =
          seen.size() < MOST_SHARED
              ? seen.computeIfAbsent(cell, same -> same)
              : seen.getOrDefault(cell, cell);
    }
    return List.of(row);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
