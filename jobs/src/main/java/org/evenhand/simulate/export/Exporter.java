package org.evenhand.simulate.export;

/** One system's exports. */
@FunctionalInterface
public interface Exporter {
  /** Writes this system's files of one quarter. */
  void export(Delivery delivery);
}
