package org.evenhand.report.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Sentence;

/**
 * Who says what about a skill.
 *
 * @param items what moved it, piece by piece, the largest first; contested pieces always
 * @param views each kind of source by itself
 * @param next which missing evidence would tell most
 */
public record Witnesses(List<Item> items, List<View> views, Optional<Sentence> next) {

  /**
   * A piece of evidence.
   *
   * @param added its part of the change; absent for a contested piece that moved little
   * @param without the level if it did not count: what a challenge could change
   */
  public record Item(String source, String day, String evidence, Fact added, Fact without) {
    /** What is to be known about it, in words. */
    public String note() {
      return added.isAbsent() ? "Contested. " + without.reason() : added.reason();
    }
  }

  /** One kind of source by itself. */
  public record View(String source, String words, Fact level) {}

  /** Kinds of source that say the same. */
  public record Voice(List<String> sources, String words) {}

  /** Whether nobody is known to have said anything. */
  public boolean isEmpty() {
    return items.isEmpty() && views.isEmpty();
  }

  /** The views in words, those that say the same together. */
  public List<Voice> voices() {
    Map<String, List<String>> byWords =
        views.stream()
            .collect(
                Collectors.groupingBy(
                    View::words,
                    LinkedHashMap::new,
                    Collectors.mapping(View::source, Collectors.toList())));
    return byWords.entrySet().stream()
        .map(same -> new Voice(same.getValue(), same.getKey()))
        .toList();
  }

  static Witnesses of(FactSet facts, Texts texts, Subject rep, String skill) {
    return new Witnesses(
        items(facts, texts, rep, skill),
        Skills.about(facts, rep, Skills.SOURCE, skill).stream()
            .map(fact -> view(texts, fact))
            .toList(),
        Skills.about(facts, rep, Skills.NEXT, skill).stream()
            .filter(Fact::isKnown)
            .findFirst()
            .map(fact -> SkillSentences.next(fact, texts)));
  }

  private static View view(Texts texts, Fact fact) {
    return new View(
        texts.ofSkills("sources", Skills.part(fact, 1)),
        texts.ofSkills("views", Skills.part(fact, 2)),
        fact);
  }

  private static List<Item> items(FactSet facts, Texts texts, Subject rep, String skill) {
    List<Fact> moved =
        Skills.about(facts, rep, Skills.ITEM, skill).stream()
            .sorted(Comparator.comparingDouble(Witnesses::size).reversed())
            .toList();
    Set<String> known =
        moved.stream().map(fact -> fact.key().dimension()).collect(Collectors.toSet());
    Stream<Fact> contested =
        Skills.about(facts, rep, Skills.WITHOUT, skill).stream()
            .filter(fact -> !known.contains(fact.key().dimension()));
    return Stream.concat(moved.stream(), contested).map(fact -> item(facts, texts, fact)).toList();
  }

  private static double size(Fact fact) {
    return Math.abs(fact.value().orElse(0));
  }

  private static Item item(FactSet facts, Texts texts, Fact fact) {
    return new Item(
        texts.ofSkills("sources", Skills.part(fact, 1)),
        Skills.part(fact, 2),
        Skills.part(fact, 3),
        facts.get(under(fact, Skills.ITEM)),
        facts.get(under(fact, Skills.WITHOUT)));
  }

  private static FactKey under(Fact fact, String measure) {
    FactKey key = fact.key();
    return new FactKey(key.subject(), measure, key.dimension(), key.period());
  }
}
