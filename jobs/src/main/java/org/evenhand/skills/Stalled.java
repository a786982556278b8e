package org.evenhand.skills;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Moments;
import org.evenhand.table.columns.GoldSkillStall;

/**
 * A row of gold.skill_stall.
 *
 * @param managerFrom day the manager may see it
 */
record Stalled(
    Changed.Pair pair,
    Stalls.Kind kind,
    Optional<String> team,
    Moments watched,
    LocalDate managerFrom) {

  static Stalled of(Row row) {
    double error = GoldSkillStall.DELTA_12W_SE.real(row);
    return new Stalled(
        new Changed.Pair(GoldSkillStall.REP_KEY.whole(row), GoldSkillStall.SKILL_ID.text(row)),
        Stalls.Kind.valueOf(GoldSkillStall.KIND.text(row)),
        Optional.ofNullable((String) GoldSkillStall.TEAM_ID.value(row)),
        new Moments(GoldSkillStall.DELTA_12W.real(row), error * error),
        GoldSkillStall.MANAGER_FROM.date(row));
  }
}
