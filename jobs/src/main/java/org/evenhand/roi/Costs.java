package org.evenhand.roi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Column;
import org.evenhand.table.columns.SilverAiFeature;

/**
 * What the helping features cost by the register. A feature in use without a cost, or in a currency
 * other than the reporting one, makes the total unknown: part of a sum is not the sum.
 */
final class Costs {
  private final Map<String, Row> features;
  private final String currency;

  private Costs(Map<String, Row> features, String currency) {
    this.features = features;
    this.currency = currency;
  }

  /**
   * @param rows of silver.ai_feature, as known
   * @param until last day of the quarter
   */
  static Costs of(List<Row> rows, RoiPolicy policy, LocalDate until, String currency) {
    Set<String> helping = policy.helping(rows);
    Map<String, Row> features = new TreeMap<>();
    for (Row row : rows) {
      boolean begun =
          SilverAiFeature.STARTED_ON.isNull(row)
              || !SilverAiFeature.STARTED_ON.date(row).isAfter(until);
      boolean over =
          !SilverAiFeature.ENDED_ON.isNull(row)
              && SilverAiFeature.ENDED_ON.date(row).isBefore(until);
      boolean helps = helping.contains(SilverAiFeature.FEATURE_ID.text(row));
      if (helps && begun && !over) {
        features.put(SilverAiFeature.FEATURE_ID.text(row), row);
      }
    }
    return new Costs(features, currency);
  }

  Figure licence() {
    return total(SilverAiFeature.YEARLY_COST);
  }

  Figure rollout() {
    return total(SilverAiFeature.ROLLOUT_COST);
  }

  private Figure total(Column column) {
    if (features.isEmpty()) {
      return new Figure.NotMeasured("No helping feature is on the register of the quarter.");
    }
    Set<String> missing = new TreeSet<>();
    double sum = 0;
    for (Map.Entry<String, Row> feature : features.entrySet()) {
      Row row = feature.getValue();
      boolean known =
          !column.isNull(row)
              && !SilverAiFeature.CURRENCY.isNull(row)
              && SilverAiFeature.CURRENCY.text(row).equals(currency);
      if (known) {
        sum += column.money(row).doubleValue();
      } else {
        missing.add(feature.getKey());
      }
    }
    return missing.isEmpty()
        ? new Figure.Known(sum, sum, sum, features.size())
        : new Figure.NotMeasured(
            "The register gives no cost in %s for %s."
                .formatted(currency, String.join(", ", missing)));
  }
}
