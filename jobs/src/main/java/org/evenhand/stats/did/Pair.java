package org.evenhand.stats.did;

import java.util.Comparator;

/** A change from one period to another: outcome at {@code time} minus outcome at {@code base}. */
public record Pair(int time, int base) implements Comparable<Pair> {
  private static final Comparator<Pair> ORDER =
      Comparator.comparingInt(Pair::time).thenComparingInt(Pair::base);

  /** The period at which strata and covariates are read. */
  public int earlier() {
    return Math.min(time, base);
  }

  @Override
  public int compareTo(Pair other) {
    return ORDER.compare(this, other);
  }
}
