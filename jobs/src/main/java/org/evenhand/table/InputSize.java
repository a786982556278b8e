package org.evenhand.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many rows a job reads, and what suits them on one machine. Partitions follow from the rows
 * and never from the cores: sums of doubles differ with them in the last digit, and equal inputs
 * must give equal tables on every machine.
 */
public enum InputSize {
  /** Interpreted, since compiling a plan takes longer than such a job itself. */
  FEW(0, 1, 1),
  SOME(6_000, 2, 4),
  MANY(5_000_000, 16, 32);

  private final long from;
  private final int leaves;
  private final int shuffles;

  InputSize(long from, int leaves, int shuffles) {
    this.from = from;
    this.leaves = leaves;
    this.shuffles = shuffles;
  }

  /** The size of so many rows. */
  public static InputSize of(long rows) {
    return Arrays.stream(values())
        .filter(size -> size.from <= rows)
        .max(Comparator.naturalOrder())
        .orElse(FEW);
  }

  /** What a session for it is set to. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.leafNodeDefaultParallelism", String.valueOf(leaves));
    settings.put("spark.sql.shuffle.partitions", String.valueOf(shuffles));
    settings.put("spark.sql.codegen.wholeStage", String.valueOf(this != FEW));
    settings.put("spark.sql.codegen.factoryMode", this == FEW ? "NO_CODEGEN" : "FALLBACK");
    return settings;
  }
}
