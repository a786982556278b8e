package org.evenhand.panel;

/**
 * Whom or what a figure is about.
 *
 * @param id {@code all}, a role family, a team id, or a rep_key in decimal
 */
record Subject(Kind kind, String id) {
  /** Kinds in order of size. */
  enum Kind {
    COMPANY,
    ROLE,
    TEAM,
    REP
  }

  static final Subject COMPANY = new Subject(Kind.COMPANY, "all");

  static Subject role(String role) {
    return new Subject(Kind.ROLE, role);
  }

  static Subject team(String team) {
    return new Subject(Kind.TEAM, team);
  }

  static Subject rep(long repKey) {
    return new Subject(Kind.REP, Long.toString(repKey));
  }
}
