package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The shipped skill policies, and what is said of broken ones. */
class SkillPoliciesTest {

  @Test
  void everyFamilyHasEightToFourteenSkills() {
    SkillFramework framework = SkillPolicies.of(Policies.bundled()).framework();
    assertThat(framework.families()).containsExactly("SDR", "AE", "CSM", "SUPPORT", "MANAGER");
    for (String family : framework.families()) {
      assertThat(framework.skills().stream().filter(s -> s.families().contains(family)).count())
          .as(family)
          .isBetween(8L, 14L);
    }
  }

  /** S1-42, S1-43, S1-44. */
  @Test
  void relationshipNegotiationAndMarketAreSkillsWithEvidenceOfTheirOwn() {
    SkillPolicies policies = SkillPolicies.of(Policies.bundled());
    List<String> measured =
        policies.evidence().outcomes().stream().flatMap(o -> o.skills().stream()).toList();
    assertThat(measured).contains("SK-RELATIONSHIP", "SK-NEGOTIATION", "SK-MARKET");
  }

  @Test
  void codesAreGivenOrTheirAbsenceIsSaid() {
    SkillFramework.Skill negotiation =
        SkillPolicies.of(Policies.bundled()).framework().skills().stream()
            .filter(skill -> skill.id().equals("SK-NEGOTIATION"))
            .findFirst()
            .orElseThrow();
    assertThat(negotiation.crosswalk().codes()).containsExactly(Map.entry("onet", "2.B.1.d"));
    assertThat(negotiation.crosswalk().reasons())
        .containsOnlyKeys("esco", "lightcast", "sfia")
        .containsValue("not mapped");
  }

  @Test
  void targetsAreOfSkillsOfTheFamilyAndMayBeMissing() {
    SkillTargets targets = SkillPolicies.of(Policies.bundled()).targets();
    assertThat(targets.of("AE", "SK-NEGOTIATION").orElseThrow().required()).isEqualTo(-0.5);
    assertThat(targets.of("SUPPORT", "SK-NEGOTIATION")).isEmpty();
  }

  @Test
  void allProblemsOfAllThreeFilesAreToldAtOnce() {
    Map<String, String> files = new TreeMap<>(SchemaFiles.under("policy"));
    files.computeIfPresent(
        "skills/framework.json",
        (path, json) ->
            json.replaceFirst("\"SK-MARKET\"", "\"SK-PRODUCT\"").replaceFirst("urn:uuid:", "urn:"));
    files.computeIfPresent(
        "skills/targets.json", (path, json) -> json.replaceFirst("-1.0", "\"high\""));
    files.computeIfPresent(
        "skills/evidence.json",
        (path, json) -> json.replaceFirst("\"UPWARD\": \"PEER\"", "\"UPWARD\": \"FRIEND\""));

    assertThat(ContractCheck.check(Map.of(), Map.of(), files).problems())
        .anySatisfy(problem -> assertThat(problem).contains("no urn:uuid"))
        .anySatisfy(problem -> assertThat(problem).contains("'SK-PRODUCT' is there twice"))
        .anySatisfy(problem -> assertThat(problem).contains("'SK-MARKET' is no skill of"))
        .anySatisfy(problem -> assertThat(problem).contains("must be a number from -4.0 to 4.0"))
        .anySatisfy(problem -> assertThat(problem).contains("skill 'SK-MARKET' is not in"))
        .anySatisfy(problem -> assertThat(problem).contains("'FRIEND' is not one of [PEER"));
  }

  @Test
  void useOfAiCannotBeMadeEvidenceByPolicy() {
    Map<String, String> files = new TreeMap<>(SchemaFiles.under("policy"));
    files.computeIfPresent(
        "skills/evidence.json",
        (path, json) ->
            json.replaceFirst("\"tags\"", "\"aiUsage\": {\"SK-PRODUCT\": 1}, \"tags\""));

    assertThatThrownBy(() -> SkillPolicies.of(Policies.of(files)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("unknown key 'aiUsage'");
  }
}
