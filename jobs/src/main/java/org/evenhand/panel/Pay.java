package org.evenhand.panel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldCommissionQuarter;

/**
 * Commission by rep and quarter.
 *
 * @param lines every rep, quarter and currency
 * @param constant total at the constant rate per rep and quarter; no entry where a rate is missing
 */
record Pay(List<Line> lines, Map<Long, Map<String, Double>> constant) {

  /** Money of a rep in a quarter and currency. */
  record Line(
      long rep,
      String quarter,
      String currency,
      Optional<String> role,
      Kinds kinds,
      Counts counts) {}

  /** In the line's currency. */
  record Kinds(BigDecimal commission, BigDecimal spiff, BigDecimal draw, BigDecimal clawback) {}

  /** Statement lines and how many of them a later version changed. */
  record Counts(long lines, long restated) {}

  static Pay of(List<Row> rows) {
    Map<Long, Map<String, Double>> constant = new TreeMap<>();
    Map<Long, Map<String, Boolean>> broken = new HashMap<>();
    for (Row row : rows) {
      long rep = GoldCommissionQuarter.REP_KEY.whole(row);
      String quarter = GoldCommissionQuarter.EARNED_QUARTER.text(row);
      if (GoldCommissionQuarter.COMMISSION_CONSTANT.isNull(row)) {
        broken.computeIfAbsent(rep, key -> new HashMap<>()).put(quarter, true);
      } else {
        constant
            .computeIfAbsent(rep, key -> new TreeMap<>())
            .merge(
                quarter,
                GoldCommissionQuarter.COMMISSION_CONSTANT.money(row).doubleValue(),
                Double::sum);
      }
    }
    broken.forEach(
        (rep, quarters) ->
            quarters.keySet().forEach(q -> constant.getOrDefault(rep, new TreeMap<>()).remove(q)));
    return new Pay(rows.stream().map(Pay::line).toList(), constant);
  }

  private static Line line(Row row) {
    return new Line(
        GoldCommissionQuarter.REP_KEY.whole(row),
        GoldCommissionQuarter.EARNED_QUARTER.text(row),
        GoldCommissionQuarter.CURRENCY.text(row),
        Optional.ofNullable((String) GoldCommissionQuarter.ROLE.value(row)),
        new Kinds(
            GoldCommissionQuarter.COMMISSION.money(row),
            GoldCommissionQuarter.SPIFF.money(row),
            GoldCommissionQuarter.DRAW.money(row),
            GoldCommissionQuarter.CLAWBACK.money(row)),
        new Counts(
            GoldCommissionQuarter.LINES.whole(row),
            GoldCommissionQuarter.RESTATED_LINES.whole(row)));
  }

  Optional<Double> of(long rep, String quarter) {
    return Optional.ofNullable(constant.getOrDefault(rep, Map.of()).get(quarter));
  }

  List<Line> in(String quarter) {
    return lines.stream().filter(line -> line.quarter().equals(quarter)).toList();
  }
}
