package org.evenhand.report.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Grade;
import org.evenhand.report.facts.Prerequisites;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;

/** What the four measures together say, in the words of the house. */
public final class Narrative {
  private static final List<String> COUNT_WORDS = List.of("none", "one", "two", "three", "four");
  private static final List<String> NAMES =
      List.of("time saved", "conversion", "non-selling tasks", "commission");

  private Narrative() {}

  /** The one line an executive remembers. */
  public static Sentence headline(FactSet facts) {
    return headline(facts, Subject.COMPANY);
  }

  /** The one line a reader remembers about all reps or about a team. */
  public static Sentence headline(FactSet facts, Subject subject) {
    List<Fact> four = Prerequisites.changes(facts, subject);
    return claiming(four).say(headline(Tally.of(four))).done();
  }

  /** The gains behind the headline with interval, sample and grade; what was told least last. */
  public static Sentence gains(FactSet facts, Subject subject) {
    List<Fact> four = Prerequisites.changes(facts, subject);
    List<Integer> told =
        IntStream.range(0, four.size()).filter(i -> decided(four.get(i))).boxed().toList();
    List<Integer> shown = told.isEmpty() ? List.of(0) : told;
    Sentence.Builder sentence = claiming(four).say("Per rep with AI: ");
    for (int at : shown) {
      sentence.say(at == shown.get(0) ? "" : "; ").say(NAMES.get(at) + " ");
      sentence.number(four.get(at), Part.Form.FULL);
    }
    return sentence.say(".").done();
  }

  private static boolean decided(Fact fact) {
    return fact.verdict() == Verdict.IMPROVED || fact.verdict() == Verdict.GOT_WORSE;
  }

  private static String headline(Tally tally) {
    String improved = COUNT_WORDS.get(tally.improved());
    String worse = COUNT_WORDS.get(tally.worse());
    if (tally.improved() > 0 && tally.worse() > 0) {
      return "Reps gained on %s of the four measures and lost on %s.".formatted(improved, worse);
    }
    if (tally.improved() == 4) {
      return "Reps gained on all four measures.";
    }
    if (tally.improved() > 0) {
      return "Reps gained on %s of the four measures; none got worse.".formatted(improved);
    }
    if (tally.worse() > 0) {
      return "No gain for reps: %s of the four measures got worse, none improved.".formatted(worse);
    }
    return tally.unclear() > 0
        ? "No clear gain for reps: none of the four measures clearly changed."
        : "Whether AI helps the reps cannot be told yet.";
  }

  /** What the four measures mean for the request to expand AI oversight. */
  public static Sentence oversight(FactSet facts) {
    List<Fact> four = Prerequisites.changes(facts, Subject.COMPANY);
    boolean all =
        four.stream().allMatch(fact -> fact.verdict() == Verdict.IMPROVED && isStrong(fact));
    String words =
        all
            ? "All four measures improved on evidence of grade A or B, so the rep's benefit is shown; the other"
                + " criteria of the oversight gate are not judged here, and until they are AI oversight stays as it is."
            : "AI oversight should not expand: that needs all four measures to improve on evidence of grade A or B.";
    return claiming(four).say(words).done();
  }

  /** Answers a rep's question "is AI helping you?" with four numbers, or says why it cannot. */
  public static Sentence answer(FactSet facts, Subject rep) {
    List<Fact> four = Prerequisites.changes(facts, rep);
    Sentence.Builder sentence = claiming(four);
    if (four.stream().noneMatch(Fact::isKnown)) {
      sentence.say("We cannot show it yet, because ");
      because(sentence, four);
      return sentence.say(".").done();
    }
    sentence.say(opening(Tally.of(four)));
    for (int i = 0; i < four.size(); i++) {
      sentence.say(i == 0 ? "" : i == four.size() - 1 ? "; and " : "; ");
      one(sentence, NAMES.get(i), four.get(i));
    }
    return sentence.say(".").done();
  }

  private static String opening(Tally tally) {
    if (tally.improved() > 0 && tally.worse() > 0) {
      return "In part: ";
    }
    if (tally.improved() > 0) {
      return "Yes, where we can tell: ";
    }
    return tally.worse() > 0 ? "No: " : "We cannot show that it does: ";
  }

  private static void one(Sentence.Builder sentence, String name, Fact fact) {
    sentence.say(name + " ");
    if (!fact.isKnown()) {
      sentence.number(fact, Part.Form.VALUE);
      return;
    }
    sentence.number(fact, Part.Form.VERDICT).say(", ").number(fact, Part.Form.RANGE);
  }

  private static void because(Sentence.Builder sentence, List<Fact> four) {
    List<Fact> distinct = withDistinctReasons(four);
    if (distinct.isEmpty()) {
      sentence.say("nothing was measured");
    }
    for (int i = 0; i < distinct.size(); i++) {
      sentence.say(i == 0 ? "" : "; ").reason(distinct.get(i));
    }
  }

  private static List<Fact> withDistinctReasons(List<Fact> facts) {
    Map<String, Fact> byReason = new LinkedHashMap<>();
    facts.stream()
        .filter(fact -> !fact.reason().isEmpty())
        .forEach(fact -> byReason.putIfAbsent(fact.reason(), fact));
    return List.copyOf(byReason.values());
  }

  private static Sentence.Builder claiming(List<Fact> four) {
    return Sentence.sentence()
        .claims(
            four.stream().map(fact -> new Claim.VerdictIs(fact.key(), fact.verdict())).toList());
  }

  private static boolean isStrong(Fact fact) {
    return fact.evidence().grade() == Grade.A || fact.evidence().grade() == Grade.B;
  }

  /** How many of the four came out which way. */
  record Tally(int improved, int worse, int unclear) {
    static Tally of(List<Fact> facts) {
      return new Tally(
          count(facts, Verdict.IMPROVED),
          count(facts, Verdict.GOT_WORSE),
          count(facts, Verdict.NO_CLEAR_CHANGE));
    }

    private static int count(List<Fact> facts, Verdict verdict) {
      return Math.toIntExact(facts.stream().filter(fact -> fact.verdict() == verdict).count());
    }
  }
}
