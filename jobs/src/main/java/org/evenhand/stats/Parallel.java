package org.evenhand.stats;

import java.util.List;
import java.util.function.Function;

/** Independent parts of a computation on all cores, put together in their own order. */
public final class Parallel {
  private Parallel() {}

  /**
   * One result for each of the inputs, in their order whatever the number of cores. What a part
   * throws is thrown as it is.
   */
  public static <T, R> List<R> map(List<T> inputs, Function<T, R> part) {
    return inputs.parallelStream().map(input -> Outcome.of(input, part)).toList().stream()
        .map(Outcome::result)
        .toList();
  }

  /** A result or what was thrown: another thread's exception would arrive in a copy's clothes. */
  private sealed interface Outcome<R> {
    R result();

    static <T, R> Outcome<R> of(T input, Function<T, R> part) {
      try {
        return new Made<>(part.apply(input));
      } catch (IllegalArgumentException e) {
        return new Refused<>(e);
      }
    }
  }

  private record Made<R>(R result) implements Outcome<R> {}

  private record Refused<R>(IllegalArgumentException why) implements Outcome<R> {
    @Override
    public R result() {
      throw why;
    }
  }
}
