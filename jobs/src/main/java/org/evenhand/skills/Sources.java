package org.evenhand.skills;

import org.apache.spark.sql.Column;

/** The kinds of witness, as gold.skill_evidence names them. */
final class Sources {
  static final String ONE_ON_ONE = "ONE_ON_ONE";
  static final String MANAGER_WEEKLY = "MANAGER_WEEKLY";
  static final String GOAL = "GOAL";
  static final String OUTCOME = "OUTCOME";
  static final String AI_CALL = "AI_CALL";
  static final String CALL = "CALL";
  static final String CUSTOMER = "CUSTOMER";

  private Sources() {}

  /** Whether this source usually names who speaks: outcomes have nobody, customers no key. */
  static Column naming(Column source) {
    return source.notEqual(OUTCOME).and(source.notEqual(CUSTOMER));
  }
}
