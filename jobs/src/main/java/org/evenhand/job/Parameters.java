package org.evenhand.job;

import java.util.List;

/** What an analysis depends on beyond its input tables. */
public final class Parameters {
  private Parameters() {}

  public static List<String> of(RunContext context) {
    RunContext.Period period = context.period();
    return List.of(
        "quarter " + period.quarter(),
        "edition " + period.edition().id(),
        "as of " + period.asOf());
  }
}
