package org.evenhand.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Effect;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Scenario;
import org.evenhand.simulate.world.Team;
import org.evenhand.simulate.world.WorkWeek;
import org.junit.jupiter.api.Test;

/** Many companies of the sample's size in one export, and the same world without effects. */
class SmallCompaniesTest {
  private static final Horizon HORIZON = new Horizon(new Quarter(2025, 2), 6);
  private static final Company SIX =
      Company.found(7, HORIZON, 360, new Scenario(Scenario.Grouping.SMALL_COMPANIES, 3));
  private static final LocalDate LATE = LocalDate.of(2026, 9, 7);

  @Test
  void everyCompanyHasTheTeamsOfTheSample() {
    Company sample = Company.found(7, HORIZON, 60);

    assertThat(SIX.teams()).hasSize(60);
    for (int team = 1; team <= 60; team++) {
      int pattern = (team - 1) % Scenario.SMALL_TEAMS + 1;
      assertThat(SIX.startersOf(team)).hasSameSizeAs(sample.startersOf(pattern));
      assertThat(SIX.team(team).role()).isEqualTo(sample.team(pattern).role());
      assertThat(SIX.team(team).goLive().isPresent())
          .isEqualTo(sample.team(pattern).goLive().isPresent());
    }
  }

  @Test
  void theFirstCompanyIsTheSamples() {
    assertThat(SIX.people().subList(0, 60)).isEqualTo(Company.found(7, HORIZON, 60).people());
  }

  @Test
  void everyThirdCompanysRolloutsDoNothing() {
    for (Team team : SIX.teams()) {
      boolean third = (team.number() - 1) / Scenario.SMALL_TEAMS % 3 == 2;
      if (third) {
        assertThat(team.effect()).isEqualTo(Effect.NONE);
      }
    }
    assertThat(SIX.team(11).effect().hoursSaved()).isPositive();
  }

  /** What an effect adds to a week is the only difference between a world and its twin. */
  @Test
  void theTwinDiffersByWhatTheRolloutSaves() {
    Company twin = SIX.withoutEffects();
    Person rep = SIX.startersOf(11).get(1);
    double saved = WorkWeek.savedHours(SIX.team(11), rep, LATE);

    assertThat(saved).isPositive();
    assertThat(hours(twin, rep, LATE) - hours(SIX, rep, LATE))
        .isCloseTo(saved, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(hours(twin, rep, LocalDate.of(2025, 6, 2)))
        .isEqualTo(hours(SIX, rep, LocalDate.of(2025, 6, 2)));
  }

  @Test
  void otherLuckLeavesPeopleAndTeamsAlone() {
    Company lucky = SIX.withLuck(99);

    assertThat(lucky.people()).isEqualTo(SIX.people());
    assertThat(lucky.teams()).isEqualTo(SIX.teams());
    List<Person> reps = SIX.startersOf(11);
    assertThat(hours(lucky, reps.get(0), LATE)).isNotEqualTo(hours(SIX, reps.get(0), LATE));
  }

  private static double hours(Company company, Person rep, LocalDate monday) {
    return WorkWeek.of(company, rep, rep.stints().get(0).post().team(), monday).total(false);
  }
}
