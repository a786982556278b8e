package org.evenhand.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.evenhand.schema.RowRule;
import org.evenhand.schema.RowRules;
import org.evenhand.schema.Severity;
import org.evenhand.schema.TableContract;

/**
 * A contract's row rules as columns over a frame that has the contract's columns under their names.
 * Each result is one {@code array<string>}, never NULL, however many rules there are, so a stage
 * stays narrow. A row that breaks nothing costs one short-circuited condition.
 */
public final class RowChecks {
  private static final Column NONE = array().cast("array<string>");

  private RowChecks() {}

  /** Why a row is rejected, in plain words with its values; empty = accepted. */
  public static Column reasons(TableContract contract) {
    return broken(rules(contract, Severity.FAIL), rule -> expr(rule.reason()));
  }

  /** What is odd about a row that is accepted nevertheless. */
  public static Column warnings(TableContract contract) {
    return broken(rules(contract, Severity.WARN), rule -> expr(rule.reason()));
  }

  /** Names of the rules a row breaks, of both severities, for counting by rule. */
  public static Column brokenRules(TableContract contract) {
    return broken(RowRules.of(contract), rule -> lit(rule.name()));
  }

  private static List<RowRule> rules(TableContract contract, Severity severity) {
    return RowRules.of(contract).stream().filter(rule -> rule.severity() == severity).toList();
  }

  private static Column broken(List<RowRule> rules, Function<RowRule, Column> said) {
    if (rules.isEmpty()) {
      return NONE;
    }
    Column allHold =
        rules.stream().map(rule -> expr(rule.holds())).reduce(Column::and).orElseThrow();
    Stream<Column> sentences =
        rules.stream().map(rule -> when(expr(rule.holds()).equalTo(false), said.apply(rule)));
    return when(allHold, NONE).otherwise(array_compact(array(sentences.toArray(Column[]::new))));
  }
}
