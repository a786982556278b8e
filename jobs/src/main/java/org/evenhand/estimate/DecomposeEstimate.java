package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.errors.UserException;
import org.evenhand.stats.OaxacaBlinder;
import org.evenhand.stats.OaxacaBlinder.Estimate;
import org.evenhand.stats.OaxacaBlinder.Group;
import org.evenhand.stats.OaxacaBlinder.Split;
import org.evenhand.stats.OaxacaBlinder.TwoFold;
import org.evenhand.stats.OaxacaBootstrap;

/** The gap between two groups' means: what their characteristics account for and what not. */
public final class DecomposeEstimate {
  private final InputTable table;
  private final DecomposeOptions options;
  private final DecomposeColumns columns;
  private final TwoGroups groups;
  private final Map<String, Integer> excluded;

  private DecomposeEstimate(InputTable table, DecomposeOptions options) {
    this.table = table;
    this.options = options;
    this.columns = DecomposeColumns.of(table, options);
    this.groups = TwoGroups.of(options.group(), columns.rows().labels(), options.a(), options.b());
    this.excluded = new TreeMap<>(columns.rows().excluded());
  }

  /**
   * @throws UserException when the rows cannot carry the estimate
   */
  public static ObjectNode of(InputTable table, DecomposeOptions options) {
    if (options.draws() < 0 || options.draws() == 1) {
      throw UserException.usage(
          "Cannot bootstrap with %d samples: none or at least two are needed. Correct --bootstrap."
              .formatted(options.draws()));
    }
    try {
      return new DecomposeEstimate(table, options).result();
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode result() {
    List<Integer> rowsA = rowsOf(groups.a());
    List<Integer> rowsB = rowsOf(groups.b());
    int others = columns.rows().labels().size() - rowsA.size() - rowsB.size();
    if (others > 0) {
      excluded.put("group is neither A nor B", others);
    }
    Group a = group(groups.a(), rowsA);
    Group b = group(groups.b(), rowsB);
    ObjectNode result = Json.result("decompose", table);
    ArrayNode warnings = result.arrayNode();
    OaxacaBlinder split = OaxacaBlinder.of(a, b, columns.layout());
    if (options.draws() > 0) {
      result.put("seed", options.seed());
      result.remove("seed_reason");
      OaxacaBootstrap sampled =
          OaxacaBootstrap.of(a, b, columns.layout(), options.draws(), options.seed());
      split = sampled.result();
      if (sampled.fitted() < options.draws()) {
        warnings.add(
            "%d of %d samples could not be fitted and are left out of the errors"
                .formatted(options.draws() - sampled.fitted(), options.draws()));
      }
    }
    head(result, rowsA.size(), rowsB.size());
    put(result, "gap", split.gap());
    put(result, "mean_a", split.meanA());
    put(result, "mean_b", split.meanB());
    split(result, split.all());
    ArrayNode byVariable = result.putArray("by_variable");
    split.byVariable().forEach(own -> split(byVariable.addObject(), "variable", own));
    if (columns.rows().terms().stream().anyMatch(term -> term.names().size() > 1)) {
      ArrayNode byTerm = result.putArray("by_predictor");
      split.byTerm().forEach(own -> split(byTerm.addObject(), "predictor", own));
    }
    small(warnings, rowsA.size(), rowsB.size());
    result.set("warnings", warnings);
    return result;
  }

  private void head(ObjectNode result, int a, int b) {
    ObjectNode chosen = result.putObject("options");
    chosen.put("outcome", options.outcome());
    chosen.put("group", options.group());
    chosen.put("a", groups.a());
    chosen.put("b", groups.b());
    chosen.put("predictors", String.join(",", options.predictors()));
    ArrayNode sets = chosen.putArray("dummies");
    options.dummies().forEach(set -> sets.add(String.join(",", set.columns())));
    chosen.put("normalize", options.coding() == DecomposeOptions.Coding.NORMALIZED);
    chosen.put("bootstrap", options.draws());
    result.put(
        "design",
        "Oaxaca-Blinder: A is %s = '%s', B is '%s', gap is A minus B; weight is that of A's coefficients, -1 pooled, -2 pooled with an indicator of B; errors by %s"
            .formatted(
                options.group(),
                groups.a(),
                groups.b(),
                options.draws() > 0 ? "bootstrap of rows" : "the delta method, random regressors"));
    result.put("n", a + b);
    result.put("n_a", a);
    result.put("n_b", b);
    ObjectNode left = result.putObject("excluded");
    excluded.forEach(left::put);
  }

  private static void split(ObjectNode node, String key, Split split) {
    node.put(key, split.name());
    split(node, split);
  }

  private static void split(ObjectNode node, Split split) {
    ObjectNode three = node.putObject("threefold");
    put(three, "endowments", split.threeFold().endowments());
    put(three, "coefficients", split.threeFold().coefficients());
    put(three, "interaction", split.threeFold().interaction());
    ArrayNode twofold = node.putArray("twofold");
    for (TwoFold two : split.twoFold()) {
      ObjectNode one = twofold.addObject();
      one.put("reference", two.reference().name().toLowerCase(Locale.ROOT));
      one.put("weight", two.weight());
      put(one, "explained", two.explained());
      put(one, "unexplained", two.unexplained());
      put(one, "unexplained_a", two.unexplainedA());
      put(one, "unexplained_b", two.unexplainedB());
    }
  }

  private static void put(ObjectNode node, String name, Estimate estimate) {
    node.put(name, estimate.value());
    Json.put(node, name + "_se", estimate.error(), "fewer than two samples could be fitted");
  }

  private void small(ArrayNode warnings, int a, int b) {
    int coefficients = columns.layout().names().size();
    for (String name : List.of(groups.a(), groups.b())) {
      int n = name.equals(groups.a()) ? a : b;
      if (n < 10 * coefficients) {
        warnings.add(
            "group '%s' has %d rows for %d coefficients; errors of the delta method are too small then"
                .formatted(name, n, coefficients));
      }
    }
  }

  private List<Integer> rowsOf(String group) {
    List<String> labels = columns.rows().labels();
    return IntStream.range(0, labels.size())
        .filter(i -> labels.get(i).equals(group))
        .boxed()
        .toList();
  }

  private Group group(String name, List<Integer> positions) {
    double[][] matrix = columns.rows().matrix();
    return new Group(
        name,
        positions.stream().mapToDouble(i -> columns.rows().outcome().get(i)).toArray(),
        positions.stream().map(i -> matrix[i]).toArray(double[][]::new));
  }
}
