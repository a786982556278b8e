package org.evenhand.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.evenhand.job.JobResult;
import org.evenhand.pipeline.Progress;

/** Progress on standard error: words at a terminal, JSON lines for a scheduler's log. */
final class ConsoleProgress implements Progress {
  private final PrintWriter err;
  private final boolean words;

  private ConsoleProgress(PrintWriter err, boolean words) {
    this.err = err;
    this.words = words;
  }

  @SuppressWarnings("SystemConsoleNull") // Java 17 is pinned
  static ConsoleProgress on(PrintWriter err) {
    return new ConsoleProgress(err, System.console() != null);
  }

  @Override
  public synchronized void stage(String name) {
    say("%n%s".formatted(name), json("stage", name));
  }

  @Override
  public synchronized void started(String job, String inputs) {
    if (!words) {
      err.println(json("started", job));
    }
  }

  @Override
  public synchronized void finished(String job, JobResult result, Duration took) {
    double seconds = took.toMillis() / 1000.0;
    String rejected = result.rejected() == 0 ? "" : ", %,d rejected".formatted(result.rejected());
    say(
        "  %-28s %,12d rows%s  %6.1f s".formatted(job, result.accepted(), rejected, seconds),
        "{\"event\":\"finished\",\"job\":\"%s\",\"read\":%d,\"accepted\":%d,\"rejected\":%d,\"seconds\":%s}"
            .formatted(
                job,
                result.read(),
                result.accepted(),
                result.rejected(),
                String.format(Locale.ROOT, "%.3f", seconds)));
  }

  @Override
  public synchronized void unchanged(String job, String inputs) {
    say("  %-28s    unchanged".formatted(job), json("unchanged", job));
  }

  @Override
  public synchronized void failed(String job, String why) {
    say("  %-28s    failed".formatted(job), json("failed", job));
  }

  private void say(String text, String json) {
    err.println(words ? text : json);
  }

  private static String json(String event, String name) {
    return "{\"event\":\"%s\",\"%s\":\"%s\"}"
        .formatted(event, event.equals("stage") ? "stage" : "job", name);
  }
}
