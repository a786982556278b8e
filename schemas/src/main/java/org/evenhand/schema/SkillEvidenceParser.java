package org.evenhand.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@link SkillEvidenceRules}, noting all problems, and unknown skills among them. */
final class SkillEvidenceParser {
  private static final double LIGHTEST = 0.001;
  private static final double HEAVIEST = 100;
  private static final List<String> KINDS = List.of("feedback", "review");
  private static final List<String> MEASURES = List.of("win", "amount");
  private final SkillFramework framework;
  private final Problems problems;

  SkillEvidenceParser(SkillFramework framework, Problems problems) {
    this.framework = framework;
    this.problems = problems;
  }

  SkillEvidenceRules read(JsonObjectReader json) {
    json.required("version");
    json.required("description");
    SkillEvidenceRules.Names names =
        new SkillEvidenceRules.Names(
            tags(json.object("tags")),
            words(json.object("goalCategories")),
            questions(json.objects("questions")));
    SkillEvidenceRules rules =
        new SkillEvidenceRules(
            names,
            relations(json.object("relations")),
            json.objects("outcomes").stream().map(this::outcome).toList(),
            marks(json),
            weights(json.object("weights")));
    json.done();
    return rules;
  }

  private Map<String, String> tags(JsonObjectReader json) {
    Map<String, String> tags = new TreeMap<>(words(json));
    framework.skills().forEach(skill -> tags.put(lower(skill.id()), skill.id()));
    return tags;
  }

  private Map<String, String> words(JsonObjectReader json) {
    Map<String, String> skills = new TreeMap<>();
    for (String word : json.keys()) {
      skills.put(lower(word), skill(json, json.required(word)));
    }
    return skills;
  }

  private Map<String, String> questions(List<JsonObjectReader> entries) {
    Map<String, String> questions = new TreeMap<>();
    for (JsonObjectReader entry : entries) {
      String key = entry.required("system") + "/" + entry.required("question");
      if (questions.put(key, skill(entry, entry.required("skill"))) != null) {
        problems.add("%s: question '%s' is there twice".formatted(entry.where(), key));
      }
      entry.done();
    }
    return questions;
  }

  private Map<String, Map<String, String>> relations(JsonObjectReader json) {
    Map<String, Map<String, String>> relations = new TreeMap<>();
    for (String kind : KINDS) {
      JsonObjectReader entries = json.object(kind);
      Map<String, String> sources = new TreeMap<>();
      for (String relation : entries.keys()) {
        sources.put(relation, oneOf(entries, entries.required(relation), sources()));
      }
      relations.put(kind, Map.copyOf(sources));
    }
    json.done();
    return relations;
  }

  private SkillEvidenceRules.Outcome outcome(JsonObjectReader json) {
    SkillEvidenceRules.Outcome outcome =
        new SkillEvidenceRules.Outcome(
            oneOf(json, json.required("measure"), MEASURES),
            oneOf(json, json.required("family"), framework.families()),
            json.texts("skills").stream().map(skill -> skill(json, skill)).toList());
    json.done();
    return outcome;
  }

  private SkillEvidenceRules.Marks marks(JsonObjectReader json) {
    JsonObjectReader satisfaction = json.object("satisfaction");
    JsonObjectReader goals = json.object("goals");
    SkillEvidenceRules.Marks marks =
        new SkillEvidenceRules.Marks(
            skill(satisfaction, satisfaction.required("skill")),
            numbers(satisfaction.object("words"), 0, 1),
            numbers(json.object("polarity"), -1, 1),
            goals.number("mostAttainment", 1, Double.MAX_VALUE));
    satisfaction.done();
    goals.done();
    return marks;
  }

  private SkillEvidenceRules.Weights weights(JsonObjectReader json) {
    JsonObjectReader sources = json.object("sources");
    Map<String, Double> bySource = new TreeMap<>();
    sources().forEach(source -> bySource.put(source, weight(sources, source, HEAVIEST)));
    sources.done();
    SkillEvidenceRules.Weights weights =
        new SkillEvidenceRules.Weights(
            bySource, weight(json, "aiWritten", 1), weight(json, "unnamedRater", 1));
    json.done();
    return weights;
  }

  /** Weight 0 would be infinite noise. */
  private static double weight(JsonObjectReader json, String key, double most) {
    return json.number(key, LIGHTEST, most);
  }

  private static Map<String, Double> numbers(JsonObjectReader json, double least, double most) {
    Map<String, Double> numbers = new TreeMap<>();
    json.keys().forEach(word -> numbers.put(lower(word), json.number(word, least, most)));
    return numbers;
  }

  private String skill(JsonObjectReader json, String id) {
    if (!framework.has(id)) {
      problems.add(
          "%s: skill '%s' is not in the framework%s"
              .formatted(
                  json.where(),
                  id,
                  NearMiss.suggestion(
                      id, framework.skills().stream().map(SkillFramework.Skill::id).toList())));
    }
    return id;
  }

  private String oneOf(JsonObjectReader json, String found, List<String> allowed) {
    if (!allowed.contains(found)) {
      problems.add("%s: '%s' is not one of %s".formatted(json.where(), found, allowed));
    }
    return found;
  }

  private static List<String> sources() {
    return Contracts.bundled()
        .get(TableName.parse("gold.skill_evidence"))
        .column("source_type")
        .orElseThrow()
        .constraints()
        .allowed();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
