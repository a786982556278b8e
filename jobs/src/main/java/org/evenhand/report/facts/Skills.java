package org.evenhand.report.facts;

import java.util.List;
import java.util.Set;

/**
 * Skills inferred from evidence: the keys under which gold.fact holds them. A dimension has parts:
 * the skill first, then what the measure is cut by.
 */
public final class Skills {
  public static final String LEVEL = "skill_level";
  public static final String REQUIRED = "skill_required";
  public static final String STANDING = "skill_standing";
  public static final String CHANGE = "skill_change";
  public static final String ITEM = "skill_item";
  public static final String WITHOUT = "skill_without";
  public static final String SOURCE = "skill_source";
  public static final String NEXT = "skill_next";
  public static final String STALL = "skill_stall";
  public static final String ADVICE = "skill_advice";
  public static final String NEED = "skill_need";
  public static final String DISPUTED = "skill_disputed";
  public static final String STALLS = "skill_stalls";
  public static final String MOVED = "skill_moved";
  public static final String CALIBRATION = "skill_calibration";
  public static final String EVIDENCE = "skill_evidence";
  public static final String LEFT_OUT = "skill_evidence_left_out";
  public static final String RATERS = "skill_raters";

  /** What can be said of a skill, in the order reports use. */
  public static final List<String> STANDINGS = List.of("HAS", "LACKS", "UNKNOWN", "CONFLICT");

  private static final String PERIOD = "now";
  private static final String FAMILY = "skill_";

  /** Distances from the average of the job family, which print with their sign. */
  private static final Set<String> POINTS =
      Set.of(LEVEL, REQUIRED, CHANGE, ITEM, WITHOUT, SOURCE, STALL);

  private Skills() {}

  /** The fact of a measure under a dimension made of parts. */
  public static Fact fact(FactSet facts, Subject subject, String measure, String... parts) {
    return facts.get(new FactKey(subject, measure, String.join("|", parts), PERIOD));
  }

  /** The facts of a measure about one skill. */
  public static List<Fact> about(FactSet facts, Subject subject, String measure, String skill) {
    return facts.of(subject, measure).stream().filter(fact -> part(fact, 0).equals(skill)).toList();
  }

  /** A part of a fact's dimension; empty when it has not so many. The last part keeps its bars. */
  public static String part(Fact fact, int at) {
    String[] parts = fact.key().dimension().split("\\|", 4);
    return at < parts.length ? parts[at] : "";
  }

  /** Whether a fact is about skills: their page says what there is, also when there is none. */
  public static boolean isAboutSkills(FactKey key) {
    return key.measure().startsWith(FAMILY);
  }

  /** Whether a fact is a distance from average, which prints with its sign. */
  public static boolean isDistance(FactKey key) {
    return POINTS.contains(key.measure());
  }
}
