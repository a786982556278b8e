package org.evenhand.report.page;

import java.util.List;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Structure;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Part;
import org.evenhand.report.text.Sentence;

/**
 * What a rep does not control: how much of a result conditions explain, and the six conditions.
 *
 * @param results the rep's results, each split into its parts
 * @param conditions always six
 */
public record NotYours(List<Result> results, List<Condition> conditions) {

  /**
   * A result that adds up: actual less mean is structural and rep and chance.
   *
   * @param said the same in words
   */
  public record Result(String title, Sentence said, List<Line> lines) {}

  /** One part of a result. */
  public record Line(String words, Fact fact) {}

  /**
   * A condition.
   *
   * @param brought wins it brought or cost; absent where wins are not modelled
   */
  public record Condition(String title, Fact value, Fact brought) {}

  static NotYours of(FactSet facts, Catalogue catalogue, Texts texts, Subject rep) {
    return new NotYours(
        Structure.RESULTS.stream()
            .filter(result -> !Structure.part(facts, rep, result, "residual").isAbsent())
            .map(result -> result(facts, catalogue, rep, result))
            .toList(),
        Structure.CONDITIONS.stream().map(key -> condition(facts, texts, rep, key)).toList());
  }

  /** Whether anything is known about the rep's conditions. */
  public boolean isPresent() {
    return !results.isEmpty()
        || conditions.stream().anyMatch(condition -> !condition.value().isAbsent());
  }

  private static Result result(FactSet facts, Catalogue catalogue, Subject rep, String result) {
    List<Line> lines =
        List.of(
            line(facts, rep, result, "mean", "As many cases at the average of your role"),
            line(facts, rep, result, "structural", "What conditions brought or cost"),
            line(facts, rep, result, "rep", "What is yours beyond chance"),
            line(facts, rep, result, "chance", "What chance alone makes"),
            line(facts, rep, result, "actual", "What you reached"));
    return new Result(catalogue.title(result), said(facts, rep, result), lines);
  }

  private static Line line(FactSet facts, Subject rep, String result, String part, String words) {
    return new Line(words, Structure.part(facts, rep, result, part));
  }

  private static Sentence said(FactSet facts, Subject rep, String result) {
    Fact residual = Structure.part(facts, rep, result, "residual");
    if (!residual.isKnown()) {
      return Sentence.sentence().say("Not told apart: ").reason(residual).say(".").done();
    }
    return Sentence.sentence()
        .say("You reached ")
        .number(Structure.part(facts, rep, result, "actual"), Part.Form.VALUE)
        .say("; under your conditions ")
        .number(Structure.part(facts, rep, result, "expected"), Part.Form.VALUE)
        .say(" were to be expected. The difference of ")
        .number(residual, Part.Form.FULL)
        .say(" means: ")
        .reason(residual)
        .say(".")
        .done();
  }

  private static Condition condition(FactSet facts, Texts texts, Subject rep, String key) {
    return new Condition(
        texts.condition(key),
        facts.get(new FactKey(rep, "structural_condition", key, "now")),
        Structure.part(facts, rep, "structure_win", key));
  }
}
