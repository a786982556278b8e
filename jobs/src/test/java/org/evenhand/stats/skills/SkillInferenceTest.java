package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SkillInferenceTest {
  private static final Evidence.Subject SUBJECT = new Evidence.Subject("R1", "discovery", "AE");

  @Test
  void anItemFarFromTheOthersCountsLess() {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      evidence.add(evidence("E" + i, "", i, 0.1 * i - 0.3));
    }
    evidence.add(evidence("far", "", 8, 6));
    SkillInference robust = SkillInference.of(evidence, parameters(new Tails(6.0)), SUBJECT, 10);
    SkillInference plain = SkillInference.of(evidence, parameters(Tails.GAUSSIAN), SUBJECT, 10);

    assertThat(robust.robustWeights().get(8)).isLessThan(0.2);
    assertThat(robust.robustWeights().subList(0, 8)).allMatch(weight -> weight > 0.8);
    assertThat(robust.view().curve().level().mean())
        .isLessThan(plain.view().curve().level().mean() - 0.2);
    assertThat(plain.robustWeights()).containsOnly(1.0);
  }

  /** The weights are where another round leaves them. */
  @Test
  void robustWeightsAreAFixedPoint() {
    List<Evidence> evidence =
        List.of(evidence("a", "", 1, 0.2), evidence("b", "M1", 2, -0.4), evidence("c", "M1", 3, 3));
    SkillParameters parameters = parameters(new Tails(6.0));
    SkillInference found = SkillInference.of(evidence, parameters, SUBJECT, 4);
    double[] weights = found.robustWeights().stream().mapToDouble(Double::doubleValue).toArray();

    assertThat(SkillInference.reweighted(evidence, parameters, weights))
        .containsExactly(weights, within(1e-8));
  }

  @Test
  void aRaterNotMetBeforeIsAsUncertainAsRatersAre() {
    SkillParameters parameters = parameters(Tails.GAUSSIAN);
    SkillInference known =
        SkillInference.of(List.of(evidence("a", "M1", 1, 1)), parameters, SUBJECT, 4);
    SkillInference unknown =
        SkillInference.of(List.of(evidence("a", "M9", 1, 1)), parameters, SUBJECT, 4);

    assertThat(known.witnesses().get(0).party().variance()).isCloseTo(0.07, within(1e-12));
    assertThat(known.witnesses().get(0).surprise()).isCloseTo(1 - 0.2 - 0.3, within(1e-12));
    assertThat(unknown.witnesses().get(0).party().variance()).isCloseTo(0.16, within(1e-12));
    assertThat(unknown.view().curve().level().variance())
        .isGreaterThan(known.view().curve().level().variance());
  }

  private static Evidence evidence(String id, String rater, double week, double value) {
    return new Evidence(
        id,
        SUBJECT,
        new Evidence.Origin("manager", rater),
        new Evidence.Reading(week, value, 1, 0));
  }

  private static SkillParameters parameters(Tails tails) {
    return new SkillParameters(
        RandomWitnesses.KERNEL,
        Map.of("AE|discovery", 0.0),
        Map.of("manager", new SkillParameters.Source(0.2, 1, 0.6, 0.06, 0.1)),
        Map.of("M1", new SkillParameters.Severity(0.3, 0.01)),
        tails);
  }
}
