package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.evenhand.stats.CrossProducts;
import org.evenhand.stats.LeastSquares;
import org.evenhand.stats.ShapleyShares;

/** What each factor adds to R&sup2;, whatever the order in which factors enter. */
public final class ShapleyEstimate {
  private ShapleyEstimate() {}

  /**
   * @throws UserException when the rows cannot carry the estimate
   */
  public static ObjectNode of(InputTable table, ShapleyOptions options) {
    List<String> columns =
        options.factors().stream().flatMap(factor -> factor.columns().stream()).toList();
    ModelRows rows = ModelRows.of(table, options.outcome(), Optional.empty(), columns);
    try {
      return result(table, options, rows);
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode result(InputTable table, ShapleyOptions options, ModelRows rows) {
    double[][] matrix = rows.matrix();
    ShapleyShares split =
        ShapleyShares.of(
            CrossProducts.of(withOutcomeFirst(matrix, rows.outcomes()), matrix[0].length),
            0,
            factors(options, rows));
    ObjectNode result = Json.result("shapley", table);
    ObjectNode chosen = result.putObject("options");
    chosen.put("outcome", options.outcome());
    ObjectNode named = chosen.putObject("factors");
    options
        .factors()
        .forEach(factor -> named.put(factor.name(), String.join(",", factor.columns())));
    result.put(
        "design", "Shapley value of R2, least squares with a constant, all subsets of factors");
    result.put("n", rows.outcome().size());
    ObjectNode excluded = result.putObject("excluded");
    rows.excluded().forEach(excluded::put);
    result.put("r2", split.r2());
    shares(result.putArray("shares"), split);
    warnings(result.putArray("warnings"), matrix, rows);
    return result;
  }

  private static void shares(ArrayNode shares, ShapleyShares split) {
    for (ShapleyShares.Share share : split.shares()) {
      ObjectNode node = shares.addObject();
      node.put("name", share.name());
      node.put("share", share.share());
      Json.put(node, "share_of_r2", share.share() / split.r2(), "R2 is 0");
      node.put("alone", share.alone());
      node.put("last", share.last());
    }
  }

  private static void warnings(ArrayNode warnings, double[][] matrix, ModelRows rows) {
    LeastSquares.dependent(matrix, rows.names())
        .forEach(
            name ->
                warnings.add(
                    "'%s' depends linearly on the columns before it; what they explain together is shared"
                        .formatted(name)));
    int columns = matrix[0].length;
    if (rows.outcome().size() <= columns) {
      warnings.add(
          "%d rows carry %d coefficients: R2 says nothing"
              .formatted(rows.outcome().size(), columns));
    }
  }

  private static List<ShapleyShares.Factor> factors(ShapleyOptions options, ModelRows rows) {
    List<ShapleyShares.Factor> factors = new ArrayList<>();
    int next = 1;
    int term = 0;
    for (Block factor : options.factors()) {
      List<Integer> positions = new ArrayList<>();
      for (int i = 0; i < factor.columns().size(); i++) {
        int width = rows.terms().get(term++).columns().size();
        for (int j = 0; j < width; j++) {
          positions.add(next++);
        }
      }
      factors.add(new ShapleyShares.Factor(factor.name(), positions));
    }
    return factors;
  }

  /** The outcome takes the place of the column of ones. */
  private static double[][] withOutcomeFirst(double[][] matrix, double[] outcomes) {
    double[][] rows = new double[matrix.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix[i].clone();
      rows[i][0] = outcomes[i];
    }
    return rows;
  }
}
