package org.evenhand.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.structure.Circumstances.Condition;
import org.evenhand.structure.Circumstances.Met;

/**
 * The covariates of a family of cases: an intercept, one column per role, one per category, one per
 * indicator in standard deviations. Columns are differences from the average of the role, so that a
 * condition nobody knows counts as average and 0 stands for a condition that makes no difference.
 * Columns that tell no cases of a role apart are left out. Nothing else enters: never activity, AI
 * use, tenure or manager.
 */
final class Design {
  private static final double NO_SPREAD = 1e-9;

  private final List<String> roles;
  private final List<Column> columns;

  private Design(List<String> roles, List<Column> columns) {
    this.roles = List.copyOf(roles);
    this.columns = List.copyOf(columns);
  }

  /**
   * @param level category; empty for a number
   * @param means average per role
   */
  record Column(
      Condition condition, Optional<String> level, Map<String, Double> means, double scale) {

    /** Empty when the condition is unknown for the cases. */
    static Optional<Double> raw(Condition condition, Optional<String> level, Met met) {
      if (level.isPresent()) {
        return Optional.ofNullable(met.categories().get(condition))
            .map(category -> category.equals(level.get()) ? 1.0 : 0.0);
      }
      return Optional.ofNullable(met.numbers().get(condition)).map(Conditions.Supplied::value);
    }

    double value(String role, Met met) {
      double mean = means.getOrDefault(role, 0.0);
      return raw(condition, level, met).map(raw -> (raw - mean) / scale).orElse(0.0);
    }
  }

  /** The design of cases, and the cases in it, in order. */
  record Built(Design design, List<Observed> cases) {
    Built {
      cases = List.copyOf(cases);
    }
  }

  static Built build(List<CaseSums> cases, Circumstances circumstances) {
    List<Met> met = cases.stream().map(circumstances::of).toList();
    TreeSet<String> roles = new TreeSet<>(cases.stream().map(c -> c.who().role()).toList());
    Design design = new Design(List.copyOf(roles), columns(cases, met));
    List<Observed> observed = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      observed.add(design.observed(cases.get(i), met.get(i)));
    }
    return new Built(design, observed);
  }

  private static List<Column> columns(List<CaseSums> cases, List<Met> met) {
    TreeMap<Condition, TreeSet<String>> levels = new TreeMap<>();
    for (Met one : met) {
      one.categories()
          .forEach((c, level) -> levels.computeIfAbsent(c, k -> new TreeSet<>()).add(level));
      one.numbers().keySet().forEach(c -> levels.computeIfAbsent(c, k -> new TreeSet<>()));
    }
    List<Column> columns = new ArrayList<>();
    levels.forEach(
        (condition, names) -> {
          names.forEach(
              name -> column(condition, Optional.of(name), cases, met).ifPresent(columns::add));
          if (names.isEmpty()) {
            column(condition, Optional.empty(), cases, met).ifPresent(columns::add);
          }
        });
    return columns;
  }

  private static Optional<Column> column(
      Condition condition, Optional<String> level, List<CaseSums> cases, List<Met> met) {
    TreeMap<String, double[]> sums = new TreeMap<>();
    for (int i = 0; i < cases.size(); i++) {
      double n = cases.get(i).counts().n();
      double[] sum = sums.computeIfAbsent(cases.get(i).who().role(), role -> new double[3]);
      Column.raw(condition, level, met.get(i))
          .ifPresent(
              raw -> {
                sum[0] += n;
                sum[1] += n * raw;
                sum[2] += n * raw * raw;
              });
    }
    TreeMap<String, Double> means = new TreeMap<>();
    sums.forEach((role, sum) -> means.put(role, sum[0] == 0 ? 0 : sum[1] / sum[0]));
    double n = sums.values().stream().mapToDouble(sum -> sum[0]).sum();
    double squares =
        sums.values().stream().mapToDouble(s -> s[0] == 0 ? 0 : s[2] - s[1] * s[1] / s[0]).sum();
    double size = sums.values().stream().mapToDouble(sum -> sum[2]).sum();
    double spread = n == 0 ? 0 : Math.sqrt(Math.max(0, squares) / n);
    return spread <= NO_SPREAD * Math.sqrt(size / Math.max(n, 1)) || spread == 0
        ? Optional.empty()
        : Optional.of(new Column(condition, level, means, level.isPresent() ? 1 : spread));
  }

  private Observed observed(CaseSums sums, Met met) {
    double[] x = new double[size()];
    x[0] = 1;
    x[1 + roles.indexOf(sums.who().role())] = 1;
    for (int i = 0; i < columns.size(); i++) {
      x[conditions() + i] = columns.get(i).value(sums.who().role(), met);
    }
    double[] completeness = Arrays.stream(Factor.values()).mapToDouble(met::completeness).toArray();
    return new Observed(sums, x, completeness);
  }

  /** Where conditions begin: after the intercept and the roles. */
  private int conditions() {
    return 1 + roles.size();
  }

  int size() {
    return conditions() + columns.size();
  }

  List<Column> columns() {
    return columns;
  }

  /**
   * 0 for the intercept, the policy's ridge for conditions, and for roles so little that it only
   * tells in a role nobody else has: there the expectation is that of everybody and very uncertain.
   */
  double[] ridge(StructurePolicy.Ridge ridge) {
    double[] penalties = new double[size()];
    Arrays.fill(penalties, 1, conditions(), ridge.category() / 1000);
    for (int i = 0; i < columns.size(); i++) {
      boolean category = columns.get(i).level().isPresent();
      penalties[conditions() + i] = category ? ridge.category() : ridge.index();
    }
    return penalties;
  }

  /** The covariates with only the factors of a subset at work, the others at average. */
  double[] only(int subset, double[] x) {
    double[] some = x.clone();
    for (int i = 0; i < columns.size(); i++) {
      if ((subset & columns.get(i).condition().factor().bit()) == 0) {
        some[conditions() + i] = 0;
      }
    }
    return some;
  }

  /** Positions of the columns of a factor. */
  List<Integer> positions(Factor factor) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).condition().factor() == factor) {
        positions.add(conditions() + i);
      }
    }
    return positions;
  }

  /** Factors with at least one column, as a subset. */
  int factors() {
    int subset = 0;
    for (Column column : columns) {
      subset |= column.condition().factor().bit();
    }
    return subset;
  }
}
