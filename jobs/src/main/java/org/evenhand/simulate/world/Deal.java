package org.evenhand.simulate.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * An opportunity with its whole true future.
 *
 * @param key unique within the simulation
 * @param owner the rep who created it
 * @param stint the owner's stint when it was created: territory and team of the credit
 * @param terms what is sold
 * @param course how it goes
 */
public record Deal(long key, Person owner, Stint stint, Terms terms, Course course) {
  /**
   * @param renewal a CSM's renewal, otherwise new business
   * @param segment SMB, Mid-Market or Enterprise
   * @param leadGrade 0 for A to 3 for D
   * @param leadSource where it came from
   * @param list list amount in the region's currency
   * @param discount share taken off
   */
  public record Terms(
      boolean renewal,
      String segment,
      int leadGrade,
      String leadSource,
      double list,
      double discount) {}

  /**
   * @param won how it ends
   * @param steps stages with the day each begins, the last is the decision
   */
  public record Course(boolean won, List<Step> steps) {
    public Course {
      steps = List.copyOf(steps);
    }
  }

  /** A stage and its first day. */
  public record Step(Stage stage, LocalDate day) {}

  /** The stages of the sales process. */
  public enum Stage {
    PROSPECTING("Prospecting", 10),
    QUALIFICATION("Qualification", 25),
    PROPOSAL("Proposal/Price Quote", 60),
    NEGOTIATION("Negotiation/Review", 80),
    WON("Closed Won", 100),
    LOST("Closed Lost", 0);

    private final String label;
    private final int probability;

    Stage(String label, int probability) {
      this.label = label;
      this.probability = probability;
    }

    public String label() {
      return label;
    }

    public int probability() {
      return probability;
    }
  }

  public LocalDate created() {
    return course.steps().get(0).day();
  }

  public LocalDate decided() {
    return course.steps().get(course.steps().size() - 1).day();
  }

  /** Whether it was won on or before the day. */
  public boolean wonBy(LocalDate day) {
    return course.won() && !decided().isAfter(day);
  }

  /** The latest step begun on or before the day; the first step for earlier days. */
  public Step on(LocalDate day) {
    Step latest = course.steps().get(0);
    for (Step step : course.steps()) {
      if (!step.day().isAfter(day)) {
        latest = step;
      }
    }
    return latest;
  }

  /** The amount agreed, in whole tens of the currency. */
  public BigDecimal amount() {
    return money(terms.list() * (1 - terms.discount()));
  }

  public BigDecimal listAmount() {
    return money(terms.list());
  }

  private static BigDecimal money(double value) {
    return BigDecimal.valueOf(Math.round(value / 10) * 10).setScale(2, RoundingMode.UNNECESSARY);
  }
}
