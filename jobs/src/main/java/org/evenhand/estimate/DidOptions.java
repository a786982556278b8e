package org.evenhand.estimate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenhand.stats.did.Adjustment;
import org.evenhand.stats.did.Design;

/** Columns and settings of a group-time estimate. */
public record DidOptions(Columns columns, Design design, Method method, Sensitivity sensitivity) {

  /**
   * @param cohort column with the first treated period; 0 or blank is never
   * @param covariates read at the earlier period of each comparison
   * @param strata likewise
   */
  public record Columns(
      String unit,
      String time,
      String outcome,
      String cohort,
      Optional<String> weights,
      Optional<String> cluster,
      List<String> covariates,
      List<String> strata) {
    public Columns {
      covariates = List.copyOf(covariates);
      strata = List.copyOf(strata);
    }
  }

  /**
   * @param balance event time up to which all cohorts of the dynamic average are observed
   */
  public record Method(
      Adjustment adjustment,
      Errors errors,
      Sampling sampling,
      int draws,
      long seed,
      OptionalInt balance) {}

  /**
   * @param bounds values of M; found from the effects before treatment when empty
   */
  public record Sensitivity(List<Double> bounds, Target target) {
    public Sensitivity {
      bounds = List.copyOf(bounds);
    }
  }

  /** Which effect after treatment is asked how far it leans on parallel trends. */
  public enum Target {
    /** The effect in the first treated period. */
    FIRST,
    /** The plain mean over event times from 0 on. */
    AVERAGE
  }

  /** Where standard errors come from. */
  public enum Errors {
    /** Influence functions, summed by cluster. */
    ANALYTIC,
    /** Refits without one cluster each. */
    JACKKNIFE,
    /** Interquartile range of the multiplier bootstrap. */
    BOOTSTRAP,
    /** Jackknife errors, and p-values of averages by dealing out cohorts anew. */
    RI
  }

  /** Who is seen. */
  public enum Sampling {
    /** The same units over time. */
    PANEL,
    /** Others in every period. */
    CROSS_SECTIONS
  }
}
