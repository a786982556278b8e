package org.evenhand.report.page;

import org.evenhand.report.draw.IntervalDrawing;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Measure;
import org.evenhand.report.facts.Prerequisites;
import org.evenhand.report.facts.Subject;

/**
 * A measure of one subject: before, now, and the change with its interval.
 *
 * @param drawing the change as SVG, empty when there is no interval
 */
public record Comparison(
    Measure measure, Subject subject, Fact before, Fact now, Fact change, String drawing) {
  private static final int TILE_WIDTH = 148;
  private static final int TILE_HEIGHT = 26;
  private static final int ROW_WIDTH = 120;
  private static final int ROW_HEIGHT = 18;

  /** For a tile. */
  static Comparison tile(FactSet facts, Catalogue catalogue, Subject subject, String measure) {
    return of(facts, catalogue.get(measure), subject, TILE_WIDTH, TILE_HEIGHT);
  }

  /** For a row of a table. */
  static Comparison row(FactSet facts, Catalogue catalogue, Subject subject, String measure) {
    return of(facts, catalogue.get(measure), subject, ROW_WIDTH, ROW_HEIGHT);
  }

  private static Comparison of(
      FactSet facts, Measure measure, Subject subject, int width, int height) {
    Fact change = Prerequisites.gain(facts, subject, measure.key());
    String side = measure.key().equals("time_saved") ? "non_selling_hours" : measure.key();
    return new Comparison(
        measure,
        subject,
        Prerequisites.fact(facts, subject, side, "before"),
        Prerequisites.fact(facts, subject, side, "now"),
        change,
        IntervalDrawing.change(change, measure.smallestWorthwhile(), width, height));
  }

  /** Whether there is anything to say about the subject. */
  boolean isPresent() {
    return !(change.isAbsent() && now.isAbsent());
  }

  /** The subject in words. */
  public String who() {
    return subject.equals(Subject.COMPANY) ? "All reps" : subject.id();
  }
}
