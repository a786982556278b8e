package org.evenhand.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Thresholds, weights and maps as data. Each file's shape is read by the domain that uses it. */
public final class Policies {
  private final Map<String, JsonNode> byName;

  private Policies(Map<String, JsonNode> byName) {
    this.byName = byName;
  }

  /** The policies shipped with this version. */
  public static Policies bundled() {
    return of(SchemaFiles.under("policy"));
  }

  /** Parses files named {@code <policy>.json}. */
  public static Policies of(Map<String, String> files) {
    Map<String, JsonNode> parsed = new TreeMap<>();
    new TreeMap<>(files)
        .forEach(
            (path, json) ->
                parsed.put(
                    path.replaceFirst("\\.json$", ""), StrictJson.read("policy " + path, json)));
    return new Policies(parsed);
  }

  /**
   * These policies with further files on top; a file of the same name replaces the whole policy.
   */
  public Policies with(Map<String, String> files) {
    Map<String, JsonNode> merged = new TreeMap<>(byName);
    merged.putAll(of(files).byName);
    return new Policies(merged);
  }

  /**
   * @throws IllegalArgumentException naming the known policies when there is no such policy
   */
  public JsonNode get(String name) {
    JsonNode policy = byName.get(name);
    if (policy == null) {
      throw new IllegalArgumentException(
          "Cannot find policy '%s': known policies are %s. Add schemas/policy/%s.json."
              .formatted(name, byName.keySet(), name));
    }
    return policy;
  }

  /** All policies as one canonical text, for the configuration hash. */
  public String canonical() {
    return byName.toString();
  }
}
