package org.evenhand.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What every footer says about the run.
 *
 * @param quarter the reported quarter
 * @param asOf only what was known by then counts
 * @param origin run, edition, configuration and code the pages came from
 */
public record ReportHeader(String quarter, Instant asOf, Status status, Origin origin) {

  /**
   * Where the pages came from.
   *
   * @param edition edition of gold.fact that was read
   * @param configHash hash of policies
   */
  public record Origin(String runId, String edition, String configHash, String codeVersion) {}

  /**
   * How final the numbers are.
   *
   * @param restatement 0 unless the kind is RESTATED
   */
  public record Status(Kind kind, int restatement) {
    /** The three kinds. */
    public enum Kind {
      INTERIM,
      FINAL,
      RESTATED
    }

    public static final Status INTERIM = new Status(Kind.INTERIM, 0);

    @Override
    public String toString() {
      return kind == Kind.RESTATED ? "RESTATED " + restatement : kind.name();
    }
  }

  /** The day of as_of in UTC. */
  public LocalDate day() {
    return asOf.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
