package org.evenhand.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The gap between two groups' mean outcomes, split by linear regressions of each group (Oaxaca
 * 1973, Blinder 1973; notation of Jann 2008, Stata Journal 8(4)). With means x and coefficients b,
 * constant included:
 *
 * <ul>
 *   <li>three-fold: endowments (xA &minus; xB)'bB, coefficients xB'(bA &minus; bB), interaction (xA
 *       &minus; xB)'(bA &minus; bB);
 *   <li>two-fold, for a reference b*: explained (xA &minus; xB)'b*, unexplained xA'(bA &minus; b*)
 *       of A and xB'(b* &minus; bB) of B.
 * </ul>
 *
 * <p>Errors are of the delta method with random regressors (Jann 2008, section 2.4): x'V(b)x +
 * b'V(x)b, V(b) classic, V(x) that of means; the share-weighted reference takes its weight as
 * known. With a pooled reference the three regressions are correlated, so V(b) is their joint
 * sandwich with factor n/(n &minus; 1), as Stata's suest does it. {@link OaxacaBootstrap} judges
 * errors by resampling instead.
 *
 * <p>Each group needs more rows than coefficients and no column that is constant or depends
 * linearly on others inside it; otherwise refused, with the columns' names.
 *
 * @param gap mean of A minus mean of B
 * @param all the whole gap
 * @param byVariable one per column, the constant first, base categories last
 * @param byTerm one per predictor asked for
 */
public record OaxacaBlinder(
    Estimate meanA,
    Estimate meanB,
    Estimate gap,
    Split all,
    List<Split> byVariable,
    List<Split> byTerm) {
  private static final List<OaxacaPart> THREE =
      List.of(OaxacaPart.ENDOWMENTS, OaxacaPart.COEFFICIENTS, OaxacaPart.INTERACTION);
  private static final List<OaxacaPart> TWO =
      List.of(
          OaxacaPart.EXPLAINED,
          OaxacaPart.UNEXPLAINED,
          OaxacaPart.UNEXPLAINED_A,
          OaxacaPart.UNEXPLAINED_B);

  public OaxacaBlinder {
    byVariable = List.copyOf(byVariable);
    byTerm = List.copyOf(byTerm);
  }

  /** Coefficients that would hold if the groups were treated alike, by R's and Stata's order. */
  public enum Reference {
    /** B's own: weight 0. */
    GROUP_B,
    /** A's own: weight 1. */
    GROUP_A,
    /** Half of each (Reimers 1983). */
    AVERAGE,
    /** Weighted by the groups' sizes (Cotton 1988). */
    SHARE,
    /** Of all rows together (Neumark 1988); R's weight -1. */
    POOLED,
    /** Of all rows with an indicator of the group (Jann 2008); R's weight -2. */
    POOLED_WITH_GROUP
  }

  /** A figure and its standard error. */
  public record Estimate(double value, double error) {}

  /** Endowments, coefficients, interaction. */
  public record ThreeFold(Estimate endowments, Estimate coefficients, Estimate interaction) {}

  /** Explained and unexplained against one reference. */
  public record TwoFold(
      Reference reference,
      double weight,
      Estimate explained,
      Estimate unexplained,
      Estimate unexplainedA,
      Estimate unexplainedB) {}

  /** What some columns account for. */
  public record Split(String name, ThreeFold threeFold, List<TwoFold> twoFold) {
    public Split {
      twoFold = List.copyOf(twoFold);
    }
  }

  /**
   * Columns of 0 and 1 for all categories but one.
   *
   * @param base name of the category that has no column
   */
  public record Categories(String base, List<Integer> columns) {
    public Categories {
      columns = List.copyOf(columns);
    }
  }

  /** Columns shown as one, by position; categories' bases follow the columns in order. */
  public record Term(String name, List<Integer> columns) {
    public Term {
      columns = List.copyOf(columns);
    }
  }

  /** How the columns are read. */
  public record Layout(List<String> names, List<Categories> normalised, List<Term> terms) {
    public Layout {
      names = List.copyOf(names);
      normalised = List.copyOf(normalised);
      terms = List.copyOf(terms);
    }
  }

  /** Rows of one group, each starting with 1. */
  public static final class Group {
    private final String name;
    private final double[] outcomes;
    private final double[][] rows;

    public Group(String name, double[] outcomes, double[][] rows) {
      this.name = name;
      this.outcomes = outcomes;
      this.rows = rows;
    }

    double[] outcomes() {
      return outcomes;
    }

    double[][] rows() {
      return rows;
    }

    /** Some of its rows, by position, a row as often as it is named. */
    Group only(List<Integer> positions) {
      return new Group(
          name,
          positions.stream().mapToDouble(i -> outcomes[i]).toArray(),
          positions.stream().map(i -> rows[i]).toArray(double[][]::new));
    }
  }

  /**
   * @throws IllegalArgumentException when a group cannot be fitted
   */
  public static OaxacaBlinder of(Group a, Group b, Layout layout) {
    OaxacaFit fit = fit(a, b, layout);
    double[] means = fit.means();
    DMatrixRMaj meansCovariance = fit.meansCovariance();
    Map<Reference, double[]> coefficients = each(fit::coefficients);
    Map<Reference, DMatrixRMaj> covariances = each(fit::coefficientsCovariance);
    return assembled(
        fit,
        layout,
        (part, reference, columns) -> {
          double[] stacked = requireNonNull(coefficients.get(reference));
          DMatrixRMaj covariance = requireNonNull(covariances.get(reference));
          return new Estimate(
              part.value(means, stacked, columns),
              part.error(
                  means, stacked, fit.weight(reference), columns, meansCovariance, covariance));
        });
  }

  static OaxacaFit fit(Group a, Group b, Layout layout) {
    check(a, layout.names());
    check(b, layout.names());
    return new OaxacaFit(a, b, layout.names(), layout.normalised());
  }

  /** Values alone, their errors from elsewhere, asked for in the same order every time. */
  static OaxacaBlinder of(OaxacaFit fit, Layout layout, DoubleUnaryOperator error) {
    double[] means = fit.means();
    Map<Reference, double[]> coefficients = each(fit::coefficients);
    return assembled(
        fit,
        layout,
        (part, reference, columns) -> {
          double[] stacked = requireNonNull(coefficients.get(reference));
          double value = part.value(means, stacked, columns);
          return new Estimate(value, error.applyAsDouble(value));
        });
  }

  private static <T> Map<Reference, T> each(Function<Reference, T> of) {
    Map<Reference, T> each = new EnumMap<>(Reference.class);
    for (Reference reference : Reference.values()) {
      each.put(reference, of.apply(reference));
    }
    return each;
  }

  /** A figure of some columns against a reference. */
  private interface Figures {
    Estimate of(OaxacaPart part, Reference reference, List<Integer> columns);
  }

  private static OaxacaBlinder assembled(OaxacaFit fit, Layout layout, Figures figures) {
    List<Integer> every = IntStream.range(0, fit.names().size()).boxed().toList();
    Reference any = Reference.GROUP_B;
    return new OaxacaBlinder(
        figures.of(OaxacaPart.MEAN_A, any, every),
        figures.of(OaxacaPart.MEAN_B, any, every),
        figures.of(OaxacaPart.GAP, any, every),
        split("all", fit, figures, every),
        every.stream()
            .map(column -> split(fit.names().get(column), fit, figures, List.of(column)))
            .toList(),
        layout.terms().stream()
            .map(term -> split(term.name(), fit, figures, term.columns()))
            .toList());
  }

  private static Split split(String name, OaxacaFit fit, Figures figures, List<Integer> columns) {
    List<Estimate> three =
        THREE.stream().map(part -> figures.of(part, Reference.GROUP_B, columns)).toList();
    List<TwoFold> two = new ArrayList<>();
    for (Reference reference : Reference.values()) {
      List<Estimate> parts =
          TWO.stream().map(part -> figures.of(part, reference, columns)).toList();
      two.add(
          new TwoFold(
              reference,
              fit.weight(reference),
              parts.get(0),
              parts.get(1),
              parts.get(2),
              parts.get(3)));
    }
    return new Split(name, new ThreeFold(three.get(0), three.get(1), three.get(2)), two);
  }

  private static void check(Group group, List<String> names) {
    if (group.rows.length <= names.size()) {
      throw new IllegalArgumentException(
          "Cannot decompose: group '%s' has %d rows for %d coefficients. Name fewer predictors."
              .formatted(group.name, group.rows.length, names.size()));
    }
    List<String> dependent = LeastSquares.dependent(group.rows, names);
    if (!dependent.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot decompose: in group '%s' %s. Leave it out or join categories."
              .formatted(
                  group.name,
                  dependent.stream()
                      .map(name -> why(group, name, names.indexOf(name)))
                      .collect(Collectors.joining("; "))));
    }
  }

  private static String why(Group group, String name, int column) {
    double first = group.rows[0][column];
    return Arrays.stream(group.rows).allMatch(row -> row[column] == first)
        ? "'%s' is %s in every row".formatted(name, first)
        : "'%s' depends linearly on the columns before it".formatted(name);
  }
}
