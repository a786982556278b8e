package org.evenhand.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.schema.SkillFramework;
import org.evenhand.schema.SkillPolicies;
import org.evenhand.schema.SkillTargets;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldSkill;
import org.jspecify.annotations.Nullable;

/** The framework of skills with what is expected of each job family, as a table to join on. */
public final class SkillDimension implements Job {

  @Override
  public String name() {
    return "skill";
  }

  @Override
  public List<Table> reads() {
    return List.of();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldSkill.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    return JobResult.derived(
        context
            .tables()
            .edition(
                GoldSkill.TABLE,
                edition,
                rows(edition, SkillPolicies.of(context.policies())),
                context.stamp()));
  }

  /** One row per skill and family. */
  static List<Row> rows(Edition edition, SkillPolicies policies) {
    List<Row> rows = new ArrayList<>();
    for (SkillFramework.Skill skill : policies.framework().skills()) {
      for (String family : skill.families()) {
        rows.add(row(edition, policies, skill, family));
      }
    }
    return rows;
  }

  private static Row row(
      Edition edition, SkillPolicies policies, SkillFramework.Skill skill, String family) {
    SkillFramework.Crosswalk crosswalk = skill.crosswalk();
    Optional<SkillTargets.Target> target = policies.targets().of(family, skill.id());
    List<@Nullable Object> values = new ArrayList<>();
    values.add(edition.quarter());
    values.add(edition.id());
    values.add(skill.id());
    values.add(family);
    values.add(skill.identifier());
    values.add(crosswalk.codes().get("esco"));
    values.add(crosswalk.codes().get("onet"));
    values.add(crosswalk.codes().get("lightcast"));
    values.add(crosswalk.codes().get("sfia"));
    values.add(notMapped(crosswalk));
    values.add(skill.label());
    values.add(skill.statement());
    values.add(policies.framework().version());
    values.add(target.map(SkillTargets.Target::required).orElse(null));
    values.add(target.flatMap(SkillTargets.Target::growth).orElse(null));
    return RowFactory.create(values.toArray());
  }

  private static @Nullable String notMapped(SkillFramework.Crosswalk crosswalk) {
    String text =
        new TreeMap<>(crosswalk.reasons())
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    return text.isEmpty() ? null : text;
  }
}
