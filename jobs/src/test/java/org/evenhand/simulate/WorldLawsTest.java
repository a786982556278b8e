package org.evenhand.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.evenhand.errors.UserException;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Activities;
import org.evenhand.simulate.world.Activity;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Role;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;
import org.evenhand.simulate.world.Team;
import org.evenhand.simulate.world.WorkWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of the simulated company whatever its seed. */
class WorldLawsTest {
  private static final Horizon HORIZON = new Horizon(new Quarter(2025, 2), 6);
  private static final Company COMPANY = Company.found(7, HORIZON, 400);

  @Test
  void sameSeedIsTheSameCompany() {
    Company again = Company.found(7, HORIZON, 400);
    assertThat(again.people()).isEqualTo(COMPANY.people());
    assertThat(new Deals(again).of(again.person(1)))
        .isEqualTo(new Deals(COMPANY).of(COMPANY.person(1)));
  }

  @Test
  void anotherSeedIsAnotherCompany() {
    assertThat(Company.found(8, HORIZON, 400).people()).isNotEqualTo(COMPANY.people());
  }

  @Test
  void aWeekIsTheSameWhateverWasGeneratedBefore() {
    Person rep = COMPANY.person(33);
    Activities late = new Activities(COMPANY, 1);
    for (int week = 0; week < 9; week++) {
      late.of(rep, week);
    }
    assertThat(late.of(rep, 9)).isEqualTo(new Activities(COMPANY, 1).of(rep, 9));
  }

  @Test
  void finerActivitiesKeepTheHours() {
    double coarse = minutes(new Activities(COMPANY, 0.5));
    double fine = minutes(new Activities(COMPANY, 4));
    assertThat(fine).isCloseTo(coarse, within(coarse * 0.01));
  }

  private static double minutes(Activities activities) {
    double sum = 0;
    for (Person person : COMPANY.people()) {
      for (int week = 20; week < 24; week++) {
        sum += activities.of(person, week).stream().mapToInt(Activity::minutes).sum();
      }
    }
    return sum;
  }

  @Test
  void plantedHoursAreWhatDifferenceInDifferencesFinds() {
    double treated = change(true);
    double never = change(false);
    double planted =
        -COMPANY.teams().stream()
            .filter(team -> team.goLive().isPresent())
            .mapToDouble(team -> team.effect().hoursSaved())
            .average()
            .orElseThrow();
    assertThat(treated - never).isCloseTo(planted, within(0.35));
  }

  /**
   * Mean change of non-selling hours from the first to the last summer, quarter against quarter.
   */
  private static double change(boolean treated) {
    double sum = 0;
    int n = 0;
    for (Person person : COMPANY.people()) {
      Team team = COMPANY.team(person.stints().get(0).post().team());
      if (person.stints().size() == 1 && team.goLive().isPresent() == treated) {
        sum +=
            mean(person, team, LocalDate.of(2026, 7, 6))
                - mean(person, team, LocalDate.of(2025, 7, 7));
        n++;
      }
    }
    return sum / n;
  }

  private static double mean(Person person, Team team, LocalDate monday) {
    double sum = 0;
    for (int week = 0; week < 12; week++) {
      sum += WorkWeek.of(COMPANY, person, team.number(), monday.plusWeeks(week)).total(false);
    }
    return sum / 12;
  }

  @Test
  void dealsCloseAfterTheyBegin() {
    for (Deal deal : new Deals(COMPANY).of(COMPANY.person(2))) {
      assertThat(deal.decided()).isAfter(deal.created());
    }
  }

  @Test
  void onlySellersOfDealsHaveDeals() {
    for (Person person : COMPANY.people().subList(0, 60)) {
      boolean sells = person.role() == Role.AE || person.role() == Role.CSM;
      assertThat(new Deals(COMPANY).of(person).isEmpty()).isEqualTo(!sells);
    }
  }

  @Test
  void stallingRepsLoseDiscovery() {
    Skills skills = new Skills(COMPANY);
    Person stalling = COMPANY.person(6);
    LocalDate end = HORIZON.end().minusDays(1);
    double loss =
        skills.level(stalling, Skill.DISCOVERY, skills.stallFrom())
            - skills.level(stalling, Skill.DISCOVERY, end);
    assertThat(skills.stalls(stalling)).isTrue();
    assertThat(loss).isGreaterThan(Skills.STALL_DEPTH / 2);
  }

  @Test
  void doublingAiUseChangesNothingButTheAiFiles(@TempDir Path once, @TempDir Path twice) {
    Horizon quarter = new Horizon(new Quarter(2026, 3), 1);
    Simulation.Volume few = new Simulation.Volume(0.2, 1, false, false);
    Simulation.Volume many = new Simulation.Volume(0.2, 2, false, false);
    Simulator.run(new Simulation(60, quarter, 3, once, few));
    Simulator.run(new Simulation(60, quarter, 3, twice, many));
    for (Path file : SampleFiles.files(once)) {
      Path path = once.relativize(file);
      boolean ai = path.startsWith("landing/ai/usage") || path.startsWith("landing/ai/assist");
      boolean same =
          Arrays.equals(SampleFiles.bytes(file), SampleFiles.bytes(twice.resolve(path.toString())));
      assertThat(same).as(path.toString()).isEqualTo(!ai);
    }
  }

  @Test
  void tooFewRepsAreRefused() {
    assertThatThrownBy(() -> Simulation.of(10, 6, 1, Path.of("x")))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Cannot simulate 10 reps: the number must be between 60 and 100000. Choose another"
                + " --reps.");
  }
}
