package org.evenhand.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Verdict;
import org.evenhand.report.text.Claim;
import org.evenhand.report.text.Part;
import org.evenhand.report.text.Sentence;

/** What is said to a rep about skills, each sentence from facts. */
final class SkillSentences {
  private SkillSentences() {}

  /** What clearly moved over twelve weeks, or why no level is shown. */
  static Sentence said(List<Fact> levels, List<Fact> changes, Texts texts) {
    if (levels.isEmpty()) {
      return Sentence.of("Skills were not measured in this edition.");
    }
    return changes.isEmpty() ? closed(levels) : moved(changes, texts);
  }

  private static Sentence closed(List<Fact> levels) {
    Sentence.Builder sentence =
        Sentence.sentence()
            .say("Levels of your skills: ")
            .claims(levels.stream().map(level -> new Claim.HasNoEvidence(level.key())).toList());
    List<Fact> reasons = withDistinctReasons(levels);
    for (int i = 0; i < reasons.size(); i++) {
      sentence.say(i == 0 ? "" : "; ").reason(reasons.get(i));
    }
    return sentence.say(".").done();
  }

  private static List<Fact> withDistinctReasons(List<Fact> facts) {
    Map<String, Fact> byReason = new LinkedHashMap<>();
    facts.stream()
        .filter(fact -> !fact.reason().isEmpty())
        .forEach(fact -> byReason.putIfAbsent(fact.reason(), fact));
    return List.copyOf(byReason.values());
  }

  private static Sentence moved(List<Fact> changes, Texts texts) {
    Sentence.Builder sentence =
        Sentence.sentence()
            .say("Over twelve weeks: ")
            .claims(
                changes.stream()
                    .map(change -> new Claim.VerdictIs(change.key(), change.verdict()))
                    .toList());
    List<Fact> clear = changes.stream().filter(SkillSentences::isClear).toList();
    for (Fact change : clear) {
      sentence.say(texts.skill(Skills.part(change, 0)) + " ");
      sentence.number(change, Part.Form.VERDICT).say(", ").number(change, Part.Form.RANGE);
      sentence.say(change.equals(clear.get(clear.size() - 1)) ? "" : "; ");
    }
    return sentence.say(rest(clear.size(), changes.size())).done();
  }

  private static String rest(int clear, int all) {
    if (clear == 0) {
      return "no change larger than the noise can be shown in any of these skills.";
    }
    return clear < all ? "; in the others no change larger than the noise can be shown." : ".";
  }

  private static boolean isClear(Fact change) {
    return change.verdict() == Verdict.IMPROVED || change.verdict() == Verdict.GOT_WORSE;
  }

  static Optional<Sentence> silent(List<Fact> levels, Texts texts) {
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    List<String> names =
        levels.stream().map(level -> texts.skill(Skills.part(level, 0))).sorted().toList();
    return Optional.of(
        Sentence.sentence()
            .say(
                "Not enough evidence to say anything about: %s. That is a gap in the records, not in you."
                    .formatted(String.join(", ", names)))
            .claims(levels.stream().map(level -> new Claim.HasNoEvidence(level.key())).toList())
            .done());
  }

  static Sentence stall(Fact stall, Texts texts) {
    return Sentence.sentence()
        .say(texts.skill(Skills.part(stall, 0)) + ": ")
        .number(stall, Part.Form.RANGE)
        .say("; ")
        .reason(stall)
        .say(".")
        .done();
  }

  static Sentence advice(Fact advice, Texts texts) {
    Sentence.Builder sentence =
        Sentence.sentence()
            .say(texts.ofSkills("advice", Skills.part(advice, 1)) + ": ")
            .say(texts.skill(Skills.part(advice, 0)));
    if (!advice.reason().isEmpty()) {
      sentence.say("; ").reason(advice);
    }
    return sentence.say(". It rests on ").value(advice).say(" pieces of evidence.").done();
  }

  static Sentence next(Fact next, Texts texts) {
    return Sentence.sentence()
        .say("One more piece of evidence would tell most if it came from: ")
        .say(texts.ofSkills("sources", Skills.part(next, 1)))
        .say(". The interval would narrow by ")
        .value(next)
        .say(".")
        .done();
  }
}
