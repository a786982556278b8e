package org.evenhand.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillCalibration;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.GoldSkillFigure;
import org.evenhand.table.columns.GoldSkillRecommendation;
import org.evenhand.table.columns.GoldSkillStall;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Evidence to figures through the four jobs of skills, on tables. */
@ExtendWith(SparkExtension.class)
class SkillJobsTest {
  private static final String FELL = "SK-DISCOVERY";

  @TempDir Path root;

  @Test
  void aFallIsToldToTheRepFirstWithWhatSpeaksForIt(SparkSession session) {
    LakeTables tables = given(session, falling().evidence());

    run(context(session, tables));

    Row stall = stall(tables);
    assertThat(GoldSkillStall.REP_KEY.whole(stall)).isEqualTo(5);
    assertThat(GoldSkillStall.REP_FROM.date(stall)).isEqualTo(SkillsWorld.AS_OF.day());
    assertThat(GoldSkillStall.MANAGER_FROM.date(stall))
        .isEqualTo(SkillsWorld.AS_OF.day().plusDays(14));
    Row advice =
        tables.rows(GoldSkillRecommendation.TABLE).stream()
            .filter(row -> GoldSkillRecommendation.REP_KEY.whole(row) == 5)
            .filter(row -> GoldSkillRecommendation.SKILL_ID.text(row).equals(FELL))
            .findFirst()
            .orElseThrow();
    assertThat(GoldSkillRecommendation.KIND.text(advice)).isEqualTo("RECOVER");
  }

  /** B-24: an orphan recommendation fails. */
  @Test
  void everyRecommendationCitesTwoPiecesOfTwoSources(SparkSession session) {
    LakeTables tables = given(session, falling().evidence());

    run(context(session, tables));

    List<Row> advice = tables.rows(GoldSkillRecommendation.TABLE);
    assertThat(advice).isNotEmpty();
    for (Row row : advice) {
      assertThat(GoldSkillRecommendation.EVIDENCE_IDS.<String>list(row)).hasSizeGreaterThan(1);
      assertThat(GoldSkillRecommendation.SOURCE_TYPES.<String>list(row)).hasSizeGreaterThan(1);
    }
  }

  @Test
  void figuresOfEverySkillAndTheCheckOfTheIntervalsAreThere(SparkSession session) {
    LakeTables tables = given(session, falling().evidence());

    run(context(session, tables));

    List<Row> figures = tables.rows(GoldSkillFigure.TABLE);
    assertThat(figures.stream().map(GoldSkillFigure.MEASURE::text).distinct())
        .contains(
            "skill_level",
            "skill_required",
            "skill_standing",
            "skill_change",
            "skill_item",
            "skill_without",
            "skill_source",
            "skill_next",
            "skill_stall",
            "skill_advice",
            "skill_need",
            "skill_disputed",
            "skill_stalls",
            "skill_moved",
            "stall_precision",
            "stall_lead",
            "skill_calibration",
            "skill_evidence",
            "skill_raters");
    assertThat(tables.rows(GoldSkillCalibration.TABLE)).isNotEmpty();
  }

  @Test
  void withTooLittleEvidenceNoLevelIsShownAndTheReasonIs(SparkSession session) {
    LakeTables tables = given(session, falling().evidence().subList(0, 100));

    run(context(session, tables));

    List<Row> levels =
        tables.rows(GoldSkillFigure.TABLE).stream()
            .filter(row -> GoldSkillFigure.MEASURE.text(row).equals("skill_level"))
            .toList();
    assertThat(levels).isNotEmpty();
    assertThat(levels).allMatch(row -> GoldSkillFigure.STATE.text(row).equals("UNDEFINED"));
    assertThat(GoldSkillFigure.REASON.text(levels.get(0)))
        .isEqualTo("100 pieces of evidence; a model needs 200.");
  }

  /** Rep 5 had fives and gets ones, from a peer and in one-on-ones. */
  private static SkillsWorld falling() {
    SkillsWorld world = new SkillsWorld(11);
    for (int week = 1; week <= 12; week++) {
      boolean peer = week % 2 == 0;
      SkillsWorld.Said said =
          new SkillsWorld.Said(5, FELL, peer ? "PEER" : "ONE_ON_ONE", peer ? week : 102);
      world.line(said, 5, SkillsWorld.AS_OF.day().minusWeeks(14 + week), "ACTIVE");
      world.line(said, 1, SkillsWorld.AS_OF.day().minusDays(week * 3L), "ACTIVE");
    }
    return world;
  }

  private static Row stall(LakeTables tables) {
    return tables.rows(GoldSkillStall.TABLE).stream()
        .filter(row -> GoldSkillStall.KIND.text(row).equals("DECLINE"))
        .filter(row -> GoldSkillStall.SKILL_ID.text(row).equals(FELL))
        .findFirst()
        .orElseThrow();
  }

  private static void run(RunContext context) {
    new FitSkills().run(context);
    new SkillLevels().run(context);
    new SkillWatch().run(context);
    new SkillFigures().run(context);
  }

  private LakeTables given(SparkSession session, List<Row> evidence) {
    LakeTables tables = new LakeTables(session, root.resolve("lake").toString());
    tables.edition(GoldSkill.TABLE, SkillsWorld.EDITION, SkillsWorld.skills(), stamp());
    tables.edition(GoldSkillEvidence.TABLE, SkillsWorld.EDITION, evidence, stamp());
    tables.replace(SilverAssignment.TABLE, Slice.whole(), SkillsWorld.assignments(), stamp());
    tables.replace(
        SilverCalendar.TABLE,
        Slice.whole(),
        TextTable.rows(
            SilverCalendar.TABLE,
            "day | quarter | quarter_start | quarter_end | valid_from | known_from | known_to\n"
                + "2026-07-01 | 2026Q3 | 2026-07-01 | 2026-09-30 | 2026-01-01T00:00:00Z | 2026-01-01T00:00:00Z | NULL"),
        stamp());
    return tables;
  }

  private RunContext context(SparkSession session, LakeTables tables) {
    return new RunContext(
        new RunContext.Engine(session, tables),
        new RunContext.Period(
            Quarter.parse("2026Q3"), SkillsWorld.EDITION, Instant.parse("2026-10-05T00:00:00Z")),
        new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
        new RunContext.Places(
            root.resolve("landing"),
            root.resolve("lake").toString(),
            root.resolve("out"),
            root.resolve("key")),
        stamp());
  }

  private static Stamp stamp() {
    return new Stamp("skills", "run", "given", Map.of());
  }
}
