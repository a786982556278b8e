package org.evenhand.schema;

import java.util.List;
import java.util.Optional;

/**
 * Everything about one table.
 *
 * @param name layer and name
 * @param description what one row is
 * @param owner the role that answers for it
 * @param storage mode, zone, key, partition, retention
 * @param columns in the order they are written
 * @param checks row rules beyond the columns' own constraints
 */
public record TableContract(
    TableName name,
    String description,
    String owner,
    Storage storage,
    List<ColumnContract> columns,
    List<Check> checks) {

  public TableContract {
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
  }

  /** Whether rows come from export files through intake, which adds file, line and time. */
  public boolean landed() {
    return ImpliedColumns.flags(this).landed();
  }

  public List<String> columnNames() {
    return columns.stream().map(ColumnContract::name).toList();
  }

  public Optional<ColumnContract> column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }
}
