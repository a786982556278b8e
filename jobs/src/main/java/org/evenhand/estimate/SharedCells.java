package org.evenhand.estimate;

import java.util.HashMap;
import java.util.Map;

/** Units, periods and groups come again and again: equal cells share one text. */
final class SharedCells {
  private static final int MOST = 1_000_000;

  private final Map<String, String> seen = new HashMap<>();

  String of(String cell) {
    return seen.size() < MOST
        ? seen.computeIfAbsent(cell, same -> same)
        : seen.getOrDefault(cell, cell);
  }
}
