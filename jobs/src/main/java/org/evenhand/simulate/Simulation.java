package org.evenhand.simulate;

import java.nio.file.Path;
import org.evenhand.errors.UserException;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Scenario;

/**
 * What to simulate. Equal configurations write equal bytes.
 *
 * @param reps number of reps, 60 to 100,000; the first 60 carry the fixed stories
 * @param horizon simulated quarters
 * @param seed of every random stream
 * @param out directory that gets {@code landing/}, {@code late/} and {@code truth/}
 * @param volume how much activity, in what files
 * @param scenario teams and whose rollouts do nothing
 */
public record Simulation(
    int reps, Horizon horizon, long seed, Path out, Volume volume, Scenario scenario) {
  /** Fewest reps: the cast of fixed stories. */
  public static final int MIN_REPS = 60;

  private static final int MAX_REPS = 100_000;
  private static final Quarter LAST_QUARTER = new Quarter(2026, 3);
  private static final int DAILY_FROM = 1_000;

  /**
   * @param activities 1 is about 25 activities a rep and week; hours stay the same
   * @param aiUse 1 is ordinary use; outcomes stay the same
   * @param daily one activity file per day instead of one per quarter
   * @param broken whether to add the broken rows and files
   */
  public record Volume(double activities, double aiUse, boolean daily, boolean broken) {
    /** The committed sample: few rows, quarterly files, every kind of broken row. */
    public static final Volume SAMPLE = new Volume(0.55, 1, false, true);

    /** As real exports come: many rows, daily files. */
    public static final Volume BULK = new Volume(1, 1, true, false);

    /** The same without broken rows and files. */
    public Volume plain() {
      return new Volume(activities, aiUse, daily, false);
    }

    public Volume withActivities(double times) {
      return new Volume(times, aiUse, daily, broken);
    }
  }

  public Simulation {
    if (reps < MIN_REPS || reps > MAX_REPS) {
      throw UserException.usage(
          "Cannot simulate %d reps: the number must be between %d and %d. Choose another --reps."
              .formatted(reps, MIN_REPS, MAX_REPS));
    }
    if (horizon.count() < 1) {
      throw UserException.usage(
          "Cannot simulate %d quarters: at least one is needed. Choose another --quarters."
              .formatted(horizon.count()));
    }
  }

  /** One company. */
  public Simulation(int reps, Horizon horizon, long seed, Path out, Volume volume) {
    this(reps, horizon, seed, out, volume, Scenario.ORDINARY);
  }

  /** That many quarters up to 2026Q3; daily files from 1,000 reps on. */
  public static Simulation of(int reps, int quarters, long seed, Path out) {
    Quarter first = LAST_QUARTER;
    for (int i = 1; i < quarters; i++) {
      first = first.previous();
    }
    Volume volume = reps >= DAILY_FROM ? Volume.BULK : Volume.SAMPLE;
    return new Simulation(reps, new Horizon(first, quarters), seed, out, volume);
  }

  /** The same in other teams. */
  public Simulation with(Volume otherVolume, Scenario otherScenario) {
    return new Simulation(reps, horizon, seed, out, otherVolume, otherScenario);
  }

  /** Whether so much is written that time counts more than bytes. */
  boolean isWrittenFast() {
    return volume.daily() || (reps > MIN_REPS && !scenario.equals(Scenario.ORDINARY));
  }
}
