package org.evenhand.estimate;

import java.util.List;
import java.util.Optional;
import org.evenhand.stats.skills.FitOptions;
import org.evenhand.stats.skills.SkillParameters;

/**
 * Columns and settings of skill inference.
 *
 * @param parameters fixed; empty: fitted to the table
 * @param asOf week the levels are asked for, later evidence is left out; empty: the last week there
 *     is
 * @param target level the role asks for
 * @param values how values are read
 * @param fit how parameters are fitted
 */
public record SkillsOptions(
    Columns columns,
    Optional<SkillParameters> parameters,
    Optional<Double> asOf,
    Optional<Double> target,
    Values values,
    FitOptions fit) {

  /**
   * @param scale smallest and largest value that can have been given
   * @param ratings sources whose values are categories, to be turned into normal scores
   */
  public record Values(Optional<Scale> scale, List<String> ratings) {
    public Values {
      ratings = List.copyOf(ratings);
    }

    /** As they are. */
    public static Values plain() {
      return new Values(Optional.empty(), List.of());
    }
  }

  /** Names of the columns that must be there. */
  public record Columns(
      String rep,
      String skill,
      String family,
      String source,
      String rater,
      String week,
      String value,
      Extra extra) {
    /** Columns used when they are there. */
    public record Extra(String id, String weight, String error, String low, String high) {}

    /** The names of the reference case. */
    public static Columns standard() {
      return new Columns(
          "rep_id",
          "skill_id",
          "job_family",
          "source_type",
          "rater_id",
          "t_week",
          "value",
          new Extra("evidence_id", "weight", "value_se", "score_min", "score_max"));
    }
  }

  /** Ends of a rating scale, both allowed. */
  public record Scale(double low, double high) {
    boolean holds(double value) {
      return value >= low && value <= high;
    }
  }
}
