package org.evenhand.report.page;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.draw.FunnelDrawing;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Structure;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;

/**
 * Performance beside the conditions it was reached under.
 *
 * @param gaps how far groups lie from average, split into its parts
 * @param factors the six conditions: how far they were measured and what they explain
 * @param teams success rates against what chance allows, by team id
 * @param calibration whether expectations came out right; absent when there are none
 */
public record Conditions(
    List<Gap> gaps, List<Influence> factors, List<Team> teams, Fact calibration) {
  private static final int FUNNEL_WIDTH = 200;

  /** The distance of a group's wins from average: conditions, the group's own, chance. */
  public record Gap(String who, Fact actual, Fact mean, Fact structural, Fact own, Fact chance) {}

  /** A condition, the share of reps it was measured for and what it explains. */
  public record Influence(String title, Fact measured, Fact explains) {}

  /** A team's success rate, raw and adjusted. */
  public record Team(String id, Fact raw, Fact adjusted, Fact inner, Fact outer, String drawing) {}

  static Conditions of(FactSet facts, Texts texts) {
    return new Conditions(
        Stream.concat(Stream.of(Subject.COMPANY), facts.subjects(SubjectKind.ROLE).stream())
            .map(subject -> gap(facts, subject))
            .filter(gap -> !gap.actual().isAbsent())
            .toList(),
        Structure.CONDITIONS.stream().map(key -> influence(facts, texts, key)).toList(),
        facts.subjects(SubjectKind.TEAM).stream()
            .map(subject -> team(facts, subject))
            .filter(team -> !team.raw().isAbsent())
            .toList(),
        facts.get(new FactKey(Subject.COMPANY, "structure_calibration", "win", "now")));
  }

  /** Whether structure was looked at. */
  public boolean isPresent() {
    return !gaps.isEmpty();
  }

  static Gap gap(FactSet facts, Subject subject) {
    return new Gap(
        subject.equals(Subject.COMPANY) ? "All reps" : subject.id(),
        win(facts, subject, "actual"),
        win(facts, subject, "mean"),
        win(facts, subject, "structural"),
        win(facts, subject, "rep"),
        win(facts, subject, "chance"));
  }

  private static Fact win(FactSet facts, Subject subject, String part) {
    return Structure.part(facts, subject, "structure_win", part);
  }

  private static Influence influence(FactSet facts, Texts texts, String key) {
    return new Influence(
        texts.condition(key),
        facts.get(new FactKey(Subject.COMPANY, "structural_condition", key, "now")),
        facts.get(new FactKey(Subject.COMPANY, "structure_share", key, "now")));
  }

  static Team team(FactSet facts, Subject subject) {
    Fact raw = rate(facts, subject, "raw");
    Fact adjusted = rate(facts, subject, "adjusted");
    Fact inner = rate(facts, subject, "adjusted_95");
    Fact outer = rate(facts, subject, "adjusted_998");
    return new Team(
        subject.id(),
        raw,
        adjusted,
        inner,
        outer,
        FunnelDrawing.of(raw, adjusted, inner, outer, FUNNEL_WIDTH));
  }

  private static Fact rate(FactSet facts, Subject subject, String dimension) {
    return facts.get(new FactKey(subject, "funnel_win", dimension, "now"));
  }
}
