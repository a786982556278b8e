package org.evenhand.table;

/**
 * Up to which size Kernel does the work on the driver.
 *
 * @param readBytes size of a table's files
 * @param writeBytes estimated size of the inputs of a frame to be written
 */
public record Engines(long readBytes, long writeBytes) {

  /**
   * What pays on one machine. Spark hashes every row of a local frame again and again while it
   * plans, so more than a few thousand rows are read from their files.
   */
  public static Engines byDefault() {
    return new Engines(128L << 10, 24L << 20);
  }

  /** Everything through Kernel. */
  public static Engines onlyKernel() {
    return new Engines(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Everything through Spark. */
  public static Engines onlySpark() {
    return new Engines(-1, -1);
  }
}
