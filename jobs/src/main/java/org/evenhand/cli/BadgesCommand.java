package org.evenhand.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.errors.UserException;
import org.evenhand.job.Quarter;
import org.evenhand.lakehouse.Manifest;
import org.evenhand.lakehouse.Published;
import org.evenhand.skills.Badge;
import org.evenhand.skills.Badges;
import org.evenhand.skills.OpenBadge;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.columns.GoldSkill;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Skills people were found to have, for them to carry elsewhere. */
@Command(
    name = "badges",
    mixinStandardHelpOptions = true,
    description = {
      "Writes skills of a published quarter as Open Badges 3.0, unsigned, one file a person and skill.",
      "Only skills a person was found to have; who lacks what is never written."
    })
final class BadgesCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Parameters(paramLabel = "QUARTER", description = "Published quarter such as 2026Q3.")
  private String quarter = "";

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where files go.")
  private Path out = Path.of("");

  @Option(
      names = "--issuer",
      paramLabel = "NAME",
      required = true,
      description = "Who gives the badges.")
  private String issuer = "";

  @Mixin private ReadLake lake = new ReadLake();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    String asked = Quarter.parse(quarter).toString();
    return lake.open(opened -> write(opened, asked));
  }

  private int write(ReadLake.Opened opened, String asked) {
    Published published = new Published(opened.root());
    Edition edition =
        published
            .current(asked)
            .orElseThrow(
                () ->
                    UserException.usage(
                        "Cannot write badges of %s: it is not published in %s. Run the quarter first."
                            .formatted(asked, opened.root())));
    Instant issued = published.manifest(edition).map(Manifest::publishedAt).orElseThrow();
    LakeTables tables = opened.tables().published(edition);
    List<Badge> badges =
        Badges.of(
            tables.rows(GoldSkillEstimate.TABLE),
            tables.rows(GoldSkillContribution.TABLE),
            tables.rows(GoldSkill.TABLE),
            issued);
    badges.forEach(this::write);
    spec.commandLine()
        .getOut()
        .println("%d badges of %s written to %s".formatted(badges.size(), asked, out));
    return 0;
  }

  private void write(Badge badge) {
    Path file = out.resolve(Long.toString(badge.rep())).resolve(badge.skillId() + ".json");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writeValueAsString(OpenBadge.of(badge, issuer)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
