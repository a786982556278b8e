package org.evenhand.roi;

import java.util.List;
import org.evenhand.job.RunContext;

/** What an analysis depends on beyond its input tables. */
final class Parameters {
  private Parameters() {}

  static List<String> of(RunContext context) {
    RunContext.Period period = context.period();
    return List.of(
        "quarter " + period.quarter(),
        "edition " + period.edition().id(),
        "as of " + period.asOf());
  }
}
