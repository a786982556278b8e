package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.columns.GoldCompleteness;

/** Completeness per rep, team and company and family of sources. */
final class CompletenessFacts {
  private static final String MEASURE = "completeness";

  private CompletenessFacts() {}

  static List<Fact> of(List<Row> rows) {
    List<Fact> facts = new ArrayList<>();
    Map<String, Map<String, List<Row>>> groups = new TreeMap<>();
    for (Row row : rows) {
      String source = GoldCompleteness.SOURCE.text(row);
      facts.add(rep(row, source));
      add(groups, "COMPANY all", source, row);
      if (!GoldCompleteness.TEAM_ID.isNull(row)) {
        add(groups, "TEAM " + GoldCompleteness.TEAM_ID.text(row), source, row);
      }
    }
    groups.forEach(
        (group, sources) -> sources.forEach((source, own) -> facts.add(group(group, source, own))));
    return facts;
  }

  private static void add(
      Map<String, Map<String, List<Row>>> groups, String group, String source, Row row) {
    groups
        .computeIfAbsent(group, g -> new TreeMap<>())
        .computeIfAbsent(source, s -> new ArrayList<>())
        .add(row);
  }

  private static Fact rep(Row row, String source) {
    String reason = GoldCompleteness.REASON.text(row);
    String rep = Long.toString(GoldCompleteness.REP_KEY.whole(row));
    long expected = (long) GoldCompleteness.EXPECTED.real(row);
    Figure figure =
        GoldCompleteness.SHARE.isNull(row)
            ? none(row, reason)
            : exact(GoldCompleteness.SHARE.real(row), expected);
    return fact(new Fact.Id("REP", rep, MEASURE, source, "now"), figure, 1, reason);
  }

  private static Figure none(Row row, String reason) {
    return notDelivered(row) ? new Figure.NotMeasured(reason) : new Figure.Undefined(reason);
  }

  private static boolean notDelivered(Row row) {
    return GoldCompleteness.REASON_CODE.text(row).equals("NOT_DELIVERED");
  }

  private static Fact group(String group, String source, List<Row> rows) {
    String[] subject = group.split(" ", 2);
    Fact.Id id = new Fact.Id(subject[0], subject[1], MEASURE, source, "now");
    double expected = rows.stream().mapToDouble(GoldCompleteness.EXPECTED::real).sum();
    double received = rows.stream().mapToDouble(GoldCompleteness.RECEIVED::real).sum();
    if (rows.stream().allMatch(CompletenessFacts::notDelivered)) {
      return fact(
          id,
          new Figure.NotMeasured("This source was not delivered."),
          rows.size(),
          "This source was not delivered.");
    }
    Figure figure =
        expected == 0
            ? new Figure.Undefined("Nobody worked a full week.")
            : exact(Math.min(1, received / expected), (long) expected);
    return fact(id, figure, rows.size(), "Weeks received of weeks expected, over reps.");
  }

  private static Figure exact(double share, long n) {
    return new Figure.Known(share, share, share, n);
  }

  private static Fact fact(Fact.Id id, Figure figure, long reps, String reason) {
    String where =
        switch (id.kind()) {
          case "REP" -> "rep_key = " + id.subject() + " and ";
          case "TEAM" -> "team_id = '" + id.subject().replace("'", "''") + "' and ";
          default -> "";
        };
    return new Fact(
        id,
        figure,
        reps,
        Fact.Reading.plain("share", "weeks").because(reason),
        "select * from gold.completeness where " + where + "source = '" + id.dimension() + "'");
  }
}
