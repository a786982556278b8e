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

  /** Does the work; running twice on the same inputs gives the same tables. */
  JobResult run(RunContext context);
}
