package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.evenhand.errors.UserException;
import org.evenhand.stats.Gelbach;

/**
 * The gap between two groups before and after covariates, and what each block of them accounts for.
 */
public final class AdjustedGapEstimate {
  private static final String INDICATOR = "group";

  private final InputTable table;
  private final AdjustedGapOptions options;
  private final ModelRows rows;
  private final TwoGroups groups;

  private AdjustedGapEstimate(InputTable table, AdjustedGapOptions options) {
    this.table = table;
    this.options = options;
    List<String> predictors = new ArrayList<>(options.base());
    options.blocks().forEach(block -> predictors.addAll(block.columns()));
    this.rows = ModelRows.of(table, options.outcome(), Optional.of(options.group()), predictors);
    this.groups = TwoGroups.of(options.group(), rows.labels(), options.a(), Optional.empty());
  }

  /**
   * @throws UserException when the rows cannot carry the estimate
   */
  public static ObjectNode of(InputTable table, AdjustedGapOptions options) {
    if (options.blocks().isEmpty()) {
      throw UserException.usage(
          "Cannot adjust the gap: no block of covariates is named. Write --blocks \"name:a,b;"
              + " other:c\".");
    }
    try {
      return new AdjustedGapEstimate(table, options).result();
    } catch (IllegalArgumentException e) {
      throw UserException.usage(String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode result() {
    Gelbach gap = Gelbach.of(gelbachRows(), 1, blocks());
    ObjectNode result = Json.result("adjusted-gap", table);
    head(result);
    gaps(result);
    coefficient(result, "base_coefficient", gap.base());
    coefficient(result, "full_coefficient", gap.full());
    ArrayNode blocks = result.putArray("blocks");
    gap.blocks().forEach(block -> share(blocks.addObject(), block));
    share(result.putObject("total"), gap.total());
    result.putArray("warnings");
    return result;
  }

  private void head(ObjectNode result) {
    ObjectNode chosen = result.putObject("options");
    chosen.put("outcome", options.outcome());
    chosen.put("group", options.group());
    chosen.put("a", groups.a());
    chosen.put("b", groups.b());
    chosen.put("base", String.join(",", options.base()));
    ObjectNode named = chosen.putObject("blocks");
    options.blocks().forEach(block -> named.put(block.name(), String.join(",", block.columns())));
    result.put(
        "design",
        "Gelbach: coefficient of %s = '%s' against '%s', base minus full = sum of blocks; gaps are '%s' minus '%s'; se classic, robust_se HC1"
            .formatted(options.group(), groups.b(), groups.a(), groups.b(), groups.a()));
    result.put("n", rows.outcome().size());
    ObjectNode excluded = result.putObject("excluded");
    rows.excluded().forEach(excluded::put);
  }

  private void gaps(ObjectNode result) {
    for (String side : List.of("a", "b")) {
      double[] values = values(side.equals("a") ? groups.a() : groups.b());
      result.put("n_" + side, values.length);
      result.put("mean_" + side, DoubleStream.of(values).average().orElseThrow());
      result.put("median_" + side, median(values));
    }
    for (String figure : List.of("mean", "median")) {
      result.put(
          figure + "_gap",
          result.path(figure + "_b").asDouble() - result.path(figure + "_a").asDouble());
    }
  }

  private double[] values(String group) {
    return IntStream.range(0, rows.labels().size())
        .filter(i -> rows.labels().get(i).equals(group))
        .mapToDouble(i -> rows.outcome().get(i))
        .sorted()
        .toArray();
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static void coefficient(ObjectNode node, String name, Gelbach.Coefficient of) {
    node.put(name, of.value());
    node.put(name + "_se", of.classic());
    node.put(name + "_robust_se", of.robust());
  }

  private static void share(ObjectNode node, Gelbach.Share share) {
    node.put("name", share.name());
    node.put("delta", share.delta());
    node.put("se", share.classic());
    node.put("robust_se", share.robust());
  }

  /** The matrix in its order: ones, the indicator of B, base, blocks. */
  private Gelbach.Rows gelbachRows() {
    double[][] matrix = rows.matrix();
    int inBase = baseColumns();
    double[][] base = new double[matrix.length][inBase + 2];
    double[][] covariates = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      base[i][0] = 1;
      base[i][1] = rows.labels().get(i).equals(groups.b()) ? 1 : 0;
      System.arraycopy(matrix[i], 1, base[i], 2, inBase);
      covariates[i] = java.util.Arrays.copyOfRange(matrix[i], inBase + 1, matrix[i].length);
    }
    List<String> names = rows.names();
    List<String> baseNames = new ArrayList<>(List.of(names.get(0), INDICATOR));
    baseNames.addAll(names.subList(1, inBase + 1));
    return new Gelbach.Rows(
        rows.outcomes(), base, covariates, baseNames, names.subList(inBase + 1, names.size()));
  }

  private int baseColumns() {
    return rows.terms().stream()
        .limit(options.base().size())
        .mapToInt(term -> term.names().size())
        .sum();
  }

  private List<Gelbach.Block> blocks() {
    List<Gelbach.Block> blocks = new ArrayList<>();
    int next = 0;
    int term = options.base().size();
    for (Block block : options.blocks()) {
      List<Integer> columns = new ArrayList<>();
      for (int i = 0; i < block.columns().size(); i++) {
        int width = rows.terms().get(term++).names().size();
        for (int j = 0; j < width; j++) {
          columns.add(next++);
        }
      }
      blocks.add(new Gelbach.Block(block.name(), columns));
    }
    return blocks;
  }
}
