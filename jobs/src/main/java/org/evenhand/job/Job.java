package org.evenhand.job;

import java.util.List;
import org.evenhand.table.Table;

/** One step of the pipeline: reads declared tables, writes declared tables. */
public interface Job {

  /** Stable name used on the command line, in Airflow and in the run log. */
  String name();

  /** Tables this job reads. */
  List<Table> reads();

  /** Tables this job writes. */
  List<Table> writes();

  /**
   * What the result depends on beyond its input tables and the policies, as text: nothing for a
   * table that holds all quarters, quarter, edition and knowledge date for an analysis.
   */
  default List<String> parameters(RunContext context) {
    return List.of();
  }

  /**
   * Tables read of which only the part matters that {@link #parameters} tells: when the rest of
   * them changes, the result does not.
   */
  default List<Table> partly() {
    return List.of();
  }

  /** Does the work; running twice on the same inputs gives the same tables. */
  JobResult run(RunContext context);
}
