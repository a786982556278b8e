package org.evenhand.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.schema.Policies;
import org.junit.jupiter.api.Test;

class CohortsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");
  private static final RoiPolicy POLICY = RoiPolicy.of(Policies.bundled());

  private static Window window() {
    TreeMap<Integer, Periods.Span> spans = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      spans.put(100 + i, new Periods.Span(DAY.plusDays(28L * i), DAY.plusDays(28L * i + 27)));
    }
    return new Window(new Periods(spans), 90, 110, List.of(108, 109, 110), DAY.plusDays(28 * 11));
  }

  private static Cohorts cohorts(LocalDate start) {
    return new Cohorts(
        window(), new Rollouts(Map.of("North", new Rollouts.Start(start, "STAGED"))), POLICY);
  }

  private static Seen rep(long key, String team, int first, LocalDate hired) {
    return new Seen(
        key,
        new Seen.First(Optional.of(team), Optional.of("AE"), Optional.of(200), Optional.of("A")),
        new Seen.Span(first, 110),
        false,
        Optional.of(hired),
        Optional.of((double) key));
  }

  @Test
  void aCohortBeginsWithItsFirstFullPeriod() {
    LocalDate inside = DAY.plusDays(28 * 5 + 10);
    Member member = cohorts(inside).of(List.of(rep(1, "North", 100, DAY))).get(0);

    assertThat(member.cohort()).isEqualTo(106);
    assertThat(cohorts(inside).anticipation()).isEqualTo(1);
    assertThat(cohorts(inside).bases()).containsExactly(104);
  }

  @Test
  void aStartOnAFirstDayCutsNothing() {
    LocalDate first = DAY.plusDays(28 * 5);

    assertThat(cohorts(first).anticipation()).isZero();
    assertThat(cohorts(first).of(List.of(rep(1, "North", 100, DAY))).get(0).cohort())
        .isEqualTo(105);
  }

  @Test
  void teamsWithoutTheFeatureAreCohortZero() {
    Member member = cohorts(DAY.plusDays(28 * 5)).of(List.of(rep(1, "South", 100, DAY))).get(0);

    assertThat(member.cohort()).isZero();
    assertThat(member.excluded()).isEmpty();
  }

  @Test
  void repsHiredAfterTheRolloutAreCountedAndNotCompared() {
    LocalDate start = DAY.plusDays(28 * 5);
    List<Member> members =
        cohorts(start)
            .of(List.of(rep(1, "North", 100, DAY), rep(2, "North", 107, start.plusDays(60))));

    assertThat(members.get(0).excluded()).isEmpty();
    assertThat(members.get(1).excluded()).contains(Member.Exclusion.HIRED_AFTER_ROLLOUT);
    assertThat(members.get(1).hiredAfterStart()).isTrue();
  }

  @Test
  void aRolloutBeforeTheRecordsCannotBeJudged() {
    assertThat(cohorts(DAY).of(List.of(rep(1, "North", 100, DAY))).get(0).excluded())
        .contains(Member.Exclusion.ROLLOUT_BEFORE_RECORDS);
  }

  @Test
  void thirdsAreTakenWithinTheRoleAndEqualRepsShareOne() {
    List<Member> members =
        cohorts(DAY.plusDays(28 * 5))
            .of(
                List.of(
                    rep(1, "South", 100, DAY),
                    rep(2, "South", 100, DAY),
                    rep(3, "South", 100, DAY)));

    assertThat(members.stream().map(m -> m.stratum().priorTercile()))
        .containsExactly("LOW", "MIDDLE", "HIGH");
  }
}
