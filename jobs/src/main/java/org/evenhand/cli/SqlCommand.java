package org.evenhand.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.errors.UserException;
import org.evenhand.lakehouse.PublishQuarter;
import org.evenhand.schema.ColumnContract;
import org.evenhand.sql.Answer;
import org.evenhand.sql.Query;
import org.evenhand.sql.Role;
import org.evenhand.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Read-only SQL over what was published. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = {
      "Answers one SELECT over the published views; --describe lists them.",
      "Groups of fewer than five people are withheld from results, except for the auditor."
    })
final class SqlCommand implements Callable<Integer> {
  private static final int LEAST_PEOPLE = 5;

  @Parameters(paramLabel = "SELECT", arity = "0..1", description = "The statement.")
  Optional<String> statement = Optional.empty();

  @Option(names = "--describe", description = "List views, columns and what they mean.")
  boolean describe;

  @Option(names = "--role", defaultValue = "hr", description = "One of ${COMPLETION-CANDIDATES}.")
  Role role = Role.HR;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  Answer.Format format = Answer.Format.TABLE;

  @Mixin private ReadLake lake = new ReadLake();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (describe) {
      PublishQuarter.TABLES.forEach(table -> describe(table, out));
      return 0;
    }
    String sql =
        statement.orElseThrow(
            () ->
                UserException.usage(
                    "Cannot answer: no statement was given. Write one SELECT in quotes, or --describe."));
    return lake.open(opened -> answer(opened, sql, out));
  }

  private int answer(ReadLake.Opened opened, String sql, PrintWriter out) {
    String root = opened.root();
    Map<String, Dataset<Row>> views = PublishedViews.of(opened.tables(), root, role);
    if (views.isEmpty()) {
      throw UserException.usage(
          "Cannot answer: nothing is published in %s yet. Run a quarter first.".formatted(root));
    }
    Dataset<Row> frame = new Query(opened.session(), views, role, LEAST_PEOPLE).ask(sql);
    List<Row> rows = frame.collectAsList();
    new Answer(List.of(frame.columns()), rows).print(format, out);
    out.flush();
    if (role.protectsSmallCells()) {
      spec.commandLine()
          .getErr()
          .println("Groups of fewer than %d people are withheld.".formatted(LEAST_PEOPLE));
    }
    QueryLog.record(root, role, sql, rows.size());
    return 0;
  }

  private static void describe(Table table, PrintWriter out) {
    out.println(table.name().name() + ": " + table.contract().description());
    for (ColumnContract column : table.contract().columns()) {
      out.println("  %-18s %-14s %s".formatted(column.name(), column.type(), column.description()));
    }
    out.println();
  }
}
