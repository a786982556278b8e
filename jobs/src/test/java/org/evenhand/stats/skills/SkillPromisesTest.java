package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is promised to those who are measured, on simulated evidence with everything fitted anew.
 */
final class SkillPromisesTest {
  private static final long SEED = 20_261_122;
  private static final int WEEKS = 52;
  private static final int NEW_VERSION = 30;
  private static final SkillParameters TRUTH =
      new SkillParameters(
          new Kernel(0.4, 0.3, 16),
          Map.of("AE|discovery", 0.2),
          Map.of(
              "assessment", new SkillParameters.Source(0, 1, 0.4, 0, 0),
              "ai_call", new SkillParameters.Source(0.3, 0.7, 0.7, 0, 0),
              "manager", new SkillParameters.Source(0.2, 1, 0.6, 0.06, 0.12)),
          Map.of(),
          Tails.GAUSSIAN);

  /** Seventy reps, ten managers, one scorer of calls. */
  private static List<Evidence> evidence() {
    Map<String, Integer> raters =
        new TreeMap<>(Map.of("assessment", 0, "ai_call", 1, "manager", 10));
    return new SimulatedEvidence(SEED, TRUTH, raters, WEEKS).persons(70, 8, 2).evidence;
  }

  private static Map<String, SkillInference> inferred(List<Evidence> evidence) {
    SkillParameters parameters = GlobalFit.of(evidence, FitOptions.standard(1)).parameters();
    Map<String, SkillInference> inferred = new LinkedHashMap<>();
    evidence.stream()
        .collect(
            Collectors.groupingBy(one -> one.subject().rep(), TreeMap::new, Collectors.toList()))
        .forEach(
            (rep, own) ->
                inferred.put(rep, SkillInference.of(own, parameters, own.get(0).subject(), WEEKS)));
    return inferred;
  }

  private static Evidence with(Evidence one, Evidence.Origin origin, double shift) {
    Evidence.Reading reading = one.reading();
    return new Evidence(
        one.id(),
        one.subject(),
        origin,
        new Evidence.Reading(
            reading.week(), reading.value() + shift, reading.weight(), reading.errorVariance()));
  }

  private static List<Evidence> changed(UnaryOperator<Evidence> how) {
    return evidence().stream().map(how).toList();
  }

  /** By how many standard deviations levels differ: root of the mean square, and the most. */
  private static double[] moved(List<Evidence> other) {
    Map<String, SkillInference> before = inferred(evidence());
    Map<String, SkillInference> after = inferred(other);
    double squares = 0;
    double most = 0;
    for (Map.Entry<String, SkillInference> entry : after.entrySet()) {
      Moments now = entry.getValue().view().curve().level();
      Moments then = before.getOrDefault(entry.getKey(), entry.getValue()).view().curve().level();
      double by = (now.mean() - then.mean()) / then.deviation();
      squares += by * by;
      most = Math.max(most, Math.abs(by));
    }
    return new double[] {Math.sqrt(squares / after.size()), most};
  }

  /** From week 30 on every call is scored one higher. */
  @Test
  void aNewScorerVersionThatShiftsAllItsScoresMovesNoSkill() {
    double[] named =
        moved(
            changed(
                one ->
                    isNewScore(one)
                        ? with(one, new Evidence.Origin("ai_call", "model-v2"), 1)
                        : one));
    double[] hidden = moved(changed(one -> isNewScore(one) ? with(one, one.origin(), 1) : one));

    assertThat(named[0]).isLessThan(0.2);
    assertThat(named[1]).isLessThan(0.6);
    assertThat(hidden[0]).isGreaterThan(1.5 * named[0]);
  }

  private static boolean isNewScore(Evidence one) {
    return one.origin().source().equals("ai_call") && one.reading().week() >= NEW_VERSION;
  }

  @Test
  void aLenientRaterMovesNoSkill() {
    double[] moved =
        moved(
            changed(
                one ->
                    one.origin().rater().equals("manager3") ? with(one, one.origin(), 1.5) : one));

    assertThat(moved[0]).isLessThan(0.2);
    assertThat(moved[1]).isLessThan(0.6);
  }

  /** Where a rater's own view is most of what a note says, as it is in published ratings. */
  @Test
  void twentyNotesOfOneRaterCountLittleMoreThanOne() {
    SkillParameters truth =
        new SkillParameters(
            new Kernel(0.5, 0.02, 16),
            Map.of("AE|discovery", 0.0),
            Map.of("peer", new SkillParameters.Source(0, 1, 0.5, 0.5, 0.1)),
            Map.of(),
            Tails.GAUSSIAN);
    SimulatedEvidence simulated =
        new SimulatedEvidence(SEED, truth, Map.of("peer", 30), WEEKS).persons(80, 12, 4);
    SkillParameters found = GlobalFit.of(simulated.evidence, FitOptions.standard(1)).parameters();
    Evidence note = with(simulated.evidence.get(0), simulated.evidence.get(0).origin(), 0);
    List<Evidence> twenty = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      twenty.add(new Evidence("N" + i, note.subject(), note.origin(), note.reading()));
    }

    double one = information(List.of(note), found);
    assertThat(information(twenty, found) / one).isBetween(1.0, 2.0);
    List<Evidence> ofTwenty =
        twenty.stream()
            .map(each -> with(each, new Evidence.Origin("peer", "new" + each.id()), 0))
            .toList();
    assertThat(information(ofTwenty, found)).isGreaterThan(5 * information(twenty, found));
  }

  /** Precision gained over the prior. */
  private static double information(List<Evidence> evidence, SkillParameters parameters) {
    SkillView.Curve curve =
        SkillInference.of(
                evidence, parameters, evidence.get(0).subject(), evidence.get(0).reading().week())
            .view()
            .curve();
    return 1 / curve.level().variance() - 1 / curve.prior().variance();
  }

  @Test
  void aRepWithoutEvidenceHasTheFamilysLevelAndIsUnknown() {
    SkillParameters found = GlobalFit.of(evidence(), FitOptions.standard(1)).parameters();
    Evidence.Subject nobody = new Evidence.Subject("new", "discovery", "AE");
    SkillView view = SkillInference.of(List.of(), found, nobody, WEEKS).view();

    assertThat(view.curve().level()).isEqualTo(view.curve().prior());
    assertThat(view.curve().level().mean()).isEqualTo(found.means().get("AE|discovery"));
    assertThat(view.curve().level().variance()).isEqualTo(found.kernel().variance());
    assertThat(Verdicts.skill(view, -10)).isEqualTo(Verdicts.OfSkill.UNKNOWN);
    assertThat(Verdicts.skill(view, 10)).isEqualTo(Verdicts.OfSkill.UNKNOWN);
  }

  @Test
  void aContestedItemShowsWhatTheLevelIsWithoutIt() {
    List<Evidence> own =
        evidence().stream().filter(one -> one.subject().rep().equals("R7")).toList();
    SkillParameters found = GlobalFit.of(evidence(), FitOptions.standard(1)).parameters();
    SkillInference all = SkillInference.of(own, found, own.get(0).subject(), WEEKS);
    for (int i = 0; i < own.size(); i++) {
      List<Evidence> rest = new ArrayList<>(all.evidence());
      rest.remove(i);
      Moments refitted =
          SkillInference.of(rest, found, own.get(0).subject(), WEEKS).view().curve().level();
      Moments shown = all.view().witnesses().get(i).without();

      assertThat(shown.mean()).isCloseTo(refitted.mean(), within(1e-10));
      assertThat(shown.variance()).isCloseTo(refitted.variance(), within(1e-10));
    }
  }
}
