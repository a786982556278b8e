package org.evenhand.report.draw;

import java.util.List;
import org.evenhand.report.facts.Fact;

/**
 * One small picture of a chart: the series of one group.
 *
 * @param name what stands above it
 * @param series one fact per quarter, oldest first
 * @param aiStart quarter in which AI began for the group, empty when unknown
 */
public record Panel(String name, List<Fact> series, String aiStart) {
  public Panel {
    series = List.copyOf(series);
  }
}
