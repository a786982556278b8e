package org.evenhand.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The skills levels are inferred for, in the shape of 1EdTech CASE: {@code
 * policy/skills/framework.json}.
 *
 * @param version version of the framework
 * @param families job families skills are looked for in
 */
public record SkillFramework(String version, List<String> families, List<Skill> skills) {
  private static final List<String> STANDARDS = List.of("onet", "esco", "lightcast", "sfia");
  private static final Pattern IDENTIFIER =
      Pattern.compile("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public SkillFramework {
    families = List.copyOf(families);
    skills = List.copyOf(skills);
  }

  /**
   * One skill.
   *
   * @param id used in evidence and reports
   * @param identifier of the CASE item
   */
  public record Skill(
      String id,
      String identifier,
      String label,
      String statement,
      List<String> families,
      Crosswalk crosswalk) {
    public Skill {
      families = List.copyOf(families);
    }
  }

  /**
   * The same skill in public standards.
   *
   * @param codes by standard
   * @param reasons why there is no code, by standard
   */
  public record Crosswalk(Map<String, String> codes, Map<String, String> reasons) {
    public Crosswalk {
      codes = Map.copyOf(codes);
      reasons = Map.copyOf(reasons);
    }
  }

  /** Whether there is such a skill. */
  public boolean has(String id) {
    return skills.stream().anyMatch(skill -> skill.id().equals(id));
  }

  /** Whether a skill is looked for in a job family. */
  public boolean has(String family, String id) {
    return skills.stream()
        .anyMatch(skill -> skill.id().equals(id) && skill.families().contains(family));
  }

  static SkillFramework read(JsonObjectReader json, Problems problems) {
    json.required("version");
    json.required("description");
    JsonObjectReader document = json.object("document");
    identifier(document, problems);
    List.of("title", "language", "licence").forEach(document::required);
    JsonObjectReader standards = document.object("standards");
    STANDARDS.forEach(standards::required);
    String version = document.required("version");
    standards.done();
    document.done();
    List<String> families = json.texts("families");
    List<Skill> skills = new ArrayList<>();
    for (JsonObjectReader item : json.objects("items")) {
      skills.add(skill(item, families, problems));
    }
    json.done();
    twice(skills.stream().map(Skill::id).toList(), "skillId", problems);
    twice(skills.stream().map(Skill::identifier).toList(), "identifier", problems);
    return new SkillFramework(version, families, skills);
  }

  private static Skill skill(JsonObjectReader item, List<String> families, Problems problems) {
    List<String> own = item.texts("families");
    if (own.isEmpty()) {
      problems.add("%s: a skill belongs to at least one job family".formatted(item.where()));
    }
    own.stream()
        .filter(family -> !families.contains(family))
        .forEach(
            family ->
                problems.add(
                    "%s: job family '%s' is not among %s"
                        .formatted(item.where(), family, families)));
    Skill skill =
        new Skill(
            item.required("skillId"),
            identifier(item, problems),
            item.required("label"),
            item.required("statement"),
            own,
            crosswalk(item.object("crosswalk"), problems));
    item.done();
    return skill;
  }

  private static String identifier(JsonObjectReader json, Problems problems) {
    String found = json.required("identifier");
    if (!IDENTIFIER.matcher(found).matches()) {
      problems.add("%s: 'identifier' is '%s', no urn:uuid".formatted(json.where(), found));
    }
    return found;
  }

  private static Crosswalk crosswalk(JsonObjectReader json, Problems problems) {
    Map<String, String> codes = new TreeMap<>();
    Map<String, String> reasons = new TreeMap<>();
    for (String standard : STANDARDS) {
      JsonObjectReader entry = json.object(standard);
      if (entry.has("id") == entry.has("reason")) {
        problems.add("%s: give either an id or the reason for none".formatted(entry.where()));
      }
      if (entry.has("id")) {
        codes.put(standard, entry.required("id"));
        entry.required("name");
      } else {
        reasons.put(standard, entry.text("reason", ""));
      }
      entry.done();
    }
    json.done();
    return new Crosswalk(codes, reasons);
  }

  private static void twice(List<String> ids, String what, Problems problems) {
    Set<String> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id))
        .distinct()
        .forEach(id -> problems.add("$.items: %s '%s' is there twice".formatted(what, id)));
  }
}
