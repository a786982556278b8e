package org.evenhand.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;

/** Records received of records expected: a row per team, a column per family of sources. */
public record CompletenessTable(List<Family> families, List<Line> lines) {
  private static final double LOW_BELOW = 0.60;

  /** A column. */
  public record Family(String key, String title, String effect) {}

  /** A row. */
  public record Line(String who, List<Fact> cells) {}

  static CompletenessTable of(FactSet facts, Texts texts) {
    List<Subject> subjects = new ArrayList<>(List.of(Subject.COMPANY));
    subjects.addAll(facts.subjects(SubjectKind.TEAM));
    List<String> keys =
        subjects.stream()
            .flatMap(subject -> facts.dimensions(subject, "completeness").stream())
            .distinct()
            .sorted()
            .toList();
    List<Family> families =
        keys.stream().map(key -> new Family(key, texts.family(key), texts.effect(key))).toList();
    List<Line> lines =
        subjects.stream()
            .filter(subject -> !facts.of(subject, "completeness").isEmpty())
            .map(subject -> line(facts, subject, keys))
            .toList();
    return new CompletenessTable(families, lines);
  }

  /** Whether so much is missing that figures resting on it are weak. */
  public static boolean isLow(Fact fact) {
    return fact.isKnown() && fact.value().orElse(1) < LOW_BELOW;
  }

  private static Line line(FactSet facts, Subject subject, List<String> keys) {
    String who = subject.equals(Subject.COMPANY) ? "All teams" : subject.id();
    return new Line(
        who,
        keys.stream()
            .map(key -> facts.get(new FactKey(subject, "completeness", key, "now")))
            .toList());
  }
}
