package org.evenhand.table;

/**
 * Up to which size Kernel does the work on the driver.
 *
 * @param readBytes size of a table's files
 * @param writeBytes estimated size of the inputs of a frame to be written
 */
public record Engines(long readBytes, long writeBytes) {

  /** What pays on one machine. */
  public static Engines byDefault() {
    return new Engines(8L << 20, 24L << 20);
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
