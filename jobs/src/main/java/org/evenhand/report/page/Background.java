package org.evenhand.report.page;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;

/**
 * What stands behind the four measures.
 *
 * @param chain measures between AI and result, before and after
 * @param counts plain numbers of the quarter and of everything known
 * @param stages deals by stage
 */
public record Background(List<Comparison> chain, List<Count> counts, List<Fact> stages) {
  private static final List<String> CHAIN =
      List.of(
          "non_selling_hours",
          "selling_hours",
          "selling_share",
          "manual_crm_edits",
          "ai_assists",
          "deal_cycle",
          "deal_cycle_mean");
  private static final List<String> COUNTS =
      List.of(
          "reps",
          "teams",
          "reps_in_crm",
          "reps_without_deals",
          "created_count",
          "closed_count",
          "won_count",
          "won_value",
          "win_rate",
          "deal_cycle",
          "deal_cycle_mean",
          "cycle_won_mean",
          "cycle_won_median",
          "cycle_lost_median",
          "ramp",
          "commission_median",
          "commission_reps_down",
          "commission_consistency",
          "commission_restated");

  /** A number of the quarter beside the same of everything known. */
  public record Count(String title, Fact now, Fact all) {}

  static Background of(FactSet facts, Catalogue catalogue) {
    return new Background(
        CHAIN.stream()
            .map(measure -> Comparison.row(facts, catalogue, Subject.COMPANY, measure))
            .filter(Comparison::isPresent)
            .toList(),
        COUNTS.stream().flatMap(measure -> counts(facts, catalogue, measure)).toList(),
        facts.of(Subject.COMPANY, "deals"));
  }

  private static Stream<Count> counts(FactSet facts, Catalogue catalogue, String measure) {
    return facts.dimensions(Subject.COMPANY, measure).stream()
        .map(dimension -> count(facts, catalogue, measure, dimension))
        .filter(count -> !(count.now().isAbsent() && count.all().isAbsent()));
  }

  private static Count count(FactSet facts, Catalogue catalogue, String measure, String dimension) {
    String cut = dimension.isEmpty() ? "" : ", " + dimension;
    return new Count(
        catalogue.title(measure) + cut,
        facts.get(new FactKey(Subject.COMPANY, measure, dimension, "now")),
        facts.get(new FactKey(Subject.COMPANY, measure, dimension, "all")));
  }
}
