package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Coefficients of categories as deviations from their mean, so that no choice of base category
 * shows (Gardeazabal and Ugidos 2004; Yun 2005). Of m shown categories and one base: c =
 * &sum;b/(m+1); b &minus; c for the shown, &minus;c for the base, + c for the constant. The base
 * gets a column of its own, 1 minus the sum of the shown.
 */
final class DummyCoding {
  private final List<String> names;
  private final List<OaxacaBlinder.Categories> sets;

  DummyCoding(List<String> names, List<OaxacaBlinder.Categories> sets) {
    this.names = List.copyOf(names);
    this.sets = List.copyOf(sets);
  }

  /** The columns' names, the bases' after them. */
  List<String> names() {
    List<String> all = new ArrayList<>(names);
    sets.forEach(set -> all.add(set.base()));
    return all;
  }

  /** Rows with the bases' columns. */
  double[][] rows(double[][] rows) {
    double[][] all = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      all[i] = java.util.Arrays.copyOf(rows[i], names.size() + sets.size());
      for (int s = 0; s < sets.size(); s++) {
        double base = 1;
        for (int column : sets.get(s).columns()) {
          base -= rows[i][column];
        }
        all[i][names.size() + s] = base;
      }
    }
    return all;
  }

  /** The linear map from coefficients to deviations. */
  DMatrixRMaj map() {
    DMatrixRMaj map = new DMatrixRMaj(names.size() + sets.size(), names.size());
    for (int i = 0; i < names.size(); i++) {
      map.set(i, i, 1);
    }
    for (int s = 0; s < sets.size(); s++) {
      List<Integer> columns = sets.get(s).columns();
      double share = 1.0 / (columns.size() + 1);
      for (int from : columns) {
        columns.forEach(to -> map.add(to, from, -share));
        map.add(names.size() + s, from, -share);
        map.add(0, from, share);
      }
    }
    return map;
  }

  /** The map for several stacked vectors of coefficients. */
  DMatrixRMaj stacked(int times) {
    DMatrixRMaj one = map();
    DMatrixRMaj all = new DMatrixRMaj(times * one.numRows, times * one.numCols);
    for (int i = 0; i < times; i++) {
      CommonOps_DDRM.insert(one, all, i * one.numRows, i * one.numCols);
    }
    return all;
  }
}
