package org.evenhand.report;

import java.util.Map;
import org.evenhand.report.FactMaker.Range;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.facts.Verdict;
import org.evenhand.schema.Policies;

/** Skills of the small invented company, and the names of its skills. */
public final class SampleSkills {
  private static final String FRAMEWORK =
      """
      {"version": "1.0.0", "description": "A few skills.", "items": [
        {"skillId": "SK-DISCOVERY", "label": "Discovery"},
        {"skillId": "SK-NEGOTIATION", "label": "Negotiation"},
        {"skillId": "SK-RELATIONSHIP", "label": "Relationship building"},
        {"skillId": "SK-MARKET", "label": "Market positioning"},
        {"skillId": "SK-PRODUCT", "label": "Product knowledge"},
        {"skillId": "SK-PROSPECTING", "label": "Prospecting"},
        {"skillId": "SK-QUALIFICATION", "label": "Qualification"},
        {"skillId": "SK-OBJECTIONS", "label": "Handling objections"},
        {"skillId": "SK-CLOSING", "label": "Closing"},
        {"skillId": "SK-LISTENING", "label": "Active listening"},
        {"skillId": "SK-PIPELINE", "label": "Pipeline management"},
        {"skillId": "SK-WRITING", "label": "Written communication"},
        {"skillId": "SK-LEARNING", "label": "Active learning"}]}
      """;
  private static final String SKILLS = "skills of people";
  private static final String SEEN = "A fall of 0.6 would have been seen.";
  private final FactMaker maker;

  private SampleSkills(FactMaker maker) {
    this.maker = maker;
  }

  /** The shipped policies with the names of the sample's skills. */
  public static Policies policies() {
    return Policies.bundled().with(Map.of("skills/framework.json", FRAMEWORK));
  }

  /** Adds facts about one rep, a rep whose levels are withheld, two teams and all reps. */
  static void add(FactMaker maker) {
    SampleSkills sample = new SampleSkills(maker);
    sample.rep(Subject.rep("4021337781002"));
    sample.closed(Subject.rep("771120045560"));
    sample.team(new Subject(SubjectKind.TEAM, "T03"));
    sample.small(new Subject(SubjectKind.TEAM, "T09"));
    sample.company();
  }

  private void rep(Subject rep) {
    skill(rep, "SK-NEGOTIATION", 0.62, 0.34, 14, "HAS", Verdict.IMPROVED, 0.48);
    skill(rep, "SK-DISCOVERY", -0.12, 0.42, 9, "HAS", Verdict.NO_CLEAR_CHANGE, 0.06);
    skill(rep, "SK-RELATIONSHIP", 0.31, 0.39, 11, "CONFLICT", Verdict.NO_CLEAR_CHANGE, -0.21);
    skill(rep, "SK-PROSPECTING", -1.04, 0.31, 17, "LACKS", Verdict.GOT_WORSE, -0.66);
    skill(rep, "SK-CLOSING", 0.05, 0.40, 8, "HAS", Verdict.NO_CLEAR_CHANGE, 0.02);
    skill(rep, "SK-LISTENING", 0.22, 0.55, 4, "HAS", Verdict.NO_CLEAR_CHANGE, 0.10);
    skill(rep, "SK-OBJECTIONS", -0.31, 0.44, 7, "UNKNOWN", Verdict.NO_CLEAR_CHANGE, -0.05);
    skill(rep, "SK-PIPELINE", 0.44, 0.36, 12, "HAS", Verdict.NO_CLEAR_CHANGE, 0.12);
    skill(rep, "SK-MARKET", 0.10, 0.70, 1, "UNKNOWN", Verdict.CANNOT_TELL, 0.01);
    points(rep, "skill_level", "SK-PRODUCT", Range.around(0, 1.1), 0.8, 0);
    maker.undefined(
        key(rep, "skill_level", "SK-WRITING"), "points", "Nobody of the family has evidence.");
    negotiation(rep);
    relationship(rep);
    item(rep, "SK-PROSPECTING|GOAL|2026-09-30|goal/lattice/G4", -0.31, -0.81, "");
    item(rep, "SK-PROSPECTING|ONE_ON_ONE|2026-09-11|one_on_one/lattice/O7", -0.12, -0.97, "");
    view(rep, "SK-PROSPECTING|GOAL|LACKS", -1.20, 0.40, 5);
    view(rep, "SK-PROSPECTING|ONE_ON_ONE|LACKS", -0.90, 0.48, 12);
    view(rep, "SK-CLOSING|OUTCOME|UNSURE", 0.10, 0.52, 5);
    view(rep, "SK-CLOSING|SELF|HAS", 0.60, 0.72, 3);
    maker.points(
        key(rep, "skill_stall", "SK-PROSPECTING|DECLINE"),
        Range.around(-0.58, 0.33),
        0.9,
        9,
        Verdict.GOT_WORSE,
        "Recent evidence points lower than twelve weeks ago. Something may stand in the way; what"
            + " would help? Your manager sees this from 2026-11-02.");
    maker.count(
        key(rep, "skill_advice", "SK-PROSPECTING|RECOVER|feedback/lattice/F17,goal/lattice/G4"),
        "count",
        2,
        "items",
        "");
    maker.count(
        key(rep, "skill_advice", "SK-CLOSING|GROW|feedback/lattice/F18"),
        "count",
        1,
        "items",
        "An orphan.");
  }

  private void negotiation(Subject rep) {
    item(rep, "SK-NEGOTIATION|PEER|2026-09-14|feedback/lattice/F21", 0.21, 0.50, "");
    item(
        rep,
        "SK-NEGOTIATION|MANAGER_WEEKLY|2026-09-02|checkin/15five/C88",
        0.12,
        0.55,
        "Counted as 0.2, not -0.4: this rater rates 0.6 below others.");
    view(rep, "SK-NEGOTIATION|PEER|HAS", 0.66, 0.45, 6);
    view(rep, "SK-NEGOTIATION|MANAGER_WEEKLY|UNSURE", 0.10, 0.80, 3);
    view(rep, "SK-NEGOTIATION|OUTCOME|SILENT", 0.20, 1.00, 2);
    maker.count(key(rep, "skill_next", "SK-NEGOTIATION|CUSTOMER"), "share", 0.11, "", "");
  }

  private void relationship(Subject rep) {
    item(
        rep,
        "SK-RELATIONSHIP|CUSTOMER|2026-08-20|survey/N4",
        -0.18,
        0.47,
        "Counted 40 %: far from everything else.");
    points(
        rep,
        "skill_without",
        "SK-RELATIONSHIP|PEER|2026-07-01|feedback/lattice/F2",
        Range.around(0.28, 0.4),
        0.8,
        10);
    view(rep, "SK-RELATIONSHIP|PEER|HAS", 0.71, 0.44, 7);
    view(rep, "SK-RELATIONSHIP|CUSTOMER|DISPUTED", -0.62, 0.52, 4);
    maker.count(key(rep, "skill_next", "SK-RELATIONSHIP|CUSTOMER"), "share", 0.09, "", "");
  }

  private void skill(
      Subject rep,
      String skill,
      double level,
      double half,
      long n,
      String standing,
      Verdict verdict,
      double change) {
    points(rep, "skill_level", skill, Range.around(level, half), 0.8, n);
    points(rep, "skill_required", skill, Range.around(-0.5, 0), 0, 0);
    maker.count(
        key(rep, "skill_standing", skill + "|" + standing), "count", 1, "", reason(standing, n));
    maker.points(
        key(rep, "skill_change", skill), Range.around(change, 0.40), 0.9, n, verdict, SEEN);
  }

  private static String reason(String standing, long n) {
    return switch (standing) {
      case "CONFLICT" -> "The sources disagree by more than chance.";
      case "UNKNOWN" -> n + " pieces of evidence of 2 sources do not decide it.";
      default -> n + " pieces of evidence of 3 sources.";
    };
  }

  private void item(Subject rep, String dimension, double added, double without, String severity) {
    maker.points(
        key(rep, "skill_item", dimension), Range.around(added, 0), 0, 1, Verdict.NONE, severity);
    points(rep, "skill_without", dimension, Range.around(without, 0.37), 0.8, 13);
  }

  private void view(Subject rep, String dimension, double level, double half, long n) {
    points(rep, "skill_source", dimension, Range.around(level, half), 0.8, n);
  }

  private void points(
      Subject who, String measure, String dimension, Range range, double confidence, long n) {
    maker.points(key(who, measure, dimension), range, confidence, n, Verdict.NONE, "");
  }

  private void closed(Subject rep) {
    String reason =
        "Not shown, because intervals of items left out (latest) hold 0.712 over 310 items where"
            + " 0.740 to 0.860 is asked for.";
    maker.undefined(key(rep, "skill_level", "SK-LISTENING"), "points", reason);
    maker.undefined(key(rep, "skill_level", "SK-PRODUCT"), "points", reason);
  }

  private void team(Subject team) {
    maker.count(FactKey.of(team, "reps", "now"), "count", 9, "reps", "");
    maker.change(
        FactKey.of(team, "time_saved", "change"), "hours/week", 2.1, 0.4, 3.8, 9, Verdict.IMPROVED);
    maker.change(
        FactKey.of(team, "conversion", "change"),
        "share",
        -0.01,
        -0.05,
        0.03,
        70,
        Verdict.NO_CLEAR_CHANGE);
    for (String part : new String[] {"actual", "mean", "structural", "rep", "chance"}) {
      maker.count(key(team, "structure_win", part), "wins", part.equals("chance") ? -1 : 4, "", "");
    }
    need(team, "SK-NEGOTIATION", 5, 1, 2, 1);
    need(team, "SK-PROSPECTING", 3, 4, 2, 0);
    maker.number(key(team, "skill_disputed", "SK-NEGOTIATION"), "share", 0.12, 25, "source views");
    maker.number(key(team, "skill_stalls", ""), "skills", 1, 1, "skills");
    maker.count(key(team, "completeness", "feedback"), "share", 0.6, "", "Two reps have none.");
  }

  private void need(Subject team, String skill, int has, int lacks, int unknown, int conflict) {
    maker.number(key(team, "skill_need", skill + "|HAS"), "reps", has, 9, "reps");
    maker.number(key(team, "skill_need", skill + "|LACKS"), "reps", lacks, 9, "reps");
    maker.number(key(team, "skill_need", skill + "|UNKNOWN"), "reps", unknown, 9, "reps");
    maker.number(key(team, "skill_need", skill + "|CONFLICT"), "reps", conflict, 9, "reps");
  }

  private void small(Subject team) {
    maker.count(FactKey.of(team, "reps", "now"), "count", 3, "reps", "");
    maker.suppressed(
        key(team, "skill_need", "SK-NEGOTIATION|HAS"), "count", "Fewer than five reps.");
  }

  private void company() {
    Subject all = Subject.COMPANY;
    maker.number(key(all, "skill_moved", "ROSE"), SKILLS, 38, 481, SKILLS);
    maker.number(key(all, "skill_moved", "FELL"), SKILLS, 12, 481, SKILLS);
    maker.number(key(all, "skill_moved", "NO_CLEAR_CHANGE"), SKILLS, 431, 481, SKILLS);
    maker.number(key(all, "skill_stalls", ""), "skills", 7, 7, "skills");
    maker.number(key(all, "stall_precision", ""), "share", 0.86, 9, "skills");
    maker.undefined(
        key(all, "stall_lead", ""), "weeks", "No outcome or goal has told the same yet.");
    check("COVERAGE|all", 0.801, 0.785, 0.815, "Passes.");
    check("COVERAGE|latest", 0.79, 0.785, 0.815, "Passes.");
    check("FORWARD|all", 0.77, 0.785, 0.815, "Fails.");
    check("MEAN_Z|all", 0.01, -0.05, 0.05, "Passes.");
    check("DEVIATION_Z|all", 1.02, 0.95, 1.05, "Passes.");
    check("COVERAGE|source=PEER", 0.80, 0.785, 0.815, "Passes.");
    maker.undefined(
        key(all, "skill_calibration", "ALARM|all"), "share", "No sign that the model broke.");
    maker.count(key(all, "skill_evidence", "PEER"), "items", 2210, "items", "");
    maker.count(key(all, "skill_evidence", "MANAGER_WEEKLY"), "items", 1430, "items", "");
    maker.count(key(all, "skill_evidence", "OUTCOME"), "items", 240, "items", "");
    maker.count(key(all, "skill_evidence_left_out", "NO_SKILL"), "items", 380, "items", "");
    maker.count(key(all, "skill_evidence_left_out", "PRIVATE"), "items", 21, "items", "");
    maker.count(key(all, "skill_raters", "separable"), "raters", 71, "raters", "");
    maker.count(key(all, "skill_raters", "not_separable"), "raters", 6, "raters", "");
  }

  private void check(String dimension, double value, double low, double high, String words) {
    maker.asked(
        key(Subject.COMPANY, "skill_calibration", dimension),
        dimension.contains("_Z") ? "ratio" : "share",
        new Range(value, low, high),
        3870,
        words);
  }

  private static FactKey key(Subject who, String measure, String dimension) {
    return new FactKey(who, measure, dimension, "now");
  }
}
