package org.evenhand.stats.skills;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The same covariance in time linear in the witnesses: without parties it is that of {@link
 * MarkovChain}; each party of at least two witnesses adds one column z of rank one, taken in by
 * Woodbury's identity C&#8315;&sup1; = A&#8315;&sup1; &minus; W(I + Z'W)&#8315;&sup1;W', W =
 * A&#8315;&sup1;Z, Z scaled by the root of the party's variance. A party of one is noise.
 */
final class MarkovCovariance implements WitnessCovariance {
  private final List<Witness> witnesses;
  private final Kernel kernel;
  private final MarkovChain chain;
  private final List<int[]> parties;
  private final double[] roots;
  private final double[][] columns;
  private final LinearSolverDense<DMatrixRMaj> inner;

  MarkovCovariance(List<Witness> witnesses, Kernel kernel) {
    this.witnesses = witnesses;
    this.kernel = kernel;
    Map<Integer, List<Integer>> members =
        IntStream.range(0, witnesses.size())
            .boxed()
            .filter(i -> !witnesses.get(i).party().isNobody())
            .collect(
                Collectors.groupingBy(
                    i -> witnesses.get(i).party().index(), TreeMap::new, Collectors.toList()));
    double[] noise = witnesses.stream().mapToDouble(Witness::noise).toArray();
    members.values().stream()
        .filter(own -> own.size() == 1)
        .forEach(own -> noise[own.get(0)] += witnesses.get(own.get(0)).party().variance());
    parties =
        members.values().stream()
            .filter(own -> own.size() > 1)
            .filter(own -> witnesses.get(own.get(0)).party().variance() > 0)
            .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    roots =
        parties.stream()
            .mapToDouble(own -> Math.sqrt(witnesses.get(own[0]).party().variance()))
            .toArray();
    chain = new MarkovChain(witnesses, noise, kernel);
    columns =
        IntStream.range(0, parties.size())
            .mapToObj(party -> chain.solve(column(party)))
            .toArray(double[][]::new);
    inner = LinearSolverFactory_DDRM.chol(Math.max(1, parties.size()));
    if (!parties.isEmpty()) {
      inner.setA(inner());
    }
  }

  private double[] column(int party) {
    double[] column = new double[witnesses.size()];
    for (int member : parties.get(party)) {
      column[member] = roots[party];
    }
    return column;
  }

  private DMatrixRMaj inner() {
    DMatrixRMaj matrix = new DMatrixRMaj(parties.size(), parties.size());
    for (int i = 0; i < columns.length; i++) {
      double[] sums = partySums(columns[i]);
      for (int j = 0; j < columns.length; j++) {
        matrix.set(j, i, sums[j] + (i == j ? 1 : 0));
      }
    }
    return matrix;
  }

  /** Z'x. */
  private double[] partySums(double[] values) {
    double[] sums = new double[parties.size()];
    for (int p = 0; p < sums.length; p++) {
      for (int member : parties.get(p)) {
        sums[p] += roots[p] * values[member];
      }
    }
    return sums;
  }

  private double[] innerSolve(double[] right) {
    DMatrixRMaj solution = new DMatrixRMaj(right.length, 1);
    inner.solve(new DMatrixRMaj(right.length, 1, true, right), solution);
    return solution.data;
  }

  @Override
  public double[] solve(double[] right) {
    double[] solution = chain.solve(right);
    if (parties.isEmpty()) {
      return solution;
    }
    double[] correction = innerSolve(partySums(solution));
    for (int p = 0; p < columns.length; p++) {
      for (int i = 0; i < solution.length; i++) {
        solution[i] -= columns[p][i] * correction[p];
      }
    }
    return solution;
  }

  @Override
  public double[] inverseDiagonal() {
    double[] diagonal = chain.inverseDiagonal();
    if (parties.isEmpty()) {
      return diagonal;
    }
    for (int i = 0; i < diagonal.length; i++) {
      int position = i;
      double[] row =
          IntStream.range(0, columns.length).mapToDouble(p -> columns[p][position]).toArray();
      diagonal[i] -= Vectors.dot(row, innerSolve(row));
    }
    return diagonal;
  }

  @Override
  public double logDeterminant() {
    if (parties.isEmpty()) {
      return chain.logDeterminant();
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = inner.getDecomposition();
    DMatrixRMaj factor = cholesky.getT(null);
    double sum = 0;
    for (int i = 0; i < factor.numRows; i++) {
      sum += 2 * Math.log(factor.get(i, i));
    }
    return chain.logDeterminant() + sum;
  }

  @Override
  public Forms without(int[] dropped, Solved surprises, Solved towards) {
    return alone(Vectors.others(witnesses.size(), dropped), surprises, towards);
  }

  @Override
  public Forms alone(int[] kept, Solved surprises, Solved towards) {
    double[] k = Vectors.at(towards.right(), kept);
    double[] solved = new MarkovCovariance(Vectors.at(witnesses, kept), kernel).solve(k);
    return new Forms(
        Vectors.dot(solved, Vectors.at(surprises.right(), kept)), Vectors.dot(solved, k));
  }

  /** Positions in order of time, ties as given. */
  static int[] order(List<Witness> witnesses) {
    return IntStream.range(0, witnesses.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> witnesses.get(i).time()))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
