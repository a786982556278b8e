package org.evenhand.report.facts;

/** What a fact is about. */
public enum SubjectKind {
  COMPANY,
  ROLE,
  TEAM,
  REP,
  SOURCE,
  FILE,
  TABLE,
  RULE
}
