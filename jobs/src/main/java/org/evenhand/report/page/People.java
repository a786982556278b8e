package org.evenhand.report.page;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Claim;
import org.evenhand.report.text.Part;
import org.evenhand.report.text.Sentence;

/**
 * Skills of all reps together: what moved, what was surfaced early, whether the intervals hold, and
 * what it all rests on.
 *
 * @param said what moved beyond noise, and what became of stalls named before
 * @param checks whether the intervals hold
 * @param witnesses evidence by source
 * @param leftOut evidence that does not count, and raters
 * @param unmeasured what should stand here and cannot
 */
public record People(
    List<Sentence> said,
    List<Line> checks,
    List<Witness> witnesses,
    List<Line> leftOut,
    List<Texts.Entry> unmeasured) {
  private static final List<String> CHECKS =
      List.of("COVERAGE|all", "COVERAGE|latest", "FORWARD|all", "MEAN_Z|all", "DEVIATION_Z|all");
  private static final String BY_SOURCE = "COVERAGE|source=";

  /** A fact with its words. */
  public record Line(String title, Fact fact) {}

  /** A kind of source: how much it said, and whether its intervals hold. */
  public record Witness(String source, Fact pieces, Fact coverage) {}

  static People of(FactSet facts, Texts texts) {
    return new People(
        said(facts),
        checks(facts, texts),
        witnesses(facts, texts),
        Stream.concat(
                lines(facts, texts, Skills.LEFT_OUT, "leftOut"),
                lines(facts, texts, Skills.RATERS, "raters"))
            .toList(),
        texts.unmeasured("EXE"));
  }

  /** Whether skills were looked at. */
  public boolean isPresent() {
    return !said.isEmpty() || !witnesses.isEmpty();
  }

  private static Fact company(FactSet facts, String measure, String dimension) {
    return Skills.fact(facts, Subject.COMPANY, measure, dimension);
  }

  private static List<Sentence> said(FactSet facts) {
    Fact alarm = company(facts, Skills.CALIBRATION, "ALARM|all");
    Stream<Sentence> model =
        alarm.reason().isEmpty() || alarm.isAbsent()
            ? Stream.of()
            : Stream.of(Sentence.sentence().say("The model: ").reason(alarm).say(".").done());
    return Stream.concat(results(facts), model).toList();
  }

  private static Stream<Sentence> results(FactSet facts) {
    Fact rose = company(facts, Skills.MOVED, "ROSE");
    if (!rose.isAbsent()) {
      return Stream.of(movement(facts, rose), stalls(facts), test(facts));
    }
    Fact held = company(facts, Skills.CALIBRATION, CHECKS.get(0));
    return held.isAbsent() ? Stream.of() : Stream.of(closed(held, rose));
  }

  private static Sentence closed(Fact held, Fact rose) {
    return Sentence.sentence()
        .say(
            "No levels, changes or stalls are shown to anyone while the intervals do not hold. Inside their intervals: ")
        .value(held)
        .say(" of items.")
        .claim(new Claim.HasNoValue(rose.key()))
        .done();
  }

  private static Sentence movement(FactSet facts, Fact rose) {
    if (!rose.isKnown()) {
      return Sentence.sentence().say("What moved cannot be told: ").reason(rose).say(".").done();
    }
    return Sentence.sentence()
        .say("Over twelve weeks, beyond noise: skills that rose ")
        .number(rose, Part.Form.FULL)
        .say("; that fell ")
        .value(company(facts, Skills.MOVED, "FELL"))
        .say("; with no clear change ")
        .value(company(facts, Skills.MOVED, "NO_CLEAR_CHANGE"))
        .say(". Each rep and skill counts once.")
        .done();
  }

  private static Sentence stalls(FactSet facts) {
    Fact named = company(facts, Skills.STALLS, "");
    if (!named.isKnown()) {
      return Sentence.sentence().say("Stalls surfaced this quarter: ").value(named).say(".").done();
    }
    return Sentence.sentence()
        .say("Stalls surfaced this quarter, to the rep first: ")
        .value(named)
        .say(".")
        .done();
  }

  private static Sentence test(FactSet facts) {
    Fact precision = company(facts, "stall_precision", "");
    Fact lead = company(facts, "stall_lead", "");
    Sentence.Builder sentence =
        Sentence.sentence()
            .say("Of those named a quarter before, by all evidence since, had fallen: ")
            .number(precision, Part.Form.FULL);
    explain(sentence, precision);
    sentence
        .say(". Time by which they came before outcomes and goals, median: ")
        .number(lead, Part.Form.FULL);
    explain(sentence, lead);
    return sentence.say(".").done();
  }

  private static void explain(Sentence.Builder sentence, Fact fact) {
    if (!fact.isKnown() && !fact.isAbsent()) {
      sentence.say(" (").reason(fact).say(")");
    }
  }

  private static List<Line> checks(FactSet facts, Texts texts) {
    return CHECKS.stream()
        .map(check -> line(texts, "checks", company(facts, Skills.CALIBRATION, check), check))
        .filter(line -> !line.fact().isAbsent())
        .toList();
  }

  private static List<Witness> witnesses(FactSet facts, Texts texts) {
    return facts.of(Subject.COMPANY, Skills.EVIDENCE).stream()
        .map(
            fact -> {
              String source = fact.key().dimension();
              return new Witness(
                  texts.ofSkills("sources", source),
                  fact,
                  company(facts, Skills.CALIBRATION, BY_SOURCE + source));
            })
        .toList();
  }

  private static Stream<Line> lines(FactSet facts, Texts texts, String measure, String words) {
    return facts.of(Subject.COMPANY, measure).stream()
        .map(fact -> line(texts, words, fact, fact.key().dimension()));
  }

  private static Line line(Texts texts, String words, Fact fact, String key) {
    return new Line(texts.ofSkills(words, key), fact);
  }
}
