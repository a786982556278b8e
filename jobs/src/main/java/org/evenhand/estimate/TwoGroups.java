package org.evenhand.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenhand.errors.UserException;

/** Which value of a column is group A and which group B. */
record TwoGroups(String a, String b) {
  /** A is asked for, or the first of two: the smaller number, FALSE, the first text. */
  static TwoGroups of(String column, List<String> labels, Optional<String> a, Optional<String> b) {
    List<String> values = labels.stream().distinct().sorted(order(labels)).toList();
    List<String> asked =
        IntStream.of(0, 1).boxed().flatMap(i -> (i == 0 ? a : b).stream()).toList();
    asked.stream()
        .filter(value -> !values.contains(value))
        .findFirst()
        .ifPresent(
            value -> {
              throw UserException.usage(
                  "Cannot find group '%s': column '%s' holds %s. Name one of them."
                      .formatted(value, column, String.join(", ", values)));
            });
    if (asked.size() == 2 && !asked.get(0).equals(asked.get(1))) {
      return new TwoGroups(asked.get(0), asked.get(1));
    }
    if (values.size() != 2 || asked.size() == 2) {
      throw UserException.usage(
          "Cannot compare groups: column '%s' holds %d values (%s) in usable rows, two are needed. Name two with --a and --b."
              .formatted(column, values.size(), shown(values)));
    }
    String first = a.orElseGet(() -> b.map(value -> other(values, value)).orElse(values.get(0)));
    return new TwoGroups(first, other(values, first));
  }

  private static String shown(List<String> values) {
    String some = String.join(", ", values.subList(0, Math.min(10, values.size())));
    return values.size() > 10 ? some + ", ..." : some;
  }

  private static String other(List<String> values, String value) {
    return values.get(1 - values.indexOf(value));
  }

  private static Comparator<String> order(List<String> labels) {
    return labels.stream().allMatch(label -> Json.number(label).isPresent())
        ? Comparator.comparingDouble(Double::parseDouble)
        : Comparator.naturalOrder();
  }
}
