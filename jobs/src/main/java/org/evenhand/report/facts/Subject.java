package org.evenhand.report.facts;

/**
 * Whom or what a fact is about.
 *
 * @param id team id, rep_key in decimal, source name; {@code all} for the company
 */
public record Subject(SubjectKind kind, String id) implements Comparable<Subject> {
  public static final Subject COMPANY = new Subject(SubjectKind.COMPANY, "all");

  public static Subject role(String family) {
    return new Subject(SubjectKind.ROLE, family);
  }

  public static Subject rep(String repKey) {
    return new Subject(SubjectKind.REP, repKey);
  }

  @Override
  public int compareTo(Subject other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? id.compareTo(other.id) : byKind;
  }
}
