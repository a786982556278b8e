package org.evenhand.stats.did;

import java.util.List;

/** A unit in one period. */
public record Seen(double outcome, List<Double> covariates) {
  public Seen {
    covariates = List.copyOf(covariates);
  }
}
