package org.evenhand.report;

import static org.evenhand.report.FactMaker.company;

import java.util.List;
import java.util.Map;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.facts.Verdict;

/** A small invented company: every state a fact can be in stands somewhere. */
public final class SampleFacts {
  private static final List<String> QUARTERS =
      List.of("2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3");
  private static final Map<String, String> UNITS =
      Map.of(
          "time_saved", "hours/week",
          "non_selling_hours", "hours/week",
          "selling_hours", "hours/week",
          "conversion", "share",
          "non_selling", "tasks/week",
          "commission", "USD");
  private final FactMaker maker = new FactMaker();

  private SampleFacts() {}

  /** Facts of all subject kinds. */
  public static FactSet all() {
    SampleFacts sample = new SampleFacts();
    sample.allReps();
    sample.roles();
    sample.reps();
    sample.effects();
    sample.conditions();
    sample.sources();
    sample.rules();
    SampleSkills.add(sample.maker);
    return sample.maker.set();
  }

  private void allReps() {
    Subject all = Subject.COMPANY;
    saved(all, 1.8, 0.9, 2.6, 41, Verdict.IMPROVED);
    compared(all, "non_selling_hours", 11.4, 9.6, 0.7, 41, Verdict.IMPROVED);
    compared(all, "conversion", 0.262, 0.274, 0.021, 612, Verdict.NO_CLEAR_CHANGE);
    compared(all, "non_selling", 31.2, 24.4, 3.1, 41, Verdict.IMPROVED);
    compared(all, "commission", 9120, 9410, 610, 38, Verdict.NO_CLEAR_CHANGE);
    compared(all, "deal_cycle", 61, 68, 5.2, 410, Verdict.GOT_WORSE);
    series(all, 1.0);
    maker.count(company("reps", "now"), "count", 60, "reps", "");
    maker.count(company("teams", "now"), "count", 10, "teams", "");
    compared(all, "selling_hours", 17.2, 18.4, 1.1, 41, Verdict.IMPROVED);
    maker.measured(company("win_rate", "now"), "share", 0.41, 0.37, 0.45, 402);
    maker.count(company("won_count", "now"), "count", 165, "deals", "");
    maker.count(company("won_count", "all"), "count", 1238, "deals", "");
    FactKey won = new FactKey(all, "won_value", "USD", "now");
    maker.count(won, "USD", 4182330, "deals", "");
  }

  private void roles() {
    saved(Subject.role("AE"), 2.2, 1.0, 3.4, 21, Verdict.IMPROVED);
    saved(Subject.role("SDR"), 1.1, -0.3, 2.5, 14, Verdict.NO_CLEAR_CHANGE);
    saved(Subject.role("CSM"), 1.9, 0.1, 3.7, 9, Verdict.IMPROVED);
    Subject ae = Subject.role("AE");
    compared(ae, "conversion", 0.241, 0.268, 0.02, 380, Verdict.IMPROVED);
    compared(ae, "non_selling", 30.1, 22.0, 4.0, 21, Verdict.IMPROVED);
    compared(ae, "commission", 12100, 12720, 1500, 21, Verdict.NO_CLEAR_CHANGE);
    series(ae, 1.1);
    Subject sdr = Subject.role("SDR");
    compared(sdr, "conversion", 0.31, 0.29, 0.05, 150, Verdict.NO_CLEAR_CHANGE);
    compared(sdr, "non_selling", 33.0, 29.8, 5.5, 14, Verdict.NO_CLEAR_CHANGE);
    compared(sdr, "commission", 5200, 4810, 380, 14, Verdict.GOT_WORSE);
    series(sdr, 0.8);
    Subject csm = Subject.role("CSM");
    compared(csm, "conversion", 0.51, 0.52, 0.06, 82, Verdict.NO_CLEAR_CHANGE);
    series(csm, 0.9);
    String few = "Fewer than five reps stand behind it.";
    for (String measure : List.of("conversion", "non_selling", "commission")) {
      Subject support = Subject.role("SUPPORT");
      maker.suppressed(FactKey.of(support, measure, "now"), unit(measure), few);
      maker.suppressed(FactKey.of(support, measure, "change"), unit(measure), few);
    }
    maker.suppressed(
        FactKey.of(Subject.role("SUPPORT"), "time_saved", "change"), "hours/week", few);
  }

  private void reps() {
    Subject gained = Subject.rep("4021337781002");
    member(gained, "T03", "AE");
    saved(gained, 2.6, 0.4, 4.8, 13, Verdict.IMPROVED);
    compared(gained, "non_selling_hours", 12.6, 10.0, 2.2, 13, Verdict.IMPROVED);
    compared(gained, "conversion", 0.24, 0.29, 0.11, 34, Verdict.NO_CLEAR_CHANGE);
    compared(gained, "non_selling", 34, 25, 4, 13, Verdict.IMPROVED);
    compared(gained, "commission", 11200, 12950, 900, 6, Verdict.IMPROVED);
    comparable(gained, "conversion", 0.25, 0.20, 0.31);
    comparable(gained, "non_selling", 27, 22, 33);
    comparable(gained, "non_selling_hours", 10.4, 8.9, 12.2);
    comparable(gained, "commission", 11900, 9800, 14300);
    complete(gained, "crm", 1.0, "");
    complete(gained, "calls", 0.82, "Seven calls are private and were not exported.");
    complete(gained, "mail", 0.0, "Your mailbox is not connected.");
    complete(gained, "commission", 1.0, "");

    Subject unknown = Subject.rep("771120045560");
    member(unknown, "T09", "SUPPORT");
    String noStart = "Your team has no AI start yet.";
    maker.undefined(FactKey.of(unknown, "time_saved", "change"), "hours/week", noStart);
    maker.undefined(FactKey.of(unknown, "conversion", "change"), "share", noStart);
    maker.undefined(FactKey.of(unknown, "non_selling", "change"), "tasks/week", noStart);
    maker.notMeasured(
        FactKey.of(unknown, "commission", "change"),
        "USD",
        "No commission statement was delivered.");
    maker.notMeasured(
        FactKey.of(unknown, "commission", "now"), "USD", "No commission statement was delivered.");
    maker.measured(FactKey.of(unknown, "conversion", "now"), "share", 0.81, 0.74, 0.87, 140);
    maker.suppressed(
        FactKey.of(unknown, "conversion", "comparable"),
        "share",
        "Fewer than five comparable reps.");
    complete(unknown, "tickets", 0.97, "");
    maker.notMeasured(
        new FactKey(unknown, "completeness", "commission", "now"),
        "share",
        "No file was delivered.");
  }

  private void effects() {
    Subject all = Subject.COMPANY;
    effect(all, "time_saved", "", 1.5, 0.5, 2.5, Verdict.IMPROVED);
    effect(all, "commission", "", -120, -900, 660, Verdict.CANNOT_TELL);
    effect(all, "time_saved", "prior_tercile low", 2.4, 0.8, 4.0, Verdict.IMPROVED);
    effect(all, "selling_hours", "", 0.8, -0.1, 1.7, Verdict.CANNOT_TELL);
    effect(Subject.role("AE"), "non_selling", "", -0.6, -1.1, -0.1, Verdict.IMPROVED);
    maker.count(chain("harmony_onset", "time_saved"), "periods", 1, "links", "REP_FIRST");
    maker.measured(chain("pass_through", "selling_hours"), "ratio", 0.54, -0.1, 1.4, 0);
    maker.count(chain("weakest_link", ""), "count", 2, "links", "The rep spends more time selling");
    maker.count(chain("ai_licence_cost", ""), "USD/year", 93600, "reps", "");
    maker.notMeasured(
        chain("ai_feedback_cost", ""), "USD/year", "No source says how long reps spend on it.");
  }

  private void effect(
      Subject who,
      String measure,
      String dimension,
      double value,
      double low,
      double high,
      Verdict verdict) {
    maker.effect(
        new FactKey(who, measure, dimension, "effect"), unit(measure), value, low, high, verdict);
  }

  private static FactKey chain(String measure, String dimension) {
    return new FactKey(Subject.COMPANY, measure, dimension, "effect");
  }

  private void conditions() {
    split(Subject.COMPANY, 165, 158, 4, 2);
    split(Subject.rep("4021337781002"), 9, 7.4, 0.7, 0.6);
    maker.count(key(Subject.COMPANY, "structural_condition", "lead_quality"), "share", 0.8, "", "");
    maker.notMeasured(
        key(Subject.COMPANY, "structural_condition", "brand_equity"),
        "share",
        "Nobody measured brand equity.");
    maker.count(key(Subject.COMPANY, "structure_share", "lead_quality"), "share", 0.12, "", "");
    Subject team = new Subject(SubjectKind.TEAM, "T03");
    maker.count(key(team, "funnel_win", "raw"), "share", 0.4, "", "");
    maker.count(key(team, "funnel_win", "adjusted"), "share", 0.36, "", "");
    maker.measured(key(team, "funnel_win", "adjusted_95"), "share", 0.34, 0.24, 0.44, 80);
    maker.measured(key(team, "funnel_win", "adjusted_998"), "share", 0.34, 0.18, 0.5, 80);
  }

  private void split(Subject who, double actual, double mean, double structural, double own) {
    part(who, "actual", actual);
    part(who, "mean", mean);
    part(who, "expected", mean + structural);
    part(who, "structural", structural);
    part(who, "rep", own);
    part(who, "chance", actual - mean - structural - own);
    maker.measured(
        key(who, "structure_win", "residual"),
        "wins",
        actual - mean - structural,
        actual - mean - structural - 3,
        actual - mean - structural + 3,
        21);
  }

  private void part(Subject who, String dimension, double value) {
    maker.count(key(who, "structure_win", dimension), "wins", value, "", "");
  }

  private static FactKey key(Subject who, String measure, String dimension) {
    return new FactKey(who, measure, dimension, "now");
  }

  private void sources() {
    source("salesforce/opportunity", 6, 2140, 11, 1.0);
    source("salesforce/task", 6, 15322, 0, 1.0);
    source("hr/worker", 6, 372, 2, 0.83);
    source("gong/call", 6, 4120, 7, 1.0);
    maker.count(
        FactKey.of(new Subject(SubjectKind.SOURCE, "workday/org"), "source_files_failed", "all"),
        "count",
        2,
        "files",
        "The archive is truncated.");
    missing("zendesk/ticket");
    missing("survey/response");
    maker.count(company("sources_delivered", "all"), "count", 4, "sources", "");
    maker.count(
        company("sources_missing", "all"),
        "count",
        2,
        "sources",
        "survey/response, zendesk/ticket");
    for (Map.Entry<String, Double> share :
        Map.of("crm", 0.99, "calls", 0.91, "mail", 0.64, "hr", 1.0, "commission", 0.97)
            .entrySet()) {
      complete(Subject.COMPANY, share.getKey(), share.getValue(), "");
      complete(new Subject(SubjectKind.TEAM, "T01"), share.getKey(), share.getValue() * 0.98, "");
      complete(
          new Subject(SubjectKind.TEAM, "T02"), share.getKey(), 0.55, "Calls are not recorded.");
    }
    for (String[] row :
        List.of(
            new String[] {"salesforce", "58", "1", "2"}, new String[] {"gong", "49", "0", "4"})) {
      Subject system = new Subject(SubjectKind.SOURCE, row[0]);
      identity(system, "matched", row[1], "");
      identity(system, "ambiguous", row[2], "Two workers share the address.");
      identity(system, "unmatched", row[3], "No worker has this account.");
    }
    gaps("commission", 4, "No commission statement names them.");
    gaps("conversion", 7, "They own no case in the period.");
    gaps("time_saved", 0, "");
    maker.count(company("suppressed_cells", "now"), "count", 37, "figures", "");
    maker.count(company("restated_facts", "now"), "count", 1, "figures", "");
    maker.count(company("restatement", "now"), "count", 1, "editions", "");
    String restated = "commission¦¦now";
    maker.count(
        new FactKey(Subject.role("AE"), "restated_from", restated, "now"), "USD", 12650, "", "");
    maker.count(
        new FactKey(Subject.role("AE"), "restated_to", restated, "now"),
        "USD",
        12720,
        "",
        "A statement was delivered again after the close.");
  }

  private void rules() {
    rule("Amount is a number", "salesforce/opportunity", 8);
    rule("Close date is a date", "salesforce/opportunity", 3);
    rule("Worker id is present", "hr/worker", 2);
    rule("Call has a start", "gong/call", 7);
    for (Map.Entry<String, Integer> pattern :
        Map.of("close_date_pushes", 41, "zero_amount_wins", 3, "open_deals", 210, "stage_skips", 19)
            .entrySet()) {
      maker.count(
          new FactKey(Subject.COMPANY, "plausibility", pattern.getKey(), "all"),
          "count",
          pattern.getValue(),
          "records",
          "");
    }
  }

  private void saved(Subject who, double value, double low, double high, long n, Verdict verdict) {
    maker.change(
        FactKey.of(who, "time_saved", "change"), "hours/week", value, low, high, n, verdict);
  }

  private void compared(
      Subject who,
      String measure,
      double before,
      double now,
      double half,
      long n,
      Verdict verdict) {
    String unit = unit(measure);
    double change = now - before;
    maker.measured(
        FactKey.of(who, measure, "before"),
        unit,
        before,
        before - half * .8,
        before + half * .8,
        n);
    maker.measured(FactKey.of(who, measure, "now"), unit, now, now - half * .8, now + half * .8, n);
    maker.change(
        FactKey.of(who, measure, "change"), unit, change, change - half, change + half, n, verdict);
  }

  private void series(Subject who, double level) {
    for (int i = 0; i < QUARTERS.size(); i++) {
      String quarter = QUARTERS.get(i);
      double gain = i < 3 ? 0 : (i - 2) * 0.4 * level;
      if (i >= 3) {
        maker.measured(
            FactKey.of(who, "time_saved", quarter),
            "hours/week",
            gain + .6,
            gain - .2,
            gain + 1.4,
            41);
      }
      double share = 0.25 * level + 0.004 * i;
      maker.measured(
          FactKey.of(who, "conversion", quarter), "share", share, share - .03, share + .03, 600);
      double tasks = 31 * level - gain * 4;
      maker.measured(
          FactKey.of(who, "non_selling", quarter), "tasks/week", tasks, tasks - 2, tasks + 2, 41);
      if (i != 2) {
        double paid = 9000 * level + 90 * i;
        maker.measured(
            FactKey.of(who, "commission", quarter), "USD", paid, paid - 700, paid + 700, 38);
      } else {
        maker.notMeasured(
            FactKey.of(who, "commission", quarter), "USD", "No statement was delivered.");
      }
    }
    maker.count(FactKey.of(who, "ai_start", "2026Q1"), "count", 6, "teams", "");
  }

  private void comparable(Subject rep, String measure, double median, double low, double high) {
    maker.measured(FactKey.of(rep, measure, "comparable"), unit(measure), median, low, high, 20);
  }

  private void member(Subject rep, String team, String role) {
    maker.count(new FactKey(rep, "membership", "team:" + team, "now"), "count", 1, "", "");
    maker.count(new FactKey(rep, "membership", "role:" + role, "now"), "count", 1, "", "");
  }

  private void complete(Subject who, String family, double share, String reason) {
    maker.count(new FactKey(who, "completeness", family, "now"), "share", share, "", reason);
  }

  private void source(String name, int files, int rows, int rejected, double onTime) {
    Subject source = new Subject(SubjectKind.SOURCE, name);
    maker.count(FactKey.of(source, "source_delivered", "all"), "count", 1, "files", "");
    maker.count(FactKey.of(source, "source_on_time", "all"), "share", onTime, "files", "");
    maker.count(FactKey.of(source, "source_files", "all"), "count", files, "files", "");
    maker.count(FactKey.of(source, "source_rows", "all"), "count", rows, "rows", "");
    int accepted = rows - rejected;
    maker.count(FactKey.of(source, "source_rows_accepted", "all"), "count", accepted, "rows", "");
    maker.count(FactKey.of(source, "source_rows_rejected", "all"), "count", rejected, "rows", "");
    double share = (double) rejected / rows;
    maker.count(FactKey.of(source, "source_reject_share", "all"), "share", share, "rows", "");
    maker.count(FactKey.of(source, "source_new_columns", "all"), "count", 0, "columns", "");
    maker.count(FactKey.of(source, "source_dropped_columns", "all"), "count", 1, "columns", "SSN");
    maker.count(FactKey.of(source, "source_reexported", "all"), "count", 0, "files", "");
  }

  private void missing(String name) {
    Subject source = new Subject(SubjectKind.SOURCE, name);
    maker.notMeasured(
        FactKey.of(source, "source_delivered", "all"),
        "count",
        "No file of " + name + " was delivered.");
  }

  private void identity(Subject system, String how, String count, String reason) {
    maker.count(
        new FactKey(system, "identity", how, "all"),
        "count",
        Integer.parseInt(count),
        "accounts",
        reason);
  }

  private void gaps(String measure, int reps, String reason) {
    maker.count(
        new FactKey(Subject.COMPANY, "reps_without_figure", measure, "now"),
        "count",
        reps,
        "reps",
        reason);
  }

  private void rule(String sentence, String source, int failures) {
    maker.count(
        new FactKey(new Subject(SubjectKind.RULE, sentence), "rule_failure", source, "all"),
        "count",
        failures,
        "rows",
        "");
  }

  private static String unit(String measure) {
    return UNITS.getOrDefault(measure, "days");
  }
}
