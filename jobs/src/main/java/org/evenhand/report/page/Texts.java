package org.evenhand.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fixed words of the reports, from policy report_texts.json. */
public final class Texts {
  private final JsonNode policy;
  private final Map<String, String> skills = new HashMap<>();

  /**
   * @param policy the parsed policy report_texts.json
   * @param framework the parsed policy skills/framework.json
   */
  public Texts(JsonNode policy, JsonNode framework) {
    this.policy = policy;
    framework
        .path("items")
        .forEach(item -> skills.put(item.path("skillId").asText(), item.path("label").asText()));
  }

  /** What a report may and may not be used for. */
  public Use use(String kind) {
    JsonNode node = policy.path("use").path(kind);
    return new Use(
        node.path("audience").asText(), node.path("may").asText(), node.path("mustNot").asText());
  }

  /** A decision to ask for, due some days after the knowledge date. */
  public Decision decision(String key, LocalDate asOf, List<String> details) {
    JsonNode node = policy.path("decisions").path(key);
    LocalDate due = asOf.plusDays(node.path("days").asLong());
    return new Decision(
        node.path("title").asText(), details, node.path("owner").asText(), due.toString());
  }

  /** Title, consequence and owner of a pattern that looks implausible. */
  public Pattern pattern(String key) {
    JsonNode node = policy.path("plausibility").path(key);
    return node.isArray()
        ? new Pattern(node.path(0).asText(), node.path(1).asText(), node.path(2).asText())
        : new Pattern(key.replace('_', ' '), "", "");
  }

  /** Who can mend what a source delivers. */
  public String owner(String source) {
    JsonNode owners = policy.path("owners");
    String system = source.contains("/") ? source.substring(0, source.indexOf('/')) : source;
    return owners.path(system).asText(owners.path("*").asText());
  }

  /**
   * A broken rule in words, with the records it is about; rules of a contract are words already.
   */
  public String rule(String id) {
    String[] parts = id.split(": ", 2);
    JsonNode words = policy.path("rules").path(parts[0]);
    if (words.isMissingNode() || parts.length < 2) {
      return id;
    }
    String records = parts[1].substring(parts[1].indexOf('.') + 1).replace('_', ' ');
    return "%s (%s)".formatted(words.asText(), records);
  }

  /** A family of sources in words. */
  public String family(String key) {
    return policy.path("families").path(key).asText(key.replace('_', ' '));
  }

  /** A condition a rep does not control, in words. */
  public String condition(String key) {
    return policy.path("conditions").path(key).asText(key.replace('_', ' '));
  }

  /** A skill by the name the framework gives it. */
  public String skill(String id) {
    return skills.getOrDefault(id, id);
  }

  /**
   * A key of gold.fact about skills, in words.
   *
   * @param kind sources, standings, views, advice, checks, leftOut or raters
   */
  public String ofSkills(String kind, String key) {
    return policy.path("skills").path(kind).path(key).asText(key.replace('_', ' '));
  }

  /** A question to start a conversation with; {what} and {number} stand for what it is about. */
  public String question(String key) {
    return policy.path("questions").path(key).asText();
  }

  /** What a report should say and cannot, each with the reason. */
  public List<Entry> unmeasured(String kind) {
    return entries(policy.path("unmeasured").path(kind));
  }

  /** What rests on a family of sources. */
  public String effect(String key) {
    return policy.path("effects").path(key).asText("");
  }

  public List<Entry> method() {
    return entries(policy.path("method"));
  }

  public List<Entry> glossary() {
    return entries(policy.path("glossary"));
  }

  public List<String> limits() {
    List<String> limits = new ArrayList<>();
    policy.path("limits").forEach(node -> limits.add(node.asText()));
    return List.copyOf(limits);
  }

  private static List<Entry> entries(JsonNode nodes) {
    List<Entry> entries = new ArrayList<>();
    nodes.forEach(node -> entries.add(new Entry(node.path(0).asText(), node.path(1).asText())));
    return List.copyOf(entries);
  }

  /** The first block of every report. */
  public record Use(String audience, String may, String mustNot) {}

  /** Something the reader is asked to decide. */
  public record Decision(String title, List<String> details, String owner, String due) {
    public Decision {
      details = List.copyOf(details);
    }
  }

  /** A pattern in records, what it does to the figures, and who can mend it. */
  public record Pattern(String title, String consequence, String owner) {}

  /** A term and what it means. */
  public record Entry(String term, String meaning) {}
}
