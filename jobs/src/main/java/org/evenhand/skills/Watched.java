package org.evenhand.skills;

import java.util.List;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.Moments;
import org.evenhand.stats.skills.SkillInference;
import org.evenhand.stats.skills.SkillParameters;

/**
 * The change over twelve weeks as the stall watch reads it, without outcomes and goals, so that it
 * can lead them; and the same thirteen weeks before, as it stood then and as all evidence since
 * tells it.
 *
 * @param now at the day
 * @param earlier thirteen weeks before, from the evidence of then
 * @param since at that earlier day, from all evidence, outcomes and goals included
 */
record Watched(Moments now, Moments earlier, Moments since) {
  /** A quarter. */
  static final double BEFORE = 13;

  static Watched of(
      List<Evidence> evidence,
      SkillParameters parameters,
      Question question,
      List<String> without) {
    List<Evidence> leading =
        evidence.stream().filter(one -> !without.contains(one.origin().source())).toList();
    double then = question.week() - BEFORE;
    List<Evidence> early = leading.stream().filter(one -> one.reading().week() <= then).toList();
    return new Watched(
        change(leading, parameters, question.subject(), question.week()),
        change(early, parameters, question.subject(), then),
        change(evidence, parameters, question.subject(), then));
  }

  /** Who and when. */
  record Question(Evidence.Subject subject, double week) {}

  private static Moments change(
      List<Evidence> evidence, SkillParameters parameters, Evidence.Subject subject, double week) {
    return SkillInference.of(evidence, parameters, subject, week).view().curve().change();
  }
}
