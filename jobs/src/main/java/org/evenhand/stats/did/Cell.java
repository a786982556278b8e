package org.evenhand.stats.did;

/**
 * The effect of one cohort at one time.
 *
 * @param group first treated period of the cohort
 * @param base period the change is measured from
 */
public record Cell(int group, int time, int base) {

  public Pair pair() {
    return new Pair(time, base);
  }

  /** Whether the cohort is treated at this time. */
  public boolean post() {
    return time >= group;
  }

  /** Whether time and base are one: 0 by construction (universal base). */
  public boolean reference() {
    return time == base;
  }

  public int eventTime() {
    return time - group;
  }
}
