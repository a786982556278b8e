package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Nature;
import org.evenhand.simulate.world.Odds;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Raters;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;
import org.evenhand.simulate.world.Team;
import org.evenhand.simulate.world.Territory;
import org.evenhand.simulate.world.WorkWeek;

/**
 * Writes what is true and what no export says: effects, natures, skills, raters, structure, gaps.
 */
public final class Truth {
  private final Company company;
  private final Landing out;

  public Truth(Company company, Landing out) {
    this.company = company;
    this.out = out;
  }

  public void write() {
    effects();
    reps();
    new TruthHours(company, out).write();
    skills();
    raters();
    territories();
    gaps();
    out.text("constants.json", constants().toPrettyString() + "\n");
  }

  private void effects() {
    try (CsvFile file =
        out.csv(
            "effects.csv",
            Dialect.PLAIN,
            "team_id",
            "role",
            "region",
            "go_live",
            "hours_saved_per_week",
            "selling_hours_gained_per_week",
            "conversion_log_odds",
            "deal_size_log")) {
      for (Team team : company.teams()) {
        file.row(
            team.id(),
            team.role(),
            team.region(),
            team.goLive().map(LocalDate::toString).orElse(""),
            number(team.effect().hoursSaved()),
            number(team.effect().hoursSaved() * WorkWeek.PASS_THROUGH),
            number(team.effect().conversion()),
            number(team.effect().dealSize()));
      }
    }
  }

  private void reps() {
    Skills curves = new Skills(company);
    try (CsvFile file =
        out.csv(
            "reps.csv",
            Dialect.PLAIN,
            "worker_id",
            "first_team_id",
            "role",
            "talent",
            "adoption",
            "non_selling_hours_offset",
            "selling_hours_offset",
            "lead_luck",
            "stall_from")) {
      for (Person person : company.people()) {
        Nature nature = person.nature();
        file.row(
            person.workerId(),
            company.team(person.stints().get(0).post().team()).id(),
            person.role(),
            number(nature.talent()),
            number(nature.adoption()),
            number(nature.nonSellingHours()),
            number(nature.sellingHours()),
            number(nature.leadLuck()),
            curves.stalls(person) ? curves.stallFrom() : "");
      }
    }
  }

  private void skills() {
    Skills curves = new Skills(company);
    try (CsvFile file =
        out.csv("skills.csv", Dialect.PLAIN, "worker_id", "skill_id", "quarter", "level")) {
      for (Person person : company.people()) {
        for (Quarter quarter : company.horizon().quarters()) {
          LocalDate day = Horizon.endOf(quarter).minusDays(1);
          for (Skill skill : Skill.values()) {
            file.row(
                person.workerId(), skill.id(), quarter, number(curves.level(person, skill, day)));
          }
        }
      }
    }
  }

  private void raters() {
    try (CsvFile file = out.csv("raters.csv", Dialect.PLAIN, "worker_id", "severity_points")) {
      for (Team team : company.teams()) {
        Manager manager = company.managerOf(team.number(), company.horizon().end());
        file.row(manager.workerId(), number(Raters.severity(company, manager.number())));
      }
      for (Person person : company.people()) {
        file.row(person.workerId(), number(Raters.severity(company, person.number())));
      }
    }
  }

  private void territories() {
    try (CsvFile file =
        out.csv("territories.csv", Dialect.PLAIN, "territory_id", "tier", "log_odds_shift")) {
      for (Territory territory : company.territories()) {
        file.row(Ids.territory(territory.number()), territory.tier(), number(territory.quality()));
      }
    }
  }

  private void gaps() {
    try (CsvFile file =
        out.csv("gaps.csv", Dialect.PLAIN, "worker_id", "system", "missing", "reason")) {
      gap(file, Cast.NO_MAIL, "salesforce", "mail", "capture switched off");
      gap(file, Cast.NO_CALLS, "gong", "calls", "consent refused");
      gap(file, Cast.AMBIGUOUS, "salesforce", "everything", "identity ambiguous");
      gap(file, Cast.LEAVE, "all", "2026-04-20 to 2026-07-26", "parental leave");
      gap(file, Cast.LATE, "salesforce", "some tasks of 2026Q3", "delivered late");
    }
  }

  private void gap(CsvFile file, int rep, String system, String missing, String reason) {
    file.row(company.person(rep).workerId(), system, missing, reason);
  }

  private ObjectNode constants() {
    ObjectNode node = JsonLines.object();
    node.put("talent_log_odds", Odds.TALENT)
        .put("lead_grade_log_odds", Odds.GRADE)
        .put("lead_gap_women_sd", Nature.LEAD_GAP)
        .put("pass_through_to_selling", WorkWeek.PASS_THROUGH)
        .put("rater_severity_sd", Raters.SEVERITY_SPREAD)
        .put("stall_depth_levels", Skills.STALL_DEPTH)
        .put("list_price_rise_2026", 0.06)
        .put("seed", company.seed());
    return node;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
