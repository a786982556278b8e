package org.evenhand.simulate.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A lead worked by an SDR.
 *
 * @param key unique within the simulation
 * @param owner the SDR
 * @param stint the owner's stint when it was assigned
 * @param quality what it was worth when assigned
 * @param response what became of it
 */
public record LeadCase(long key, Person owner, Stint stint, Quality quality, Response response) {
  /**
   * @param created the day it came in
   * @param source where from
   * @param segment SMB, Mid-Market or Enterprise
   * @param grade 0 for A to 3 for D
   */
  public record Quality(LocalDate created, String source, String segment, int grade) {}

  /**
   * @param assigned instant of assignment
   * @param firstResponse first call or mail
   * @param meetingHeld day of the held meeting, if one came about
   * @param closed day the lead was converted or given up
   */
  public record Response(
      Instant assigned, Instant firstResponse, Optional<LocalDate> meetingHeld, LocalDate closed) {}
}
