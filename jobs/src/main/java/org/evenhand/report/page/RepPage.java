package org.evenhand.report.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.report.draw.StandingDrawing;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Effects;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Measure;
import org.evenhand.report.facts.Prerequisites;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Narrative;
import org.evenhand.report.text.Sentence;

/**
 * "Show me": what a rep asks, in the order in which reps ask it.
 *
 * @param who the rep
 * @param answer to "is AI helping you?"
 * @param peers what AI did to the rep's role, against teams without it
 * @param blocks earnings, workload, close rate: always these, always in this order
 * @param data the fourth block: the rep's own data
 * @param notYours what the rep does not control
 * @param skills the rep's skills and who says so
 */
public record RepPage(
    Person who,
    Sentence answer,
    Optional<Sentence> peers,
    List<Block> blocks,
    Data data,
    NotYours notYours,
    SkillSheet skills) {
  private static final int WIDTH = 230;

  /**
   * The rep as the report knows them.
   *
   * @param key rep_key in decimal
   * @param team last team of the quarter, empty when unknown
   */
  public record Person(String key, String team, String role) {}

  /** One question with the measures that answer it. */
  public record Block(
      String title, String question, List<Standing> standings, List<Extra> extras) {}

  /** A further amount of the quarter. */
  public record Extra(String title, Fact fact) {}

  /**
   * Where the rep stands on one measure.
   *
   * @param drawing before, now and comparable reps as SVG; empty when now is not known
   */
  public record Standing(
      Measure measure, Fact now, Fact before, Fact change, Fact comparable, String drawing) {}

  /**
   * What there is about the rep.
   *
   * @param sources how complete each family of sources is
   * @param missing figures that could not be made, each with its reason
   */
  public record Data(List<Source> sources, List<Missing> missing) {}

  /** A figure that could not be made. */
  public record Missing(String title, Fact fact) {}

  /** One family of sources. */
  public record Source(String family, Fact share, String effect) {}

  /** Builds the page of one rep from facts. */
  public static RepPage of(FactSet facts, Catalogue catalogue, Texts texts, Subject rep) {
    return new RepPage(
        new Person(rep.id(), member(facts, rep, "team:"), member(facts, rep, "role:")),
        Narrative.answer(facts, rep),
        peers(facts, member(facts, rep, "role:")),
        List.of(
            earnings(facts, catalogue, rep),
            workload(facts, catalogue, rep),
            closing(facts, catalogue, rep)),
        new Data(sources(facts, texts, rep), missing(facts, catalogue, rep)),
        NotYours.of(facts, catalogue, texts, rep),
        SkillSheet.of(facts, texts, rep));
  }

  private static Optional<Sentence> peers(FactSet facts, String role) {
    Subject all = Subject.role(role);
    boolean measured =
        Prerequisites.changes(facts, all).stream()
            .anyMatch(fact -> fact.isKnown() && fact.key().period().equals(Effects.PERIOD));
    return measured ? Optional.of(Narrative.gains(facts, all)) : Optional.empty();
  }

  private static Block earnings(FactSet facts, Catalogue catalogue, Subject rep) {
    List<Extra> extras =
        Stream.of("commission_spiff", "commission_draw", "commission_clawback")
            .flatMap(measure -> facts.of(rep, measure).stream())
            .filter(Fact::isKnown)
            .map(fact -> new Extra(catalogue.title(fact.key().measure()), fact))
            .toList();
    return new Block(
        "Earnings",
        "Does it increase what you earn?",
        List.of(standing(facts, catalogue, rep, "commission")),
        extras);
  }

  private static Block workload(FactSet facts, Catalogue catalogue, Subject rep) {
    return new Block(
        "Workload",
        "Does it take work off you?",
        List.of(
            standing(facts, catalogue, rep, "time_saved"),
            standing(facts, catalogue, rep, "non_selling")),
        List.of());
  }

  private static Block closing(FactSet facts, Catalogue catalogue, Subject rep) {
    return new Block(
        "Close rate",
        "Does it help you close?",
        List.of(standing(facts, catalogue, rep, "conversion")),
        List.of());
  }

  private static Standing standing(
      FactSet facts, Catalogue catalogue, Subject rep, String measure) {
    String side = measure.equals("time_saved") ? "non_selling_hours" : measure;
    Fact now = Prerequisites.fact(facts, rep, side, "now");
    Fact before = Prerequisites.fact(facts, rep, side, "before");
    Fact comparable = Prerequisites.fact(facts, rep, side, "comparable");
    return new Standing(
        catalogue.get(measure),
        now,
        before,
        Prerequisites.fact(facts, rep, measure, "change"),
        comparable,
        StandingDrawing.of(now, before, comparable, WIDTH));
  }

  /** How complete the sources of a subject are. */
  static List<Source> sources(FactSet facts, Texts texts, Subject subject) {
    return facts.of(subject, "completeness").stream()
        .map(
            fact -> {
              String family = fact.key().dimension();
              return new Source(texts.family(family), fact, texts.effect(family));
            })
        .toList();
  }

  /** Figures of a subject that could not be made; skills have a place of their own. */
  static List<Missing> missing(FactSet facts, Catalogue catalogue, Subject subject) {
    return facts.of(subject).stream()
        .filter(fact -> !fact.isKnown() && !fact.key().measure().equals("completeness"))
        .filter(fact -> !Skills.isAboutSkills(fact.key()))
        .filter(fact -> List.of("now", "change").contains(fact.key().period()))
        .map(fact -> new Missing(catalogue.title(fact.key().measure()), fact))
        .toList();
  }

  private static String member(FactSet facts, Subject rep, String prefix) {
    return facts.of(rep, "membership").stream()
        .map(Fact::key)
        .map(FactKey::dimension)
        .filter(dimension -> dimension.startsWith(prefix))
        .map(dimension -> dimension.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }
}
