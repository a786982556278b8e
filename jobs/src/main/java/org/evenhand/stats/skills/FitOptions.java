package org.evenhand.stats.skills;

/**
 * How a fit is made.
 *
 * @param tails of the noise
 * @param seed of the probes
 * @param probes draws for the prediction errors when there are many unknowns
 * @param exactUpTo unknowns up to which prediction errors come from the inverse
 * @param rounds most rounds of expectation and maximisation
 */
public record FitOptions(Tails tails, long seed, int probes, int exactUpTo, int rounds) {
  /** Gaussian, four probes, 400 unknowns exactly, 240 rounds. */
  public static FitOptions standard(long seed) {
    return new FitOptions(Tails.GAUSSIAN, seed, 4, 400, 240);
  }

  public FitOptions withTails(Tails other) {
    return new FitOptions(other, seed, probes, exactUpTo, rounds);
  }

  public FitOptions withRounds(int other) {
    return new FitOptions(tails, seed, probes, exactUpTo, other);
  }
}
