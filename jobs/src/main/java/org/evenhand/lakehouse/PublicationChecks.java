package org.evenhand.lakehouse;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.table.LakeTables;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.table.columns.GoldSourceCompleteness;

/** What must hold of a candidate before readers see it. */
final class PublicationChecks {
  private PublicationChecks() {}

  /** What is wrong with the copies, in plain words; empty = nothing. */
  static List<String> problems(LakeTables copies) {
    List<String> problems = new ArrayList<>();
    List<Row> facts = copies.rows(GoldFact.TABLE);
    if (facts.isEmpty()) {
      problems.add("there are no facts");
    }
    long distinct = facts.stream().map(GoldFact.FACT_ID::text).distinct().count();
    if (distinct != facts.size()) {
      problems.add("%d of %d facts share an id".formatted(facts.size() - distinct, facts.size()));
    }
    if (copies.rows(GoldSourceCompleteness.TABLE).isEmpty()) {
      problems.add("nothing says which sources were delivered");
    }
    return problems;
  }
}
