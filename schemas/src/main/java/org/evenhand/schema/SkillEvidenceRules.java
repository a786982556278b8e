package org.evenhand.schema;

import java.util.List;
import java.util.Map;

/**
 * What counts as evidence of which skill and how much: {@code policy/skills/evidence.json}.
 *
 * @param relations source a relation counts as, by kind of record (feedback, review)
 */
public record SkillEvidenceRules(
    Names names,
    Map<String, Map<String, String>> relations,
    List<Outcome> outcomes,
    Marks marks,
    Weights weights) {
  public SkillEvidenceRules {
    relations = Map.copyOf(relations);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Source a relation counts as.
   *
   * @param record feedback or review
   */
  public Map<String, String> sources(String record) {
    return relations.getOrDefault(record, Map.of());
  }

  /**
   * What sources call a skill.
   *
   * @param tags in lower case, the skills' own ids among them
   * @param goalCategories in lower case
   * @param questions {@code system/question}
   */
  public record Names(
      Map<String, String> tags, Map<String, String> goalCategories, Map<String, String> questions) {
    public Names {
      tags = Map.copyOf(tags);
      goalCategories = Map.copyOf(goalCategories);
      questions = Map.copyOf(questions);
    }
  }

  /** Skills an outcome of a job family speaks of. */
  public record Outcome(String measure, String family, List<String> skills) {
    public Outcome {
      skills = List.copyOf(skills);
    }
  }

  /**
   * Words and amounts as marks.
   *
   * @param satisfactionSkill skill a customer's mark on a ticket speaks of
   * @param satisfaction words in lower case to marks from 0 to 1
   * @param polarity directions in lower case to marks from -1 to 1
   * @param mostAttainment more attainment of a goal counts as this much
   */
  public record Marks(
      String satisfactionSkill,
      Map<String, Double> satisfaction,
      Map<String, Double> polarity,
      double mostAttainment) {
    public Marks {
      satisfaction = Map.copyOf(satisfaction);
      polarity = Map.copyOf(polarity);
    }
  }

  /**
   * How much evidence counts.
   *
   * @param sources by source
   * @param aiWritten factor of what a machine wrote or helped to write
   * @param unnamedRater factor where raters are named usually and one is not
   */
  public record Weights(Map<String, Double> sources, double aiWritten, double unnamedRater) {
    public Weights {
      sources = Map.copyOf(sources);
    }
  }
}
