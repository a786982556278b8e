package org.evenhand.skills;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.GoldSkillParameter;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.testing.TextTable;

/**
 * Marks of 24 AEs' discovery and negotiation over a year, by peers, managers and in one-on-ones;
 * rep 25 joined and nobody has said anything.
 */
final class SkillsWorld {
  static final Edition EDITION = new Edition("2026Q3", "0123456789ab");
  static final AsOf AS_OF = new AsOf(LocalDate.of(2026, 9, 30));
  static final long SILENT = 25;
  private static final int REPS = 24;
  private static final int WEEKS = 52;
  private static final List<String> SKILLS = List.of("SK-DISCOVERY", "SK-NEGOTIATION");
  private static final String HEAD =
      "quarter | edition | evidence_id | rep_key | skill_id | family | source_type | rater_key | score_raw"
          + " | score_min | score_max | score_scaled | weight | occurred_at | day | status | counts | reason\n";

  private final Random random;
  private final StringBuilder lines = new StringBuilder(HEAD);
  private int next;

  SkillsWorld(long seed) {
    random = new Random(seed);
    for (int rep = 1; rep <= REPS; rep++) {
      for (String skill : SKILLS) {
        double talent = 0.7 * random.nextGaussian();
        for (int i = 0; i < 14; i++) {
          int week = random.nextInt(WEEKS);
          mark(rep, skill, source(i), week, talent);
        }
      }
    }
  }

  private static String source(int i) {
    return i % 3 == 0 ? "MANAGER" : i % 3 == 1 ? "PEER" : "ONE_ON_ONE";
  }

  private void mark(long rep, String skill, String source, int week, double talent) {
    long rater =
        source.equals("PEER") ? 1 + (rep * 5 + random.nextInt(4) * 7L) % REPS : 100 + rep % 3;
    double severity = new Random(rater).nextGaussian() * 0.5;
    double points = 3 + 0.9 * talent + severity + 0.6 * random.nextGaussian();
    line(
        new Said(rep, skill, source, rater),
        (int) Math.max(1, Math.min(5, Math.round(points))),
        AS_OF.day().minusWeeks(WEEKS - week),
        "ACTIVE");
  }

  /** Who says something of whom. */
  record Said(long rep, String skill, String source, long rater) {}

  /** One more mark. */
  SkillsWorld line(Said said, int mark, LocalDate day, String status) {
    next++;
    lines.append(
        String.format(
            Locale.ROOT,
            "%s | %s | E%04d | %d | %s | AE | %s | %d | %d | 1 | 5 | %.2f | 1 | %sT10:00:00Z | %s | %s | true | NULL%n",
            EDITION.quarter(),
            EDITION.id(),
            next,
            said.rep(),
            said.skill(),
            said.source(),
            said.rater(),
            mark,
            (mark - 1) / 4.0,
            day,
            day,
            status));
    return this;
  }

  List<Row> evidence() {
    return TextTable.rows(GoldSkillEvidence.TABLE, lines.toString());
  }

  static List<Row> skills() {
    StringBuilder text =
        new StringBuilder(
            "quarter | edition | skill_id | family | required_level | planned_growth\n");
    for (String skill : SKILLS) {
      text.append(
          "%s | %s | %s | AE | -0.5 | 0.05%n".formatted(EDITION.quarter(), EDITION.id(), skill));
    }
    text.append(
        "%s | %s | SK-CLOSING | AE | -0.5 | NULL%n".formatted(EDITION.quarter(), EDITION.id()));
    return TextTable.rows(GoldSkill.TABLE, text.toString());
  }

  static List<Row> assignments() {
    StringBuilder text =
        new StringBuilder(
            "rep_key | from_date | to_date | team_id | manager_rep_key | role | employed | valid_from | known_from | known_to\n");
    for (long rep = 1; rep <= SILENT; rep++) {
      text.append(
          "%d | 2025-01-01 | NULL | T%d | %d | AE | true | 2025-01-01T00:00:00Z | 2025-01-01T00:00:00Z | NULL%n"
              .formatted(rep, rep % 3, 100 + rep % 3));
    }
    return TextTable.rows(SilverAssignment.TABLE, text.toString());
  }

  static InferencePolicy policy() {
    return InferencePolicy.of(Policies.bundled());
  }

  static Setting setting() {
    return new Setting(AS_OF, policy(), new Setting.Release(""));
  }

  /** Rows of gold.skill_parameter fitted to all evidence. */
  static List<Row> parameters(List<Row> evidence) {
    return FitSkills.fitted(evidence, policy(), EDITION).parameters().stream()
        .map(row -> asRead(row, GoldSkillParameter.TABLE))
        .toList();
  }

  private static Row asRead(Row row, Table table) {
    Object[] values = IntStream.range(0, row.length()).mapToObj(row::get).toArray();
    return new GenericRowWithSchema(values, table.schema());
  }
}
