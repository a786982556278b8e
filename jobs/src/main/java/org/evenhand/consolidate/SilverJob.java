package org.evenhand.consolidate;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;

/** A job that replaces one silver table by what its transform makes of the tables read. */
abstract class SilverJob implements LedgerJob {
  private final Table target;
  private final List<Table> reads;

  SilverJob(Table target, Table... reads) {
    this.target = target;
    this.reads = List.of(reads);
  }

  @Override
  public final String name() {
    return target.name().name().replace('_', '-');
  }

  @Override
  public final List<Table> reads() {
    return reads;
  }

  @Override
  public final List<Table> writes() {
    return List.of(target);
  }

  /** Without a plan where none of the driving tables has a row. */
  @Override
  public final JobResult run(RunContext context) {
    Upstream upstream = new Upstream(context);
    if (!driving().isEmpty() && driving().stream().noneMatch(upstream::holds)) {
      return JobResult.derived(
          context.tables().replace(target, Slice.whole(), List.<Row>of(), context.stamp()));
    }
    return JobResult.derived(
        context.tables().replace(target, Slice.whole(), rows(upstream), context.stamp()));
  }

  /** Tables without whose rows there is nothing to derive: the first one read. */
  List<Table> driving() {
    return reads.subList(0, 1);
  }

  /** Reads the inputs and calls the transform. */
  abstract Dataset<Row> rows(Upstream upstream);
}
