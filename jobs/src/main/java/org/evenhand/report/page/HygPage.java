package org.evenhand.report.page;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.report.draw.BarChart;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Sentence;

/**
 * Data completeness and hygiene.
 *
 * @param summary what the data's state means for the other reports
 * @param deliveries section 1
 * @param completeness section 2
 * @param records section 3
 * @param people sections 4 to 6
 */
public record HygPage(
    Summary summary,
    Deliveries deliveries,
    CompletenessTable completeness,
    Records records,
    People people) {

  /**
   * @param gaps reps without a figure, by measure
   */
  public record Summary(Sentence headline, Confidence confidence, List<Gap> gaps) {}

  /** How many reps lack a figure because of data. */
  public record Gap(String title, Fact reps) {}

  /**
   * Section 1.
   *
   * @param missing sources of which nothing came
   * @param failed sources of which files came that could not be taken
   * @param rejects chart of rows rejected by source, empty when there were none
   */
  public record Deliveries(
      List<Delivery> arrived, List<Fact> missing, List<Fact> failed, String rejects) {}

  /** Section 3. */
  public record Records(List<RuleFailure> failures, List<Implausible> patterns) {}

  /** Records that broke a rule. */
  public record RuleFailure(String rule, Fact fact, String owner, String due) {}

  /** Records that look wrong. */
  public record Implausible(Texts.Pattern pattern, Fact fact) {}

  /** Sections 4 to 6. */
  public record People(
      List<Identity> identities, List<Restatement> restatements, Privacy privacy) {}

  /** Accounts of one system. */
  public record Identity(String system, Fact matched, Fact ambiguous, Fact unmatched) {}

  /** A published figure that was corrected. */
  public record Restatement(String title, Fact from, Fact to) {}

  /** What was dropped or withheld. */
  public record Privacy(List<Fact> droppedColumns, Fact suppressedCells, Fact restatedFacts) {}

  /** Builds the report from facts. */
  public static HygPage of(FactSet facts, Catalogue catalogue, Texts texts, LocalDate day) {
    return new HygPage(
        new Summary(
            HygWords.headline(facts),
            Confidence.of(facts, texts),
            facts.of(Subject.COMPANY, "reps_without_figure").stream()
                .map(fact -> new Gap(catalogue.title(fact.key().dimension()), fact))
                .toList()),
        new Deliveries(
            Delivery.arrived(facts),
            Delivery.missing(facts),
            Delivery.failed(facts),
            BarChart.of(
                Delivery.rejected(facts), "rejects", "Rows rejected, by source; largest on top.")),
        CompletenessTable.of(facts, texts),
        HygRecords.of(facts, texts, day),
        HygRecords.people(facts, catalogue));
  }
}
