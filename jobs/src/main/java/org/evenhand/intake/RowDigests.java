package org.evenhand.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.evenhand.intake.row.FileStamp;
import org.evenhand.schema.TableContract;

/** Key and content of landed rows, without the columns that say where they came from. */
final class RowDigests {
  private final List<Integer> key;
  private final List<Integer> content;

  RowDigests(TableContract contract) {
    List<String> columns = contract.columnNames();
    List<String> own = own(contract);
    this.content = own.stream().map(columns::indexOf).toList();
    List<Integer> named =
        contract.storage().key().stream().filter(own::contains).map(columns::indexOf).toList();
    this.key = named.isEmpty() ? content : named;
  }

  /** Columns that are not implied by landing. */
  static List<String> own(TableContract contract) {
    return contract.columnNames().stream().filter(name -> !FileStamp.fills(name)).toList();
  }

  Map<String, Integer> of(Iterable<Row> rows) {
    Map<String, Integer> digests = new HashMap<>();
    for (Row row : rows) {
      digests.merge(
          Arrays.toString(values(row, key)),
          Arrays.hashCode(values(row, content)),
          (first, second) -> 31 * first + second);
    }
    return digests;
  }

  private static Object[] values(Row row, List<Integer> positions) {
    return positions.stream().map(i -> String.valueOf(row.get(i))).toArray();
  }
}
