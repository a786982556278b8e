package org.evenhand.table;

import java.util.Optional;

/**
 * Where the files of one slice lie below the table.
 *
 * @param slice partition value as text, empty when unpartitioned
 * @param partition the same as the log keeps it
 * @param prefix folder with a slash at its end, or empty
 */
record Layout(String slice, Optional<String> partition, String prefix) {

  static Layout of(Shape shape, String slice) {
    return shape
        .partition()
        .map(c -> new Layout(slice, Optional.of(slice), c + "=" + safe(slice) + "/"))
        .orElse(new Layout("", Optional.empty(), ""));
  }

  String directory(String table) {
    return prefix.isEmpty() ? table : table + "/" + prefix.substring(0, prefix.length() - 1);
  }

  /** Whether the folder a file lies in tells its partition value as Spark reads folders. */
  static boolean isPlain(Shape shape, DataFile file) {
    String value = file.partition().orElse("");
    return shape.partition().isEmpty()
        || (safe(value).equals(value) && file.path().startsWith(of(shape, value).prefix()));
  }

  /** The log says which file has which value; folder names are only for people. */
  private static String safe(String value) {
    return value.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
