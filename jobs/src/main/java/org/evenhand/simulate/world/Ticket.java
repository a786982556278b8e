package org.evenhand.simulate.world;

import java.time.Instant;

/**
 * A support case.
 *
 * @param key unique within the simulation
 * @param assignee the support rep
 * @param stint the assignee's stint when it came in
 * @param priority low, normal, high, urgent
 * @param times how it went
 */
public record Ticket(long key, Person assignee, Stint stint, String priority, Times times) {
  /**
   * @param created when it came in
   * @param firstReply first public answer
   * @param solved first solution
   * @param reopened whether the customer came back after the solution
   * @param good whether a rating was given and good; undecided when not rated
   */
  public record Times(
      Instant created, Instant firstReply, Instant solved, boolean reopened, String good) {}

  /** When it was last solved: two days later when it was reopened. */
  public Instant finallySolved() {
    return times.reopened() ? times.solved().plusSeconds(2 * 86_400L) : times.solved();
  }
}
