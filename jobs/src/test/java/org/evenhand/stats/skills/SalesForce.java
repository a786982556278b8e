package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * A sales force with known skills: a manager and eight reps a team, eight skills a rep; the manager
 * and five peers rate all skills of a rep, calls are scored by the AI model and version in force,
 * outcomes and assessments name nobody. 72 items a skill over a year: 36,864 in all with 8 teams.
 */
final class SalesForce {
  static final int WEEKS = 52;
  static final Kernel KERNEL = new Kernel(0.4, 0.35, 16);
  private static final int REPS_OF_A_TEAM = 8;
  private static final int SKILLS = 8;
  private static final int PEERS = 5;
  private static final int VERSION_WEEKS = 18;

  /** Offset, loading, deviation, rater and person, severity. */
  static final Map<String, SkillParameters.Source> SOURCES = new LinkedHashMap<>();

  private static final Map<String, Integer> ITEMS = new LinkedHashMap<>();

  static {
    source("assessment", new SkillParameters.Source(0, 1, 0.4, 0, 0), 4);
    source("outcome", new SkillParameters.Source(0.1, 0.6, 0.9, 0, 0), 8);
    source("manager", new SkillParameters.Source(0.2, 1, 0.6, 0.06, 0.12), 20);
    source("peer", new SkillParameters.Source(0.4, 0.8, 0.85, 0.09, 0.2), 20);
    source("ai_call", new SkillParameters.Source(-0.1, 0.7, 0.7, 0.03, 0.08), 20);
  }

  private static void source(String name, SkillParameters.Source source, int items) {
    SOURCES.put(name, source);
    ITEMS.put(name, items);
  }

  /** What is true of one skill of one rep. */
  @SuppressWarnings("ArrayRecordComponent")
  record Skill(Evidence.Subject subject, String manager, double[] levels, List<Evidence> evidence) {
    double change() {
      return levels[WEEKS] - levels[WEEKS - (int) LocalSolve.CHANGE_WEEKS];
    }
  }

  private final Random random;
  private final int teams;
  private final double declining;
  private final double halo;
  final List<Skill> skills = new ArrayList<>();
  final Map<String, Double> severities = new LinkedHashMap<>();
  private final Map<String, Double> opinions = new LinkedHashMap<>();

  /**
   * @param declining share of skills that fall by 0.4 to 1.2 over the last 12 weeks on top of their
   *     curve
   * @param halo share of what a rater thinks of a person that is the same for all skills
   */
  SalesForce(long seed, int teams, double declining, double halo) {
    this.random = new Random(seed);
    this.teams = teams;
    this.declining = declining;
    this.halo = halo;
    for (int team = 0; team < teams; team++) {
      for (int rep = 0; rep < REPS_OF_A_TEAM; rep++) {
        rep(team, rep);
      }
    }
  }

  List<Evidence> evidence() {
    return skills.stream().flatMap(skill -> skill.evidence().stream()).toList();
  }

  private static String name(int team, int rep) {
    return "T%02dR%d".formatted(team, rep);
  }

  private void rep(int team, int rep) {
    String family = team % 2 == 0 ? "AE" : "SE";
    for (int s = 0; s < SKILLS; s++) {
      Evidence.Subject subject = new Evidence.Subject(name(team, rep), "S" + s, family);
      double[] levels = levels(family.equals("AE") ? 0.2 * s - 0.5 : 0.3 - 0.1 * s);
      List<Evidence> evidence = new ArrayList<>();
      SOURCES.forEach(
          (name, source) -> {
            for (int i = 0; i < ITEMS.getOrDefault(name, 0); i++) {
              evidence.add(
                  item(
                      "%s-%s-%d".formatted(subject.rep(), subject.skill(), evidence.size()),
                      subject,
                      rater(name, team, rep),
                      new Kind(name, source),
                      levels));
            }
          });
      skills.add(new Skill(subject, "M" + team, levels, evidence));
    }
  }

  private double[] levels(double mean) {
    double[] levels = TrueCurve.of(KERNEL, WEEKS, random);
    double lasting = mean + Math.sqrt(KERNEL.lasting()) * random.nextGaussian();
    double fall = random.nextDouble() < declining ? 0.4 + 0.8 * random.nextDouble() : 0;
    for (int week = 0; week <= WEEKS; week++) {
      double fallen = Math.max(0, week - (WEEKS - LocalSolve.CHANGE_WEEKS));
      levels[week] += lasting - fall * fallen / LocalSolve.CHANGE_WEEKS;
    }
    return levels;
  }

  private record Kind(String name, SkillParameters.Source source) {}

  private Evidence item(
      String id, Evidence.Subject subject, IntFunction<String> raters, Kind kind, double[] levels) {
    int week = random.nextInt(WEEKS + 1);
    String rater = raters.apply(week);
    SkillParameters.Source source = kind.source();
    double value =
        source.offset()
            + source.loading() * levels[week]
            + source.deviation() * random.nextGaussian();
    if (!rater.isEmpty()) {
      value += drawn(severities, kind.name() + "|" + rater, source.severityVariance());
      String person = kind.name() + "|" + rater + "|" + subject.rep();
      value += drawn(opinions, person, halo * source.pairVariance());
      value += drawn(opinions, person + subject.skill(), (1 - halo) * source.pairVariance());
    }
    return new Evidence(
        id,
        subject,
        new Evidence.Origin(kind.name(), rater),
        new Evidence.Reading(week, value, 1, 0));
  }

  private double drawn(Map<String, Double> known, String key, double variance) {
    return known.computeIfAbsent(key, name -> Math.sqrt(variance) * random.nextGaussian());
  }

  /** Three peers of the team, two of the next; one AI model for every other team. */
  private IntFunction<String> rater(String source, int team, int rep) {
    return switch (source) {
      case "manager" -> week -> "M" + team;
      case "ai_call" -> week -> "model%d-v%d".formatted(team % 2, week / VERSION_WEEKS);
      case "peer" -> {
        int peer = random.nextInt(PEERS);
        String name =
            peer < 3
                ? name(team, (rep + 1 + peer) % REPS_OF_A_TEAM)
                : name((team + 1) % teams, (rep + peer) % REPS_OF_A_TEAM);
        yield week -> name;
      }
      default -> week -> "";
    };
  }
}
