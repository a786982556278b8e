package org.evenhand.stats.statespace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Observations in order of time; a time may have no value (missing) and may come twice.
 *
 * @param observations sorted by time, ties as they were given
 */
public record Series(List<Observation> observations) {
  /**
   * @param value empty: missing
   */
  public record Observation(double time, Optional<Double> value) {}

  public Series {
    observations =
        observations.stream().sorted(Comparator.comparingDouble(Observation::time)).toList();
  }

  public int size() {
    return observations.size();
  }

  /** How many have a value. */
  public int observed() {
    return (int) observations.stream().filter(one -> one.value().isPresent()).count();
  }

  /** Time from an observation to the next; 0 after the last. */
  double gap(int position) {
    return position + 1 < size() ? time(position + 1) - time(position) : 0;
  }

  public double time(int position) {
    return observations.get(position).time();
  }

  Optional<Double> value(int position) {
    return observations.get(position).value();
  }
}
