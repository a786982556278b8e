package org.evenhand.skills;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Moments;
import org.evenhand.table.columns.GoldSkill;

/**
 * A skill a person was found to have, as a person may carry it to another employer.
 *
 * @param skill row of gold.skill
 * @param level and what the role asks for, from the job family's mean
 * @param evidence ids of the pieces that speak most for it, and their sources
 * @param paramVersion parameters the level was computed with
 */
public record Badge(
    long rep, Row skill, Levels level, List<Cited> evidence, String paramVersion, Instant issued) {

  public Badge {
    evidence = List.copyOf(evidence);
  }

  /** Level and requirement. */
  public record Levels(Moments reached, double required) {}

  /** A piece of evidence. */
  public record Cited(String id, String source, String day) {}

  public String skillId() {
    return GoldSkill.SKILL_ID.text(skill);
  }
}
