package org.evenhand.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.evenhand.estimate.DidEstimate;
import org.evenhand.estimate.DidOptions;
import org.evenhand.stats.did.Adjustment;
import org.evenhand.stats.did.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what did is told and runs it. */
@Command(
    name = "did",
    mixinStandardHelpOptions = true,
    description = {
      "Group-time average treatment effects of a staggered start, with averages, simultaneous bands,",
      "pre-trend test, second opinion by imputation and sensitivity to parallel trends."
    })
final class EstimateDidCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--unit", defaultValue = "unit", description = "Who (${DEFAULT-VALUE}).")
  private String unit = "unit";

  @Option(
      names = "--time",
      defaultValue = "time",
      description = "Period, a whole number (${DEFAULT-VALUE}).")
  private String time = "time";

  @Option(names = "--outcome", defaultValue = "outcome", description = "What (${DEFAULT-VALUE}).")
  private String outcome = "outcome";

  @Option(
      names = "--cohort",
      defaultValue = "cohort",
      description = "First treated period; 0 or blank is never (${DEFAULT-VALUE}).")
  private String cohort = "cohort";

  @Option(
      names = "--covariates",
      split = ",",
      description = "Numbers to adjust for, read at the earlier period of a comparison.")
  private List<String> covariates = List.of();

  @Option(
      names = "--strata",
      split = ",",
      description = "Compare within these only, read likewise.")
  private List<String> strata = List.of();

  @Option(names = "--weights", description = "Weight of a unit.")
  private Optional<String> weights = Optional.empty();

  @Option(names = "--cluster", description = "Units whose errors go together.")
  private Optional<String> cluster = Optional.empty();

  @Option(
      names = "--control",
      defaultValue = "notyet",
      description = "One of never, notyet (${DEFAULT-VALUE}).")
  private Control control = Control.NOTYET;

  @Option(
      names = "--base",
      defaultValue = "varying",
      description = "What effects before treatment are measured from: one of varying, universal.")
  private Design.Base base = Design.Base.VARYING;

  @Option(
      names = "--anticipation",
      defaultValue = "0",
      description = "Periods before treatment in which it may already show (${DEFAULT-VALUE}).")
  private int anticipation;

  @Option(
      names = "--estimator",
      defaultValue = "dr",
      description = "How covariates enter: one of dr, reg, ipw (${DEFAULT-VALUE}).")
  private Adjustment estimator = Adjustment.DR;

  @Option(
      names = "--se",
      defaultValue = "analytic",
      description = "One of analytic, jackknife, bootstrap, ri (${DEFAULT-VALUE}).")
  private DidOptions.Errors errors = DidOptions.Errors.ANALYTIC;

  @Option(
      names = "--draws",
      defaultValue = "1000",
      description = "Of the bootstrap and of randomisation (${DEFAULT-VALUE}).")
  private int draws;

  @Option(names = "--seed", defaultValue = "1", description = "Of the draws (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--balance-e",
      description = "Event time up to which every cohort of the dynamic average is observed.")
  private Optional<Integer> balance = Optional.empty();

  @Option(
      names = "--repeated-cross-section",
      description = "Rows are of other units in every period.")
  private boolean crossSections;

  @Option(
      names = "--honest",
      split = ",",
      description = "How much slopes may change by a period, for the sensitivity.")
  private List<Double> honest = List.of();

  @Option(
      names = "--honest-target",
      defaultValue = "first",
      description = "The effect it is about: one of first (period), average (${DEFAULT-VALUE}).")
  private DidOptions.Target target = DidOptions.Target.FIRST;

  /** The comparison, by the name the option has. */
  enum Control {
    NEVER,
    NOTYET;

    Design.Control design() {
      return this == NEVER ? Design.Control.NEVER : Design.Control.NOT_YET;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() {
    DidOptions options =
        new DidOptions(
            new DidOptions.Columns(
                unit, time, outcome, cohort, weights, cluster, covariates, strata),
            new Design(control.design(), base, anticipation),
            new DidOptions.Method(
                estimator,
                errors,
                crossSections ? DidOptions.Sampling.CROSS_SECTIONS : DidOptions.Sampling.PANEL,
                draws,
                seed,
                balance.map(OptionalInt::of).orElse(OptionalInt.empty())),
            new DidOptions.Sensitivity(honest, target));
    return files.print(DidEstimate.of(files.table(), options));
  }
}
