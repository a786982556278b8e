package org.evenhand.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.job.RunContext.Engine;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.InputSize;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverWorkWeek;
import org.evenhand.table.columns.SilverWorkerIdentity;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When a job runs again, and in which session. */
@ExtendWith(SparkExtension.class)
final class JobRunnerTest {
  private static final Table FILES = BronzeFile.TABLE;
  private static final Table PEOPLE = SilverWorkerIdentity.TABLE;
  private static final Table WEEKS = SilverWorkWeek.TABLE;

  @TempDir private Path directory;
  private final SparkSession session;
  private final List<SparkSession> ranIn = new ArrayList<>();

  JobRunnerTest(SparkSession session) {
    this.session = session;
  }

  @Test
  void runsAgainOnlyWhenWhatItReadsHasChanged() {
    Tables tables = new LakeTables(session, directory.toString());
    JobRunner runner = runner(SessionChoice.always());
    Job job = new Copying(List.of(PEOPLE), List.of());

    write(tables, PEOPLE, "worker_id\nW1");
    assertThat(runner.run(job, context(tables)).outcome()).isEqualTo("done");
    assertThat(runner.run(job, context(tables)).outcome()).isEqualTo("unchanged");
    write(tables, PEOPLE, "worker_id\nW2");
    assertThat(runner.run(job, context(tables)).outcome()).isEqualTo("done");
    assertThat(ranIn).hasSize(2);
  }

  @Test
  void ofATableReadInPartOnlyThatPartMatters() {
    Tables tables = new LakeTables(session, directory.toString());
    JobRunner runner = runner(SessionChoice.always());
    write(tables, PEOPLE, "worker_id\nW1");
    runner.run(
        new Copying(List.of(PEOPLE, FILES), List.of("no file about people")), context(tables));
    tables.append(FILES, TextTable.rows(FILES, "status | reason\nUNMAPPED | no mapping"), stamp());

    assertThat(
            runner
                .run(
                    new Copying(List.of(PEOPLE, FILES), List.of("no file about people")),
                    context(tables))
                .outcome())
        .isEqualTo("unchanged");
    assertThat(
            runner
                .run(new Copying(List.of(PEOPLE, FILES), List.of("one more")), context(tables))
                .outcome())
        .isEqualTo("done");
  }

  @Test
  void aJobRunsInTheSessionForTheSizeOfWhatItReads() {
    Tables tables = new LakeTables(session, directory.toString());
    SizedSessions sessions = new SizedSessions(new Engine(session, tables), directory.toString());
    JobRunner runner = runner(SessionChoice.bySize(sessions::engine));
    for (int people : List.of(1, 6_000)) {
      write(tables, PEOPLE, people(people));
      runner.run(new Copying(List.of(PEOPLE), List.of()), context(tables));
    }

    assertThat(ranIn)
        .containsExactly(sessions.engine(InputSize.FEW).session(), session)
        .doesNotHaveDuplicates();
    assertThat(tables.state(WEEKS).rows()).isEqualTo(6_000);
  }

  private static String people(int count) {
    return IntStream.range(0, count)
        .mapToObj("\nW%d"::formatted)
        .collect(Collectors.joining("", "worker_id", ""));
  }

  private JobRunner runner(SessionChoice sessions) {
    return new JobRunner(
        new Journal(directory.toString(), session.sparkContext().hadoopConfiguration()),
        Progress.to(),
        new CodeVersion("test"),
        sessions);
  }

  private RunContext context(Tables tables) {
    return new RunContext(
        new Engine(session, tables),
        new RunContext.Period(Quarter.parse("2026Q3"), new Edition("2026Q3", "aaa"), Instant.EPOCH),
        new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
        new RunContext.Places(directory, directory.toString(), directory, directory.resolve("key")),
        stamp());
  }

  private static void write(Tables tables, Table table, String text) {
    tables.replace(table, Slice.whole(), TextTable.rows(table, text), stamp());
  }

  private static Stamp stamp() {
    return new Stamp("test", "run", "inputs", Map.of());
  }

  /** Writes one week for every person. */
  private final class Copying implements Job {
    private final List<Table> reads;
    private final List<String> parameters;

    Copying(List<Table> reads, List<String> parameters) {
      this.reads = reads;
      this.parameters = parameters;
    }

    @Override
    public String name() {
      return "copying";
    }

    @Override
    public List<Table> reads() {
      return reads;
    }

    @Override
    public List<Table> writes() {
      return List.of(WEEKS);
    }

    @Override
    public List<Table> partly() {
      return List.of(FILES);
    }

    @Override
    public List<String> parameters(RunContext context) {
      return parameters;
    }

    @Override
    public JobResult run(RunContext context) {
      ranIn.add(context.session());
      StringBuilder weeks = new StringBuilder("rep_key\n");
      context
          .tables()
          .rows(PEOPLE)
          .forEach(person -> weeks.append(SilverWorkerIdentity.REP_KEY.whole(person)).append('\n'));
      return JobResult.derived(
          context
              .tables()
              .replace(
                  WEEKS, Slice.whole(), TextTable.rows(WEEKS, weeks.toString()), context.stamp()));
    }
  }
}
