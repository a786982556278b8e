package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ViewsAcrossSkillsTest {
  private static final long SEED = 20_261_122;

  /** At the true variances, in order of the sources' names. */
  private static double[] effects(List<Evidence> evidence, Map<String, SkillParameters.Source> by) {
    FitData data = FitData.of(evidence);
    double[] loading = new double[data.sources().size()];
    double[] noise = loading.clone();
    double[] pairs = loading.clone();
    double[] severities = loading.clone();
    for (int s = 0; s < loading.length; s++) {
      SkillParameters.Source source = by.getOrDefault(data.sources().get(s), ANY);
      loading[s] = source.loading();
      noise[s] = source.deviation() * source.deviation();
      pairs[s] = source.pairVariance();
      severities[s] = source.severityVariance();
    }
    FitState state = new FitState(SalesForce.KERNEL, loading, noise, pairs, severities);
    return new ViewsAcrossSkills(new Solution(data, state, FitOptions.standard(1))).effects();
  }

  private static final SkillParameters.Source ANY =
      new SkillParameters.Source(0, 1, 0.8, 0.2, 0.15);

  /** Sources by name: AI, assessment, manager, outcome, peer. */
  @Test
  void aViewThatIsTheSameForAllSkillsIsOneView() {
    double[] apart = effects(new SalesForce(SEED, 2, 0, 0).evidence(), SalesForce.SOURCES);
    double[] together = effects(new SalesForce(SEED, 2, 0, 1).evidence(), SalesForce.SOURCES);

    assertThat(apart[4]).isLessThan(1.5);
    assertThat(together[4]).isGreaterThan(2);
    assertThat(together[1]).isEqualTo(1);
  }

  @Test
  void oneSkillEachLeavesTheErrorsAlone() {
    SkillParameters truth =
        new SkillParameters(
            SalesForce.KERNEL,
            Map.of("AE|discovery", 0.3),
            Map.of("manager", ANY),
            Map.of(),
            Tails.GAUSSIAN);
    List<Evidence> evidence =
        new SimulatedEvidence(SEED, truth, Map.of("manager", 8), 52).persons(20, 9, 3).evidence;

    assertThat(effects(evidence, Map.of())).containsExactly(1);
  }
}
