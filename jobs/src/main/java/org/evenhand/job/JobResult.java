package org.evenhand.job;

import java.util.List;
import org.evenhand.table.TableState;

/**
 * What a job did.
 *
 * @param read records read
 * @param accepted records that reached an output
 * @param rejected records that did not, each with a rejection row
 * @param written state of every table written
 */
public record JobResult(long read, long accepted, long rejected, List<TableState> written) {
  public JobResult {
    written = List.copyOf(written);
  }

  /** A job that only derives tables. */
  public static JobResult derived(TableState... written) {
    long rows = List.of(written).stream().mapToLong(TableState::rows).sum();
    return new JobResult(rows, rows, 0, List.of(written));
  }
}
