package org.evenhand.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.report.draw.LevelDrawing;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;
import org.evenhand.report.text.Sentence;

/**
 * What a rep's skills look like to those who saw them at work. In the order of their names: never
 * ranked, never added up.
 *
 * @param said what moved, or why there are no levels, or that nothing is known
 * @param skills those with evidence
 * @param silent skills nobody said enough about, in one line
 * @param stalls what the rep should know before anyone else does
 * @param advice recommendations with what they rest on
 */
public record SkillSheet(
    Sentence said,
    List<Skill> skills,
    Optional<Sentence> silent,
    List<Stall> stalls,
    List<Advice> advice) {
  private static final int MOST_OPEN = 2;
  private static final int LEAST_CITED = 2;
  private static final Set<Verdict> MOVED = Set.of(Verdict.IMPROVED, Verdict.GOT_WORSE);

  /**
   * A skill with evidence.
   *
   * @param witnesses who says so, and what moved it
   * @param open whether its witnesses are shown without asking
   */
  public record Skill(
      String title,
      Level level,
      Standing standing,
      Fact change,
      Witnesses witnesses,
      boolean open) {}

  /** The level beside what the role asks for, also drawn. */
  public record Level(Fact value, Fact required, String drawing) {}

  /** What can be said of the skill. */
  public record Standing(Fact fact, String words) {}

  /** A sign of a stall, in words that help. */
  public record Stall(Fact fact, Sentence said) {}

  /**
   * A recommendation.
   *
   * @param evidence ids of what it rests on
   */
  public record Advice(Sentence said, List<String> evidence) {}

  static SkillSheet of(FactSet facts, Texts texts, Subject rep) {
    List<Fact> levels = facts.of(rep, Skills.LEVEL);
    List<Skill> skills = skills(facts, texts, rep, levels);
    return new SkillSheet(
        SkillSentences.said(levels, changes(skills), texts),
        skills,
        SkillSentences.silent(withoutEvidence(levels), texts),
        skills.isEmpty() ? List.of() : stalls(facts, texts, rep),
        skills.isEmpty() ? List.of() : advice(facts, texts, rep));
  }

  private static List<Fact> changes(List<Skill> skills) {
    return skills.stream().map(Skill::change).toList();
  }

  /** Named together only beside others: when no level is shown the reason has been given. */
  private static List<Fact> withoutEvidence(List<Fact> levels) {
    return levels.stream().anyMatch(SkillSheet::hasEvidence)
        ? levels.stream().filter(level -> !hasEvidence(level)).toList()
        : List.of();
  }

  private static boolean hasEvidence(Fact level) {
    return level.isKnown() && level.sample() > 0;
  }

  private static List<Skill> skills(FactSet facts, Texts texts, Subject rep, List<Fact> levels) {
    List<Fact> shown =
        levels.stream()
            .filter(SkillSheet::hasEvidence)
            .sorted(Comparator.comparing(level -> texts.skill(Skills.part(level, 0))))
            .toList();
    LevelDrawing drawing =
        new LevelDrawing(
            facts.of(rep).stream()
                .filter(fact -> Set.of(Skills.LEVEL, Skills.REQUIRED).contains(measure(fact)))
                .toList());
    List<String> open =
        shown.stream()
            .map(level -> Skills.part(level, 0))
            .filter(skill -> speaks(facts, rep, skill))
            .limit(MOST_OPEN)
            .toList();
    return shown.stream()
        .map(level -> Skills.part(level, 0))
        .map(skill -> skill(facts, texts, rep, skill, drawing, open.contains(skill)))
        .toList();
  }

  private static String measure(Fact fact) {
    return fact.key().measure();
  }

  /** Whether it moved or its sources disagree: then who says so matters. */
  private static boolean speaks(FactSet facts, Subject rep, String skill) {
    return MOVED.contains(Skills.fact(facts, rep, Skills.CHANGE, skill).verdict())
        || Skills.fact(facts, rep, Skills.STANDING, skill, "CONFLICT").isKnown();
  }

  private static Skill skill(
      FactSet facts, Texts texts, Subject rep, String skill, LevelDrawing drawing, boolean open) {
    Fact level = Skills.fact(facts, rep, Skills.LEVEL, skill);
    Fact required = Skills.fact(facts, rep, Skills.REQUIRED, skill);
    return new Skill(
        texts.skill(skill),
        new Level(level, required, drawing.of(level, required)),
        standing(facts, texts, rep, skill),
        Skills.fact(facts, rep, Skills.CHANGE, skill),
        Witnesses.of(facts, texts, rep, skill),
        open);
  }

  private static Standing standing(FactSet facts, Texts texts, Subject rep, String skill) {
    Fact fact =
        Skills.about(facts, rep, Skills.STANDING, skill).stream()
            .findFirst()
            .orElse(Skills.fact(facts, rep, Skills.STANDING, skill, "UNKNOWN"));
    return new Standing(fact, texts.ofSkills("standings", Skills.part(fact, 1)));
  }

  private static List<Stall> stalls(FactSet facts, Texts texts, Subject rep) {
    return facts.of(rep, Skills.STALL).stream()
        .filter(Fact::isKnown)
        .map(fact -> new Stall(fact, SkillSentences.stall(fact, texts)))
        .toList();
  }

  /** A recommendation that does not say what it rests on is not shown. */
  private static List<Advice> advice(FactSet facts, Texts texts, Subject rep) {
    return facts.of(rep, Skills.ADVICE).stream()
        .filter(Fact::isKnown)
        .map(fact -> new Advice(SkillSentences.advice(fact, texts), cited(fact)))
        .filter(advice -> advice.evidence().size() >= LEAST_CITED)
        .toList();
  }

  private static List<String> cited(Fact advice) {
    return List.of(Skills.part(advice, 2).split(",")).stream()
        .map(String::trim)
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
