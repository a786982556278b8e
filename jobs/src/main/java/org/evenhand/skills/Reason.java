package org.evenhand.skills;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Why an item of evidence does not count; the last three are only something to know about it. */
enum Reason {
  /** No skill is tagged. */
  NO_SKILL,
  /** The tag or question is not in the policy. */
  UNKNOWN_SKILL,
  /** No mark was given. */
  NO_SCORE,
  /** The ends of the scale are missing or equal. */
  NO_SCALE,
  /** The mark lies outside its own scale. */
  OUT_OF_SCALE,
  /** When it happened is not recorded. */
  NO_DATE,
  /** It is dated after the knowledge date. */
  FUTURE_DATE,
  /** The same item came before under the same id. */
  DUPLICATE,
  /** Written and never given. */
  DRAFT,
  /** A talk that was planned or cancelled. */
  NOT_HELD,
  /** A goal still open, a check-in that was missed. */
  NOT_DONE,
  /** Taken back where it came from. */
  WITHDRAWN,
  /** A goal archived or deleted: what was reached by then does not compare. */
  ENDED_EARLY,
  /** Private: counted, never used. */
  PRIVATE,
  /** Belongs to several people. */
  NOT_ATTRIBUTABLE,
  /** The policy does not say as which source this relation counts. */
  RELATION_NOT_USED,
  /** The person had no job family with a framework on that day. */
  NO_ROLE,
  /** The outcome has no number. */
  NO_NUMBER,
  /** Nobody differs by more than chance, so a difference tells nothing. */
  NO_DIFFERENCES,
  /** A challenge found the person right. */
  CHALLENGE_UPHELD,
  /** A challenge is open; the item still counts. */
  CHALLENGE_OPEN,
  /** Who gave it is not in the records; kept without rater and with less weight. */
  UNKNOWN_RATER,
  /** Not a skill of the job family; the item counts. */
  OUTSIDE_FAMILY;

  private static final Set<Reason> TAKEN_BACK = Set.of(WITHDRAWN, ENDED_EARLY);

  Column column() {
    return functions.lit(name());
  }

  /** Whether the item stood once: its status is WITHDRAWN and not REJECTED. */
  static Column takenBack(Column reason) {
    return reason.isin(TAKEN_BACK.stream().map(Enum::name).sorted().toArray());
  }
}
