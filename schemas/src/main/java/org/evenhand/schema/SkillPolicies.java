package org.evenhand.schema;

/**
 * The policies of {@code policy/skills}: which skills there are, what is expected, what counts as
 * evidence.
 */
public record SkillPolicies(
    SkillFramework framework, SkillTargets targets, SkillEvidenceRules evidence) {
  static final String FOLDER = "skills/";

  /**
   * @throws SchemaException with every problem of the three files
   */
  public static SkillPolicies of(Policies policies) {
    Problems problems = new Problems("the policies of skills");
    SkillFramework framework =
        SkillFramework.read(reader(policies, "framework", problems), problems);
    SkillPolicies read =
        new SkillPolicies(
            framework,
            SkillTargets.read(reader(policies, "targets", problems), framework, problems),
            new SkillEvidenceParser(framework, problems)
                .read(reader(policies, "evidence", problems)));
    problems.throwIfAny();
    return read;
  }

  private static JsonObjectReader reader(Policies policies, String name, Problems problems) {
    return new JsonObjectReader(
        policies.get(FOLDER + name), "policy/%s%s.json: $".formatted(FOLDER, name), problems);
  }
}
