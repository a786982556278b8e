package org.evenhand.simulate.export;

import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Horizon;

/**
 * One quarter's exports of the company into a landing directory.
 *
 * @param company what is exported
 * @param quarter the quarter that has just ended
 * @param landing where the files go
 */
public record Delivery(Company company, Quarter quarter, Landing landing) {
  public LocalDate from() {
    return Horizon.startOf(quarter);
  }

  /** First day after the quarter. */
  public LocalDate to() {
    return Horizon.endOf(quarter);
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from()) && day.isBefore(to());
  }

  /** The day the files are made, a few days after the quarter's end; part of their names. */
  public LocalDate extracted() {
    return Horizon.extractDateOf(quarter);
  }

  public Instant extractedAt() {
    return Horizon.extractInstantOf(quarter);
  }

  public boolean isFirst() {
    return quarter.equals(company.horizon().first());
  }

  public boolean isLast() {
    return quarter.equals(company.horizon().last());
  }

  public int firstWeek() {
    return Math.max(0, company.horizon().weekOf(from()));
  }

  public int lastWeek() {
    return company.horizon().weekOf(to().minusDays(1));
  }
}
