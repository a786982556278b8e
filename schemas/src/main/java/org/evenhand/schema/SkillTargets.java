package org.evenhand.schema;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is expected of a job family, by skill: {@code policy/skills/targets.json}.
 *
 * @param byFamily family to skill to target
 */
public record SkillTargets(Map<String, Map<String, Target>> byFamily) {
  private static final double MOST = 4;

  public SkillTargets {
    byFamily = Map.copyOf(byFamily);
  }

  /**
   * A level in standard deviations between people from the family's mean.
   *
   * @param required level expected
   * @param growth planned growth a quarter while below it; empty when none is planned
   */
  public record Target(double required, Optional<Double> growth) {}

  /** Empty when nothing is expected. */
  public Optional<Target> of(String family, String skill) {
    return Optional.ofNullable(byFamily.getOrDefault(family, Map.of()).get(skill));
  }

  static SkillTargets read(JsonObjectReader json, SkillFramework framework, Problems problems) {
    json.required("version");
    json.required("description");
    JsonObjectReader families = json.object("families");
    Map<String, Map<String, Target>> byFamily = new TreeMap<>();
    for (String family : families.keys()) {
      JsonObjectReader skills = families.object(family);
      Map<String, Target> targets = new TreeMap<>();
      for (String skill : skills.keys()) {
        if (!framework.has(family, skill)) {
          problems.add(
              "%s: '%s' is no skill of %s in the framework"
                  .formatted(skills.where(), skill, family));
        }
        targets.put(skill, target(skills.object(skill)));
      }
      byFamily.put(family, Map.copyOf(targets));
    }
    json.done();
    return new SkillTargets(byFamily);
  }

  private static Target target(JsonObjectReader json) {
    double required = json.number("required", -MOST, MOST);
    Optional<Double> growth =
        json.has("growthPerQuarter")
            ? Optional.of(json.number("growthPerQuarter", 0, MOST))
            : Optional.empty();
    json.done();
    return new Target(required, growth);
  }
}
