package org.evenhand.report.page;

import java.util.List;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Claim;
import org.evenhand.report.text.Sentence;

/** The headline of the hygiene report. */
final class HygWords {
  private HygWords() {}

  static Sentence headline(FactSet facts) {
    Fact missing = facts.get(Subject.COMPANY, "sources_missing", "all");
    List<Fact> gaps =
        facts.of(Subject.COMPANY, "reps_without_figure").stream()
            .filter(fact -> fact.count() > 0)
            .toList();
    Sentence.Builder sentence = Sentence.sentence();
    gaps.forEach(fact -> sentence.claim(new Claim.Above(fact.key(), 0)));
    if (missing.count() > 0) {
      sentence.claim(new Claim.Above(missing.key(), 0));
    }
    return sentence.say(words(missing.count() > 0, !gaps.isEmpty())).done();
  }

  private static String words(boolean sourcesMissing, boolean figuresMissing) {
    if (sourcesMissing && figuresMissing) {
      return "Sources are missing, and reps go without figures because of data.";
    }
    if (figuresMissing) {
      return "All sources arrived, yet reps go without figures because of data.";
    }
    return sourcesMissing
        ? "Sources are missing; no rep goes without a figure because of it."
        : "All sources arrived, and no rep goes without a figure because of data.";
  }
}
