package org.evenhand.report.page;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.draw.IntervalDrawing;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Effects;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Part;
import org.evenhand.report.text.Sentence;

/**
 * From less friction to more revenue: six links, the first that does not hold, who won first, and
 * what it cost.
 *
 * @param first who won first
 * @param weakest the first link on which nothing can be shown to pass on
 * @param links always six
 * @param who effects by earlier results and tenure
 * @param balance what the rollouts gave and cost
 */
public record Chain(
    Sentence first, Sentence weakest, List<Link> links, List<Group> who, List<Line> balance) {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 18;

  /**
   * A link.
   *
   * @param effect against teams without AI
   * @param passes what arrives here per unit of the link before; absent for the first
   * @param onset periods from the start until it first improved
   */
  public record Link(
      int number,
      String words,
      String measure,
      Fact effect,
      String drawing,
      Fact passes,
      Fact onset) {}

  /**
   * A part of the reps, by what they were before.
   *
   * @param effects on the four measures, in their order
   */
  public record Group(String who, List<Fact> effects) {}

  /** A line of the balance from point estimates and from lower bounds. */
  public record Line(String title, Fact point, Fact lowerBound) {}

  static Chain of(FactSet facts, Catalogue catalogue) {
    return new Chain(
        first(facts),
        weakest(facts),
        links(facts, catalogue),
        who(facts),
        balance(facts, catalogue));
  }

  /** Whether any effect was estimated or has a reason why not. */
  public boolean isPresent() {
    return links.stream().anyMatch(link -> !link.effect().isAbsent());
  }

  private static List<Link> links(FactSet facts, Catalogue catalogue) {
    return Effects.CHAIN.stream()
        .map(link -> link(facts, catalogue, Effects.CHAIN.indexOf(link) + 1, link))
        .toList();
  }

  private static Link link(FactSet facts, Catalogue catalogue, int number, Effects.Link link) {
    Fact effect = facts.get(Subject.COMPANY, link.measure(), Effects.PERIOD);
    return new Link(
        number,
        link.words(),
        catalogue.title(link.measure()),
        effect,
        drawing(effect, catalogue),
        company(facts, "pass_through", link.measure()),
        company(facts, "harmony_onset", link.measure()));
  }

  private static String drawing(Fact effect, Catalogue catalogue) {
    return effect.isAbsent()
        ? ""
        : IntervalDrawing.change(
            effect, catalogue.get(effect.key().measure()).smallestWorthwhile(), WIDTH, HEIGHT);
  }

  private static Fact company(FactSet facts, String measure, String dimension) {
    return facts.get(new FactKey(Subject.COMPANY, measure, dimension, Effects.PERIOD));
  }

  private static List<Group> who(FactSet facts) {
    return facts.of(Subject.COMPANY).stream()
        .filter(fact -> fact.key().period().equals(Effects.PERIOD))
        .map(fact -> fact.key().dimension())
        .filter(dimension -> dimension.matches("(prior_tercile|tenure_band) .*"))
        .distinct()
        .sorted()
        .map(dimension -> group(facts, dimension))
        .toList();
  }

  private static Group group(FactSet facts, String dimension) {
    return new Group(
        words(dimension),
        Catalogue.PREREQUISITES.stream()
            .map(measure -> company(facts, measure, dimension))
            .toList());
  }

  private static String words(String dimension) {
    return dimension
        .replace("prior_tercile", "Earlier results")
        .replace("tenure_band", "Tenure")
        .replace('_', ' ');
  }

  private static List<Line> balance(FactSet facts, Catalogue catalogue) {
    return Effects.BALANCE.stream()
        .flatMap(measure -> facts.of(Subject.COMPANY, measure).stream())
        .filter(fact -> fact.key().period().equals(Effects.PERIOD))
        .filter(fact -> !fact.key().dimension().equals("lower bound"))
        .map(fact -> line(facts, catalogue, fact))
        .toList();
  }

  private static Line line(FactSet facts, Catalogue catalogue, Fact point) {
    String measure = point.key().measure();
    String cut = point.key().dimension().isEmpty() ? "" : ", " + point.key().dimension();
    return new Line(catalogue.title(measure) + cut, point, company(facts, measure, "lower bound"));
  }

  private static Sentence first(FactSet facts) {
    String precedence =
        Stream.of("time_saved", "selling_hours")
            .map(measure -> company(facts, "harmony_onset", measure).reason())
            .filter(reason -> !reason.isEmpty())
            .findFirst()
            .orElse("");
    return switch (precedence) {
      case "REP_FIRST" -> reps(facts);
      case "OTHERS_WON_FIRST" ->
          Sentence.of(
              "Managers or the company gained before the reps did: the order is the wrong way round.");
      case "NOBODY_YET" -> Sentence.of("Nobody can be shown to have gained yet.");
      default -> Sentence.of("Who won first cannot be told: effects were not measured.");
    };
  }

  private static Sentence reps(FactSet facts) {
    Sentence.Builder sentence = Sentence.sentence().say("The reps: ");
    List<Effects.Link> own =
        Effects.CHAIN.subList(0, 4).stream()
            .filter(link -> company(facts, "harmony_onset", link.measure()).isKnown())
            .toList();
    for (Effects.Link link : own) {
      sentence.say(link.equals(own.get(0)) ? "" : "; ").say(lower(link.words()) + ", first seen ");
      sentence
          .number(company(facts, "harmony_onset", link.measure()), Part.Form.VALUE)
          .say(" after the start");
    }
    return sentence.say(". Nothing else can be shown to have moved before.").done();
  }

  private static String lower(String words) {
    return words.startsWith("AI")
        ? words
        : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private static Sentence weakest(FactSet facts) {
    Fact weakest = facts.get(Subject.COMPANY, "weakest_link", Effects.PERIOD);
    return weakest.isKnown()
        ? Sentence.sentence()
            .say("The first link on which it cannot be shown that anything passes on: ")
            .reason(weakest)
            .say(".")
            .done()
        : Sentence.of("Every link that can be judged passes something on.");
  }
}
