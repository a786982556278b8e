package org.evenhand.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.errors.UserException;
import org.evenhand.schema.Sha256;

/**
 * A CSV file with a header, or a Parquet file, as text.
 *
 * @param rows as long as the header; a missing cell is empty
 * @param sha256 of the file
 */
public record InputTable(List<String> header, List<List<String>> rows, String sha256) {
  public InputTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * @throws UserException when there is no such file or it is neither CSV with a header nor Parquet
   */
  public static InputTable read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw UserException.usage(
          "Cannot read %s: there is no such file. Name it with --input.".formatted(file));
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      List<List<String>> lines =
          ParquetLines.isParquet(bytes) ? ParquetLines.of(file) : CsvLines.of(file, bytes);
      if (lines.isEmpty()) {
        throw UserException.usage(
            "Cannot read %s: it is empty. A header line with column names is needed."
                .formatted(file));
      }
      return new InputTable(lines.get(0), lines.subList(1, lines.size()), Sha256.of(bytes));
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
}
