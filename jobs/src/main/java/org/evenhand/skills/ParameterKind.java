package org.evenhand.skills;

import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldSkillParameter;

/** What a row of gold.skill_parameter is about. */
enum ParameterKind {
  KERNEL,
  MEAN,
  SOURCE,
  RATER,
  SCORE,
  FIT;

  boolean is(Row row) {
    return GoldSkillParameter.KIND.text(row).equals(name());
  }
}
