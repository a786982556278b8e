package org.evenhand.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything wrong with the shipped contracts, mappings and policies, and with those of a
 * directory.
 *
 * @param contracts files read as table contracts
 * @param mappings files read as source mappings
 * @param policies files read as policies
 * @param problems in the words a person reads; empty = all files can be used
 */
public record ContractCheck(int contracts, int mappings, int policies, List<String> problems) {
  public ContractCheck {
    problems = List.copyOf(problems);
  }

  /** Checks what this version ships. */
  public static ContractCheck shipped() {
    return check(
        SchemaFiles.contracts(), SchemaFiles.under("sources"), SchemaFiles.under("policy"));
  }

  /**
   * Checks what this version ships together with a directory of mappings, as {@code --sources}
   * takes it. A file with the key {@code layer} is read as a table contract.
   */
  public static ContractCheck with(Path directory) {
    Map<String, String> contracts = new TreeMap<>(SchemaFiles.contracts());
    Map<String, String> mappings = new TreeMap<>(SchemaFiles.under("sources"));
    if (!Files.isDirectory(directory)) {
      return new ContractCheck(
          0, 0, 0, List.of("%s: there is no such directory".formatted(directory)));
    }
    try {
      SchemaFiles.read(directory)
          .forEach(
              (path, json) ->
                  (isContract(json) ? contracts : mappings).put(directory + "/" + path, json));
    } catch (IOException e) {
      return new ContractCheck(0, 0, 0, List.of("%s: %s".formatted(directory, e)));
    }
    return check(contracts, mappings, SchemaFiles.under("policy"));
  }

  private static boolean isContract(String json) {
    try {
      return StrictJson.read("", json).has("layer");
    } catch (SchemaException e) {
      return false;
    }
  }

  static ContractCheck check(
      Map<String, String> contracts, Map<String, String> mappings, Map<String, String> policies) {
    List<String> problems = new ArrayList<>();
    try {
      Contracts readable = Contracts.of(contracts);
      Mappings unused = Mappings.of(mappings, readable);
    } catch (SchemaException e) {
      problems.addAll(e.problems());
    }
    policies.forEach((path, json) -> policy("policy/" + path, json, problems));
    skills(policies, problems);
    return new ContractCheck(contracts.size(), mappings.size(), policies.size(), problems);
  }

  private static void skills(Map<String, String> policies, List<String> problems) {
    if (policies.keySet().stream().noneMatch(path -> path.startsWith(SkillPolicies.FOLDER))) {
      return;
    }
    try {
      SkillPolicies unused = SkillPolicies.of(Policies.of(policies));
    } catch (SchemaException e) {
      problems.addAll(e.problems());
    }
  }

  private static void policy(String path, String json, List<String> problems) {
    try {
      JsonNode policy = StrictJson.read(path, json);
      for (String key : List.of("version", "description")) {
        if (policy.path(key).asText().isBlank()) {
          problems.add("%s: $: '%s' is missing".formatted(path, key));
        }
      }
    } catch (SchemaException e) {
      e.problems().forEach(problem -> problems.add(path + ": " + problem));
    }
  }
}
