package org.evenhand.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.job.RunContext;
import org.evenhand.pipeline.JobRunner.Ran;
import org.evenhand.pipeline.QuarterRun;
import org.evenhand.report.facts.FactRows;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Narrative;
import org.evenhand.table.columns.GoldFact;

/** What a run leaves on standard output: where things are, and one JSON object on the last line. */
final class RunSummary {
  private RunSummary() {}

  static int print(LakeRuntime runtime, QuarterRun.Outcome outcome) {
    PrintWriter out = runtime.line().getOut();
    RunContext context = outcome.context();
    Path reports = context.places().out().resolve(context.period().quarter().toString());
    Path index = reports.resolve("index.html");
    if (Files.exists(index)) {
      out.println(
          "Quarter %s, known by %s."
              .formatted(context.period().quarter(), context.period().asOf()));
      out.println(headline(context));
      out.println("Reports: " + index);
      out.println("Tables:  " + Path.of(context.places().lake(), "published"));
    }
    out.println(json(runtime, outcome, index));
    return 0;
  }

  /** What the executive report says first, from the same facts. */
  private static String headline(RunContext context) {
    return Narrative.headline(
            FactRows.read(
                context.tables().read(GoldFact.TABLE, context.period().edition()).collectAsList()),
            Subject.COMPANY)
        .text();
  }

  private static String json(LakeRuntime runtime, QuarterRun.Outcome outcome, Path index) {
    ObjectMapper mapper = new ObjectMapper();
    RunContext context = outcome.context();
    ObjectNode node = mapper.createObjectNode();
    node.put("run_id", runtime.runId());
    node.put("status", "ok");
    node.put("quarter", context.period().quarter().toString());
    node.put("edition", context.period().edition().id());
    node.put("as_of", context.period().asOf().toString());
    node.put(
        "jobs_done", outcome.ran().stream().filter(ran -> ran.outcome().equals("done")).count());
    node.put(
        "jobs_unchanged",
        outcome.ran().stream().filter(ran -> ran.outcome().equals("unchanged")).count());
    node.put("rows_rejected", rejected(outcome));
    node.put("index", index.toString());
    node.put("lake", context.places().lake());
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long rejected(QuarterRun.Outcome outcome) {
    return outcome.ran().stream().map(Ran::result).mapToLong(result -> result.rejected()).sum();
  }
}
