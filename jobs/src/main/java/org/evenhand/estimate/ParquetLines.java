package org.evenhand.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.evenhand.parquet.ParquetRows;

/**
 * A Parquet file as lines of cells, the names of its columns first. Numbers keep every digit, dates
 * and instants are ISO 8601, a missing value is empty.
 */
final class ParquetLines {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private ParquetLines() {}

  /** Whether the bytes begin as those of a Parquet file. */
  static boolean isParquet(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  static List<List<String>> of(Path file) throws IOException {
    try (ParquetRows rows = new ParquetRows(file)) {
      List<String> columns = ParquetRows.columns(file);
      List<List<String>> lines = new ArrayList<>(List.of(columns));
      SharedCells shared = new SharedCells();
      for (Optional<ObjectNode> row = rows.next(); row.isPresent(); row = rows.next()) {
        ObjectNode cells = row.get();
        lines.add(columns.stream().map(name -> shared.of(text(cells.path(name)))).toList());
      }
      return lines;
    } catch (ParquetRows.DamagedParquet e) {
      throw UserException.usage(
          "Cannot read %s: it is %s. Write the file again.".formatted(file, e.getMessage()));
    }
  }

  private static String text(JsonNode cell) {
    if (cell.isNull()) {
      return "";
    }
    return cell.isContainerNode() ? cell.toString() : cell.asText().strip();
  }
}
