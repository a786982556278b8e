package org.evenhand.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Claim;
import org.evenhand.report.text.Narrative;
import org.evenhand.report.text.Sentence;

/**
 * The brief of a team's manager: what helps, what conditions did, what to talk about; never who.
 *
 * @param team id of the team
 * @param withheld why there are no figures; empty for a team that is large enough for them
 * @param story what AI gave the reps
 * @param results what conditions did to their results
 * @param guidance where guidance is wanted
 * @param gaps what the records lack
 */
public record BriefPage(
    String team,
    Optional<Sentence> withheld,
    Story story,
    Results results,
    Guidance guidance,
    Gaps gaps) {
  private static final long LEAST = 5;

  /**
   * What AI gave.
   *
   * @param tiles the four measures
   * @param questions three, to start conversations with
   */
  public record Story(
      Sentence headline, Sentence gains, List<Comparison> tiles, List<Sentence> questions) {}

  /** Results beside the conditions they were reached under. */
  public record Results(Conditions.Gap gap, Conditions.Team rate) {}

  /**
   * Where guidance is wanted.
   *
   * @param needs by name of the skill
   * @param stalls signs of a stall that the reps have seen before
   */
  public record Guidance(List<Need> needs, Fact stalls) {}

  /**
   * A skill: for how many reps what can be said of it, and how far sources agree.
   *
   * @param standings in the order of {@link Skills#STANDINGS}
   */
  public record Need(String title, List<Fact> standings, Fact disputed) {}

  /** What the records lack and what is not measured at all. */
  public record Gaps(
      List<RepPage.Source> sources, List<Missing> missing, List<Texts.Entry> unmeasured) {}

  /**
   * Figures that could not be made for the same reason.
   *
   * @param state one of them, for its state and its reason
   */
  public record Missing(List<String> titles, Fact state) {}

  /** Builds the brief of one team from facts. */
  public static BriefPage of(FactSet facts, Catalogue catalogue, Texts texts, Subject team) {
    Optional<Sentence> withheld = withheld(facts, team);
    List<Sentence> questions =
        withheld.isPresent()
            ? Questions.inWords(texts)
            : Questions.of(facts, catalogue, texts, team);
    return new BriefPage(
        team.id(),
        withheld,
        story(facts, catalogue, team, questions),
        new Results(Conditions.gap(facts, team), Conditions.team(facts, team)),
        new Guidance(needs(facts, texts, team), Skills.fact(facts, team, Skills.STALLS, "")),
        gaps(facts, catalogue, texts, team));
  }

  private static Story story(
      FactSet facts, Catalogue catalogue, Subject team, List<Sentence> questions) {
    return new Story(
        Narrative.headline(facts, team),
        Narrative.gains(facts, team),
        Catalogue.PREREQUISITES.stream()
            .map(measure -> Comparison.tile(facts, catalogue, team, measure))
            .toList(),
        questions);
  }

  private static Optional<Sentence> withheld(FactSet facts, Subject team) {
    Fact reps = facts.get(team, "reps", "now");
    if (!reps.isKnown()) {
      return Optional.of(
          Sentence.of("How many reps the team has is not known, so nothing is counted for it."));
    }
    return reps.count() < LEAST ? Optional.of(few(reps)) : Optional.empty();
  }

  private static Sentence few(Fact reps) {
    return Sentence.sentence()
        .say("Reps in the team this quarter: ")
        .value(reps)
        .say(
            ". With fewer than five, a figure about the team would tell about single people, so"
                + " this brief has words only.")
        .claim(new Claim.NotAbove(reps.key(), LEAST - 1.0))
        .done();
  }

  private static List<Need> needs(FactSet facts, Texts texts, Subject team) {
    return facts.of(team, Skills.NEED).stream()
        .map(fact -> Skills.part(fact, 0))
        .distinct()
        .sorted(Comparator.comparing(texts::skill))
        .map(skill -> need(facts, texts, team, skill))
        .toList();
  }

  private static Need need(FactSet facts, Texts texts, Subject team, String skill) {
    return new Need(
        texts.skill(skill),
        Skills.STANDINGS.stream()
            .map(standing -> Skills.fact(facts, team, Skills.NEED, skill, standing))
            .toList(),
        Skills.fact(facts, team, Skills.DISPUTED, skill));
  }

  private static Gaps gaps(FactSet facts, Catalogue catalogue, Texts texts, Subject team) {
    return new Gaps(
        RepPage.sources(facts, texts, team),
        missing(RepPage.missing(facts, catalogue, team)),
        texts.unmeasured("MGR"));
  }

  private static List<Missing> missing(List<RepPage.Missing> single) {
    Map<String, List<RepPage.Missing>> byReason =
        single.stream()
            .collect(
                Collectors.groupingBy(
                    missing -> missing.fact().reason(), TreeMap::new, Collectors.toList()));
    return byReason.values().stream()
        .map(
            group ->
                new Missing(
                    group.stream().map(RepPage.Missing::title).distinct().sorted().toList(),
                    group.get(0).fact()))
        .toList();
  }
}
