package org.evenhand.cli;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.lakehouse.PublishQuarter;
import org.evenhand.lakehouse.Published;
import org.evenhand.sql.Role;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldFact;

/** The current edition of every published quarter as views, as far as a role may see them. */
final class PublishedViews {
  private PublishedViews() {}

  /** View name to rows of all published quarters; empty when nothing is published. */
  static Map<String, Dataset<Row>> of(LakeTables tables, String lake, Role role) {
    Map<String, Dataset<Row>> views = new TreeMap<>();
    for (Edition edition : new Published(lake).current().values()) {
      LakeTables published = tables.published(edition);
      for (Table table : PublishQuarter.TABLES) {
        if (role.sees(table.contract().storage().zone()) || table.equals(GoldFact.TABLE)) {
          Dataset<Row> rows = visible(published.read(table), table, role);
          views.merge(table.name().name(), rows, Dataset::unionByName);
        }
      }
    }
    return views;
  }

  /** Executives see facts about groups, never about one rep. */
  private static Dataset<Row> visible(Dataset<Row> rows, Table table, Role role) {
    return table.equals(GoldFact.TABLE) && role == Role.EXEC
        ? rows.where(GoldFact.SUBJECT_KIND.col().notEqual("REP"))
        : rows;
  }
}
