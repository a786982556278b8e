package org.evenhand.structure;

import java.util.Optional;

/**
 * Whom a row is about.
 *
 * @param kind COMPANY, ROLE, TEAM or REP
 * @param id all, role family, team id, rep_key in decimal
 * @param team of a rep
 * @param role of a rep
 */
record Subject(String kind, String id, Optional<String> team, Optional<String> role) {
  static final String REP = "REP";
  static final String TEAM = "TEAM";
  static final Subject COMPANY = group("COMPANY", "all");

  static Subject group(String kind, String id) {
    return new Subject(kind, id, Optional.empty(), Optional.empty());
  }

  static Subject rep(long rep, Optional<String> team, Optional<String> role) {
    return new Subject(REP, Long.toString(rep), team, role);
  }

  boolean isRep() {
    return kind.equals(REP);
  }
}
