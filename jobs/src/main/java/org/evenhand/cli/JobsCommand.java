package org.evenhand.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.job.Job;
import org.evenhand.pipeline.Jobs;
import org.evenhand.pipeline.Plan;
import org.evenhand.pipeline.Stage;
import org.evenhand.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The jobs in run order with what they read and write. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = "Lists the jobs in run order with the tables they read and write.")
final class JobsCommand implements Runnable {
  @Option(names = "--mermaid", description = "As a Mermaid flow chart.")
  boolean mermaid;

  @Option(names = "--json", description = "As JSON.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (mermaid) {
      out.println("flowchart LR");
      Plan.of(Jobs.all()).edges().forEach(edge -> out.println("  " + edge.replace("->", "-->")));
    } else if (json) {
      out.println(asJson());
    } else {
      Jobs.stages().forEach(stage -> print(out, stage));
    }
  }

  private static void print(PrintWriter out, Stage stage) {
    out.println(stage.name());
    stage
        .jobs()
        .forEach(
            job ->
                out.printf(
                    "  %-24s reads %s%n  %-24s writes %s%n",
                    job.name(), names(job.reads()), "", names(job.writes())));
  }

  private static String asJson() {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (Stage stage : Jobs.stages()) {
      for (Job job : stage.jobs()) {
        ObjectNode entry = all.addObject();
        entry.put("job", job.name()).put("stage", stage.name());
        job.reads().forEach(table -> entry.withArray("reads").add(table.toString()));
        job.writes().forEach(table -> entry.withArray("writes").add(table.toString()));
      }
    }
    return all.toString();
  }

  private static String names(List<Table> tables) {
    return tables.isEmpty()
        ? "nothing"
        : tables.stream().map(Table::toString).collect(Collectors.joining(", "));
  }
}
