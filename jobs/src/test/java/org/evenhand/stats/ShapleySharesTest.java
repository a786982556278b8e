package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.evenhand.stats.ShapleyShares.Factor;
import org.evenhand.stats.ShapleyShares.Share;
import org.junit.jupiter.api.Test;

final class ShapleySharesTest {
  private static final long SEED = 20_261_122;

  @Test
  void sharesAddUpToRSquared() {
    Random random = new Random(SEED);
    for (int factors = 1; factors <= 10; factors++) {
      ShapleyShares split = split(rows(random, 60, factors), singles(factors));

      assertThat(split.shares().stream().mapToDouble(Share::share).sum())
          .isCloseTo(split.r2(), within(1e-12));
    }
  }

  /** The definition by orders: every permutation, every regression by its own decomposition. */
  @Test
  void equalsTheMeanGainOverAllOrdersOfEntry() {
    double[][] rows = rows(new Random(SEED), 40, 5);
    List<Factor> factors =
        List.of(
            new Factor("first", List.of(0)),
            new Factor("pair", List.of(1, 3)),
            new Factor("second", List.of(2)),
            new Factor("third", List.of(4)));
    double[] mean = new double[4];
    List<List<Integer>> orders = orders(List.of(0, 1, 2, 3));
    for (List<Integer> order : orders) {
      List<Integer> in = new ArrayList<>();
      double before = 0;
      for (int factor : order) {
        in.addAll(factors.get(factor).columns());
        double after = r2(rows, in);
        mean[factor] += (after - before) / orders.size();
        before = after;
      }
    }
    ShapleyShares split = split(rows, factors);

    for (int i = 0; i < mean.length; i++) {
      assertThat(split.shares().get(i).share()).isCloseTo(mean[i], within(1e-12));
    }
    assertThat(split.r2()).isCloseTo(r2(rows, List.of(0, 1, 2, 3, 4)), within(1e-12));
  }

  @Test
  void equalFactorsShareEquallyWhatOneAloneWouldExplain() {
    double[][] rows = rows(new Random(SEED), 50, 2);
    double alone = r2(rows, List.of(0));
    for (double[] row : rows) {
      row[1] = 3 - 2 * row[0];
    }
    ShapleyShares split = split(rows, singles(2));

    assertThat(split.r2()).isCloseTo(alone, within(1e-12));
    assertThat(split.shares().get(0).share()).isCloseTo(alone / 2, within(1e-12));
    assertThat(split.shares().get(1).share()).isCloseTo(alone / 2, within(1e-12));
    assertThat(split.shares().get(1).last()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aConstantFactorGetsNothing() {
    double[][] rows = rows(new Random(SEED), 50, 2);
    for (double[] row : rows) {
      row[1] = 0.1;
    }
    ShapleyShares split = split(rows, singles(2));

    assertThat(split.shares().get(1).share()).isZero();
    assertThat(split.shares().get(0).share()).isEqualTo(split.r2());
  }

  @Test
  void partsOfTheRowsAddUpToTheWhole() {
    double[][] rows = rows(new Random(SEED), 90, 3);
    CrossProducts parts =
        part(rows, 0, 20)
            .plus(CrossProducts.none(4))
            .plus(part(rows, 20, 21))
            .plus(part(rows, 21, 90));
    CrossProducts whole = CrossProducts.of(rows, 4);

    assertThat(parts.weight()).isEqualTo(90);
    for (int i = 0; i < 4; i++) {
      assertThat(parts.mean(i)).isCloseTo(whole.mean(i), within(1e-13));
      for (int j = 0; j < 4; j++) {
        assertThat(parts.product(i, j)).isCloseTo(whole.product(i, j), within(1e-11));
      }
    }
    double[] sums = new double[4];
    double[] squares = new double[16];
    for (double[] row : rows) {
      for (int i = 0; i < 4; i++) {
        sums[i] += row[i];
        for (int j = 0; j < 4; j++) {
          squares[4 * i + j] += row[i] * row[j];
        }
      }
    }
    assertThat(ShapleyShares.of(CrossProducts.ofSums(90, sums, squares), 3, singles(3)).r2())
        .isCloseTo(ShapleyShares.of(whole, 3, singles(3)).r2(), within(1e-12));
  }

  @Test
  void anOutcomeThatDoesNotVaryHasNothingToShare() {
    double[][] rows = rows(new Random(SEED), 10, 1);
    for (double[] row : rows) {
      row[1] = 2;
    }
    assertThatThrownBy(() -> split(rows, singles(1)))
        .hasMessage(
            "Cannot share R2: the outcome does not vary over 10 rows. Name another outcome.");
    assertThatThrownBy(() -> split(new double[0][], singles(1)))
        .hasMessageContaining("does not vary over 0 rows");
  }

  private static CrossProducts part(double[][] rows, int from, int to) {
    return CrossProducts.of(java.util.Arrays.copyOfRange(rows, from, to), 4);
  }

  private static ShapleyShares split(double[][] rows, List<Factor> factors) {
    int width = factors.stream().mapToInt(factor -> factor.columns().size()).sum();
    return ShapleyShares.of(CrossProducts.of(rows, width + 1), width, factors);
  }

  private static List<Factor> singles(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Factor("f" + i, List.of(i))).toList();
  }

  /** Correlated columns with large means, the outcome last. */
  private static double[][] rows(Random random, int count, int columns) {
    double[][] rows = new double[count][columns + 1];
    for (double[] row : rows) {
      double common = random.nextGaussian();
      row[columns] = random.nextGaussian();
      for (int i = 0; i < columns; i++) {
        row[i] = 5 * i + common + random.nextGaussian();
        row[columns] += 0.3 * i * row[i];
      }
    }
    return rows;
  }

  private static double r2(double[][] rows, List<Integer> columns) {
    DMatrixRMaj x = new DMatrixRMaj(rows.length, columns.size() + 1);
    DMatrixRMaj y = new DMatrixRMaj(rows.length, 1);
    for (int i = 0; i < rows.length; i++) {
      x.set(i, 0, 1);
      for (int j = 0; j < columns.size(); j++) {
        x.set(i, j + 1, rows[i][columns.get(j)]);
      }
      y.set(i, 0, rows[i][rows[i].length - 1]);
    }
    double mean = CommonOps_DDRM.elementSum(y) / rows.length;
    DMatrixRMaj inverse = new DMatrixRMaj(columns.size() + 1, rows.length);
    CommonOps_DDRM.pinv(x, inverse);
    DMatrixRMaj fitted = CommonOps_DDRM.mult(x, CommonOps_DDRM.mult(inverse, y, null), null);
    double residual = 0;
    double total = 0;
    for (int i = 0; i < rows.length; i++) {
      residual += Math.pow(y.get(i) - fitted.get(i), 2);
      total += Math.pow(y.get(i) - mean, 2);
    }
    return 1 - residual / total;
  }

  private static List<List<Integer>> orders(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (Integer first : of) {
      List<Integer> rest = new ArrayList<>(of);
      rest.remove(first);
      for (List<Integer> tail : orders(rest)) {
        List<Integer> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        orders.add(Collections.unmodifiableList(order));
      }
    }
    return orders;
  }
}
