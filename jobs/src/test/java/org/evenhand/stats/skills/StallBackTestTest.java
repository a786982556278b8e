package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StallBackTestTest {
  private static final SkillParameters PARAMETERS =
      new SkillParameters(
          new Kernel(0.4, 0.5, 12),
          Map.of("AE|closing", 0.0),
          Map.of(
              "manager", new SkillParameters.Source(0, 1, 0.3, 0, 0),
              "outcome", new SkillParameters.Source(0, 1, 0.3, 0, 0)),
          Map.of(),
          Tails.GAUSSIAN);
  private static final StallBackTest.Calendar EVERY_FOUR_WEEKS =
      new StallBackTest.Calendar(List.of(24.0, 28.0, 32.0, 36.0, 40.0), 52);

  /** The manager sees a fall of 1.5 in weeks 20 to 32; outcomes fall so many weeks later. */
  private static StallBackTest.Watched skill(String rep, double fall, int later) {
    Evidence.Subject subject = new Evidence.Subject(rep, "closing", "AE");
    List<Evidence> evidence = new ArrayList<>();
    for (int week = 0; week <= 52; week++) {
      evidence.add(item(subject, "manager", week, fall * fallen(week)));
      evidence.add(item(subject, "outcome", week, fall * fallen(week - later)));
    }
    return new StallBackTest.Watched("M1", subject, evidence);
  }

  private static double fallen(int week) {
    return -Math.min(1, Math.max(0, (week - 20) / 12.0));
  }

  private static Evidence item(Evidence.Subject subject, String source, int week, double value) {
    return new Evidence(
        source + week,
        subject,
        new Evidence.Origin(source, ""),
        new Evidence.Reading(week, value, 1, 0));
  }

  private static StallBackTest of(StallBackTest.Watched... skills) {
    return StallBackTest.of(List.of(skills), PARAMETERS, Set.of("outcome"), EVERY_FOUR_WEEKS);
  }

  @Test
  void whoFellIsNamedRightlyAndAheadOfOutcomes() {
    StallBackTest found = of(skill("R1", 1.5, 4), skill("R2", 0, 4));

    assertThat(found.named()).isBetween(3, 5);
    assertThat(found.precision().orElseThrow()).isGreaterThan(0.9);
    assertThat(found.lead().orElseThrow()).isBetween(0.0, 5.0);
    assertThat(found.unseen()).isZero();
  }

  /** Manager and outcomes disagree: in hindsight the fall is half as sure. */
  @Test
  void whatOutcomesNeverShowCountsLess() {
    StallBackTest shown = of(skill("R1", 1.5, 0));
    StallBackTest never = of(skill("R1", 1.5, 100));

    assertThat(never.named()).isEqualTo(shown.named());
    assertThat(never.precision().orElseThrow()).isLessThan(shown.precision().orElseThrow());
    assertThat(never.lead()).isEmpty();
    assertThat(shown.lead().orElseThrow()).isCloseTo(0, within(1.0));
  }

  @Test
  void nobodyNamedHasNoPrecision() {
    StallBackTest found = of(skill("R1", 0, 4));

    assertThat(found).isEqualTo(of());
    assertThat(found.named()).isZero();
    assertThat(found.precision()).isEmpty();
  }
}
