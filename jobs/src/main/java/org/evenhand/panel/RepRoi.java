package org.evenhand.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldConversion;
import org.evenhand.table.columns.GoldMeasure;
import org.evenhand.table.columns.GoldRepRoi;
import org.jspecify.annotations.Nullable;

/** The four prerequisite measures of every rep side by side, for analysts. */
public final class RepRoi implements Job {
  private static final List<String> MEASURES =
      List.of("time_saved", "conversion", "non_selling", "commission");
  private static final List<String> PERIODS = List.of("now", "before", "change", "comparable");

  @Override
  public String name() {
    return "rep-roi";
  }

  @Override
  public List<Table> reads() {
    return Stream.of(Settings.TABLES, List.of(GoldMeasure.TABLE, GoldConversion.TABLE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRepRoi.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    Setting setting = Settings.of(context, Quarters.of(context));
    Map<String, Double> values = new HashMap<>();
    for (Table table : List.of(GoldMeasure.TABLE, GoldConversion.TABLE)) {
      Column rep = table.column(GoldMeasure.SUBJECT_KIND.name()).col().equalTo("REP");
      context.tables().read(table, edition).where(rep).collectAsList().forEach(r -> put(values, r));
    }
    List<Row> rows =
        setting.population().members().stream()
            .map(member -> row(edition, setting, member, values))
            .toList();
    return JobResult.derived(
        context.tables().edition(GoldRepRoi.TABLE, edition, rows, context.stamp()));
  }

  private static void put(Map<String, Double> values, Row row) {
    if (GoldMeasure.DIMENSION.text(row).isEmpty() && !GoldMeasure.VALUE.isNull(row)) {
      values.put(
          key(
              GoldMeasure.SUBJECT.text(row),
              GoldMeasure.MEASURE.text(row),
              GoldMeasure.PERIOD.text(row)),
          GoldMeasure.VALUE.real(row));
    }
  }

  private static String key(String rep, String measure, String period) {
    return rep + " " + measure + " " + period;
  }

  private static Row row(
      Edition edition, Setting setting, Population.Member member, Map<String, Double> values) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(edition.quarter());
    row.add(edition.id());
    row.add(member.rep());
    row.add(member.team().orElse(null));
    row.add(member.role().orElse(null));
    row.add(setting.starts().get(member.rep()));
    for (String measure : MEASURES) {
      for (String period : PERIODS) {
        String source =
            measure.equals(GroupActivity.SAVED) && !period.equals("change")
                ? GroupActivity.SAVED_FROM
                : measure;
        row.add(values.get(key(String.valueOf(member.rep()), source, period)));
      }
    }
    return RowFactory.create(row.toArray());
  }
}
