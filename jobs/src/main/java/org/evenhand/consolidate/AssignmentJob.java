package org.evenhand.consolidate;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Column;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverWorkerIdentity;

/** Who was in which team, under whom, in which role, on which days, and when we knew it. */
public final class AssignmentJob implements LedgerJob {
  private static final List<Column> SAME =
      List.of(
          SilverAssignment.TEAM_ID,
          SilverAssignment.TEAM_NAME,
          SilverAssignment.ROLE,
          SilverAssignment.JOB_FAMILY,
          SilverAssignment.JOB_PROFILE,
          SilverAssignment.POSITION_ID,
          SilverAssignment.FTE,
          SilverAssignment.COUNTRY,
          SilverAssignment.LOCATION,
          SilverAssignment.HOURS_PER_WEEK,
          SilverAssignment.COMMISSION_PLAN,
          SilverAssignment.EVENT,
          SilverAssignment.LEAVE_KIND);

  @Override
  public String name() {
    return "assignment";
  }

  @Override
  public List<Table> reads() {
    return List.of(BronzeWorkerAssignment.TABLE, BronzeFile.TABLE, SilverWorkerIdentity.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverAssignment.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    Upstream upstream = new Upstream(context);
    List<Row> known =
        upstream.known(
            BronzeWorkerAssignment.TABLE,
            BronzeWorkerAssignment.WORKER_ID,
            BronzeWorkerAssignment.EFFECTIVE_FROM,
            BronzeWorkerAssignment.EFFECTIVE_SEQUENCE);
    List<Row> rows = rows(known, upstream.repKeys(), upstream.settings().defaultTimeZone());
    return JobResult.derived(
        context.tables().replace(SilverAssignment.TABLE, Slice.whole(), rows, context.stamp()));
  }

  /**
   * @param known versions of bronze rows
   */
  static List<Row> rows(List<Row> known, Map<String, Long> repKeys, ZoneId fallback) {
    Map<String, List<Knowledge.Known<JobHistory.Entry>>> byWorker = new TreeMap<>();
    known.stream()
        .filter(row -> !Upstream.gone(row))
        .forEach(
            row ->
                byWorker
                    .computeIfAbsent(
                        BronzeWorkerAssignment.WORKER_ID.text(row), key -> new ArrayList<>())
                    .add(Upstream.believed(row, JobHistory.Entry.of(row))));
    List<Row> rows = new ArrayList<>();
    byWorker.forEach(
        (worker, entries) ->
            Knowledge.derive(entries, alive -> JobHistory.stints(alive, fallback))
                .forEach(stint -> rows.add(row(repKeys, worker, stint))));
    return rows;
  }

  private static Row row(
      Map<String, Long> repKeys, String worker, Knowledge.Known<JobHistory.Stint> known) {
    JobHistory.Stint stint = known.value();
    JobHistory.Text text = stint.entry().text();
    String status = String.valueOf(text.get(BronzeWorkerAssignment.STATUS));
    Object manager = text.get(BronzeWorkerAssignment.MANAGER_WORKER_ID);
    Records.Builder row = new Records(SilverAssignment.TABLE).row();
    SAME.forEach(column -> row.put(column, text.get(column)));
    return row.put(SilverAssignment.REP_KEY, repKeys.get(worker))
        .put(SilverAssignment.FROM_DATE, stint.from())
        .put(SilverAssignment.TO_DATE, stint.to())
        .put(
            SilverAssignment.MANAGER_REP_KEY,
            manager == null ? null : repKeys.get(manager.toString()))
        .put(SilverAssignment.TIME_ZONE, stint.zone().getId())
        .put(SilverAssignment.TIME_ZONE_KNOWN, stint.entry().zone() != null)
        .put(SilverAssignment.ON_LEAVE, status.equals("ON_LEAVE"))
        .put(SilverAssignment.EMPLOYED, !status.equals("TERMINATED"))
        .put(SilverAssignment.VALID_FROM, stint.begins())
        .put(SilverAssignment.VALID_TO, stint.ends())
        .put(SilverAssignment.KNOWN_FROM, known.from())
        .put(SilverAssignment.KNOWN_TO, known.to())
        .build();
  }
}
