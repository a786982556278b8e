package org.evenhand.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name somebody probably meant, by edit distance without regard to case. */
public final class NearMiss {
  private NearMiss() {}

  /** The closest known name when it is at most a third of the letters away. */
  public static Optional<String> of(String found, Collection<String> known) {
    String plain = plain(found);
    return known.stream()
        .filter(candidate -> distance(plain, plain(candidate)) <= Math.max(1, plain.length() / 3))
        .min(
            Comparator.comparingInt((String candidate) -> distance(plain, plain(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code ", did you mean 'x'?"}, or nothing when no known name is near. */
  public static String suggestion(String found, Collection<String> known) {
    return of(found, known).map(", did you mean '%s'?"::formatted).orElse("");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  /** Levenshtein distance: insertions, deletions and substitutions. */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      previous = nextRow(previous, from.charAt(i - 1), to, i);
    }
    return previous[to.length()];
  }

  private static int[] nextRow(int[] previous, char letter, String to, int row) {
    int[] current = new int[previous.length];
    current[0] = row;
    for (int j = 1; j < previous.length; j++) {
      int substituted = previous[j - 1] + (letter == to.charAt(j - 1) ? 0 : 1);
      current[j] = Math.min(substituted, 1 + Math.min(previous[j], current[j - 1]));
    }
    return current;
  }
}
