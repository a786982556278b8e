package org.evenhand.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.errors.UserException;
import org.evenhand.estimate.SkillParametersJson;
import org.evenhand.estimate.SkillsEstimate;
import org.evenhand.estimate.SkillsOptions;
import org.evenhand.stats.skills.FitOptions;
import org.evenhand.stats.skills.Tails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what skills is told and runs it. */
@Command(
    name = "skills",
    mixinStandardHelpOptions = true,
    description = {
      "Skill levels from evidence of many sources: level and interval, what each item and source",
      "contributes, what the level would be without it, and where sources conflict.",
      "Columns weight, value_se, evidence_id, score_min and score_max are used when they are there."
    })
final class EstimateSkillsCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--rep", defaultValue = "rep_id", description = "Person (${DEFAULT-VALUE}).")
  private String rep = "rep_id";

  @Option(names = "--skill", defaultValue = "skill_id", description = "Skill (${DEFAULT-VALUE}).")
  private String skill = "skill_id";

  @Option(
      names = "--family",
      defaultValue = "job_family",
      description = "Job family at the time (${DEFAULT-VALUE}).")
  private String family = "job_family";

  @Option(
      names = "--source",
      defaultValue = "source_type",
      description = "Kind of witness (${DEFAULT-VALUE}).")
  private String source = "source_type";

  @Option(
      names = "--rater",
      defaultValue = "rater_id",
      description = "Who said it; blank: nobody is named (${DEFAULT-VALUE}).")
  private String rater = "rater_id";

  @Option(names = "--time", defaultValue = "t_week", description = "Week (${DEFAULT-VALUE}).")
  private String time = "t_week";

  @Option(names = "--value", defaultValue = "value", description = "Value (${DEFAULT-VALUE}).")
  private String value = "value";

  @Option(
      names = "--params",
      paramLabel = "FILE",
      description = "Fixed parameters (JSON) instead of a fit to the table.")
  private Optional<Path> parameters = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "WEEK",
      description = "Week the levels are asked for; later evidence is left out.")
  private Optional<Double> asOf = Optional.empty();

  @Option(names = "--target", description = "Level the role asks for: adds verdicts.")
  private Optional<Double> target = Optional.empty();

  @Option(
      names = "--scale",
      split = ",",
      paramLabel = "LOW,HIGH",
      description = "Smallest and largest value that can have been given.")
  private List<Double> scale = List.of();

  @Option(
      names = "--normal-scores",
      split = ",",
      paramLabel = "SOURCE",
      description = "Sources whose values are categories: turned into normal scores.")
  private List<String> ratings = List.of();

  @Option(
      names = "--tails",
      paramLabel = "NU",
      description = "Fit: robust weights of Student's t with these degrees of freedom, such as 6.")
  private Optional<Double> tails = Optional.empty();

  @Option(names = "--seed", defaultValue = "1", description = "Of the fit (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() {
    SkillsOptions options =
        new SkillsOptions(
            new SkillsOptions.Columns(
                rep,
                skill,
                family,
                source,
                rater,
                time,
                value,
                SkillsOptions.Columns.standard().extra()),
            parameters.map(SkillParametersJson::read),
            asOf,
            target,
            new SkillsOptions.Values(scale(), ratings),
            FitOptions.standard(seed).withTails(tails.map(Tails::new).orElse(Tails.GAUSSIAN)));
    return files.print(SkillsEstimate.of(files.table(), options));
  }

  private Optional<SkillsOptions.Scale> scale() {
    if (scale.isEmpty()) {
      return Optional.empty();
    }
    if (scale.size() != 2 || scale.get(0) >= scale.get(1)) {
      throw UserException.usage(
          "Cannot use --scale %s: two numbers are needed, the smaller first. Write it as 1,5."
              .formatted(scale));
    }
    return Optional.of(new SkillsOptions.Scale(scale.get(0), scale.get(1)));
  }
}
