package org.evenhand.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final Table FILE = Table.of("bronze.file");
  private static final Table REJECTED = Table.of("bronze.rejected");
  private static final Table FACT = Table.of("gold.fact");

  @Test
  void edgesFollowFromReadsAndWrites() {
    Plan plan =
        Plan.of(
            List.of(
                new Named("land", List.of(), List.of(FILE, REJECTED)),
                new Named("facts", List.of(FILE), List.of(FACT))));

    assertThat(plan.edges()).containsExactly("land -> facts");
  }

  @Test
  void twoWritersOfOneTableAreRefused() {
    assertThatThrownBy(
            () ->
                Plan.of(
                    List.of(
                        new Named("one", List.of(), List.of(FACT)),
                        new Named("two", List.of(), List.of(FACT)))))
        .hasMessage(
            "Cannot plan jobs: gold.fact is written by both one and two. Give the table one writer.");
  }

  @Test
  void aReaderBeforeItsWriterIsRefused() {
    assertThatThrownBy(
            () ->
                Plan.of(
                    List.of(
                        new Named("facts", List.of(FILE), List.of(FACT)),
                        new Named("land", List.of(), List.of(FILE)))))
        .hasMessageContaining("facts reads [bronze.file] before its writer has run");
  }

  @Test
  void theShippedJobsFormAPlan() {
    assertThat(Plan.of(Jobs.all()).jobs()).doesNotContainNull();
  }

  @Test
  void aSelectionKeepsOnlyTheNamedJobs() {
    List<Stage> stages =
        List.of(
            new Stage("intake", List.of(new Named("land", List.of(), List.of(FILE)))),
            new Stage("analyse", List.of(new Named("facts", List.of(FILE), List.of(FACT)))));

    Selection byStage = new Selection(List.of("analyse"), Optional.empty(), Optional.empty());
    Selection upTo = new Selection(List.of(), Optional.empty(), Optional.of("land"));

    assertThat(names(byStage, stages)).containsExactly("facts");
    assertThat(names(upTo, stages)).containsExactly("land");
    assertThat(names(Selection.everything(), stages)).containsExactly("land", "facts");
  }

  @Test
  void anUnknownJobIsNamedWithTheKnownOnes() {
    Selection wrong = new Selection(List.of("fatcs"), Optional.empty(), Optional.empty());
    List<Stage> stages =
        List.of(new Stage("analyse", List.of(new Named("facts", List.of(), List.of(FACT)))));

    assertThatThrownBy(() -> wrong.of(stages))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Cannot run 'fatcs': known stages and jobs are analyse, facts. Correct the name or call './evenhand jobs'.");
  }

  private static List<String> names(Selection selection, List<Stage> stages) {
    return selection.of(stages).stream()
        .flatMap(stage -> stage.jobs().stream())
        .map(Job::name)
        .toList();
  }

  private record Named(String name, List<Table> reads, List<Table> writes) implements Job {
    @Override
    public JobResult run(RunContext context) {
      return JobResult.derived();
    }
  }
}
