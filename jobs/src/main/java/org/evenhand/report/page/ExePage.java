package org.evenhand.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.report.draw.Panel;
import org.evenhand.report.draw.SeriesChart;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Measure;
import org.evenhand.report.facts.Prerequisites;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.text.Narrative;
import org.evenhand.report.text.Sentence;

/**
 * The executive report.
 *
 * @param story what the four measures say together
 * @param tiles the four measures for all reps
 * @param decision what the reader is asked for and what they must know for it
 * @param charts one per measure, groups side by side
 * @param table the four measures by role
 * @param background what stands behind the four
 * @param chain from less friction to more revenue
 * @param conditions what conditions did to the results
 * @param people skills of all reps together
 */
public record ExePage(
    Story story,
    List<Comparison> tiles,
    Deciding decision,
    List<Chart> charts,
    List<Comparison> table,
    Background background,
    Chain chain,
    Conditions conditions,
    People people) {
  private static final int MOST_PANELS = 5;

  /** Panels stand in the order of their names; a blank, which is not seen, comes first. */
  private static final String FIRST = " ";

  /** Headline, the numbers behind it, what it means for oversight, and what got worse. */
  public record Story(
      Sentence headline, Sentence gains, Sentence oversight, List<Sentence> tradeOffs) {}

  /** Decisions asked for and how far the data carry them. */
  public record Deciding(List<Texts.Decision> requests, Confidence confidence) {}

  /** A chart with its title and its description. */
  public record Chart(Measure measure, String description, String svg) {}

  /** Builds the page from facts. */
  public static ExePage of(
      FactSet facts, Catalogue catalogue, Texts texts, java.time.LocalDate day) {
    return new ExePage(
        new Story(
            Narrative.headline(facts),
            Narrative.gains(facts, Subject.COMPANY),
            Narrative.oversight(facts),
            TradeOffs.of(facts, catalogue)),
        Catalogue.PREREQUISITES.stream()
            .map(measure -> Comparison.tile(facts, catalogue, Subject.COMPANY, measure))
            .toList(),
        new Deciding(Requests.of(facts, catalogue, texts, day), Confidence.of(facts, texts)),
        charts(facts, catalogue),
        table(facts, catalogue),
        Background.of(facts, catalogue),
        Chain.of(facts, catalogue),
        Conditions.of(facts, texts),
        People.of(facts, texts));
  }

  private static List<Comparison> table(FactSet facts, Catalogue catalogue) {
    return Catalogue.PREREQUISITES.stream()
        .flatMap(
            measure ->
                groups(facts).stream()
                    .map(subject -> Comparison.row(facts, catalogue, subject, measure)))
        .filter(Comparison::isPresent)
        .toList();
  }

  private static List<Chart> charts(FactSet facts, Catalogue catalogue) {
    List<Chart> charts = new ArrayList<>();
    List<String> quarters = quarters(facts);
    for (String measure : Catalogue.PREREQUISITES) {
      SeriesChart chart = new SeriesChart(panels(facts, measure), quarters);
      if (!chart.isEmpty()) {
        String description = description(catalogue.get(measure));
        charts.add(new Chart(catalogue.get(measure), description, chart.svg(measure, description)));
      }
    }
    return charts;
  }

  private static List<String> quarters(FactSet facts) {
    return Catalogue.PREREQUISITES.stream()
        .flatMap(
            measure ->
                groups(facts).stream()
                    .flatMap(group -> panel(facts, group, measure).series().stream()))
        .map(fact -> fact.key().period())
        .distinct()
        .sorted()
        .toList();
  }

  private static String description(Measure measure) {
    return ("%s by quarter, for all reps and by role, with its interval as a band; the dashed line"
            + " marks the quarter in which AI began. The numbers of this quarter are in the"
            + " table.")
        .formatted(measure.title());
  }

  private static List<Panel> panels(FactSet facts, String measure) {
    return groups(facts).stream()
        .limit(MOST_PANELS)
        .map(subject -> panel(facts, subject, measure))
        .toList();
  }

  private static Panel panel(FactSet facts, Subject subject, String measure) {
    String dimension = Prerequisites.dimension(facts, subject, measure);
    String name = subject.equals(Subject.COMPANY) ? FIRST + "All reps" : subject.id();
    return new Panel(name, facts.series(subject, measure, dimension), aiStart(facts, subject));
  }

  private static String aiStart(FactSet facts, Subject subject) {
    return facts.series(subject, "ai_start", "").stream()
        .filter(fact -> fact.count() > 0)
        .map(Fact::key)
        .map(key -> key.period())
        .findFirst()
        .orElse("");
  }

  private static List<Subject> groups(FactSet facts) {
    List<Subject> groups = new ArrayList<>(List.of(Subject.COMPANY));
    groups.addAll(facts.subjects(SubjectKind.ROLE));
    return groups;
  }
}
