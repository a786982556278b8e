package org.evenhand.panel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.RunContext;
import org.evenhand.stats.Figure;
import org.evenhand.table.Edition;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.table.columns.GoldReportManifest;

/** What this edition says differently from the last one published of the same quarter. */
final class Restatements {
  private static final String REASON =
      "Records arrived or changed after publication, or the method changed; see the editions'"
          + " inputs.";
  private static final double SAME = 1e-9;

  /** About the delivery itself, which changes with every file. */
  private static final Set<String> ABOUT_DATA = Set.of("SOURCE", "RULE", "FILE", "TABLE");

  private Restatements() {}

  /** One fact, before and after. */
  record Change(Fact.Id id, String edition, Optional<Old> before, Optional<Fact> after) {}

  /** A fact as published. */
  record Old(Fact.Id id, Optional<Double> value, String state, String unit) {}

  static List<Change> of(RunContext context, List<Fact> facts) {
    return published(context)
        .map(edition -> changes(edition, old(context, edition), facts))
        .orElse(List.of());
  }

  /** The newest published edition of the quarter that is not this one. */
  private static Optional<Edition> published(RunContext context) {
    Edition own = context.period().edition();
    return context.tables().rows(GoldReportManifest.TABLE).stream()
        .filter(row -> GoldReportManifest.QUARTER.text(row).equals(own.quarter()))
        .filter(row -> GoldReportManifest.ITEM.text(row).equals(GoldFact.TABLE.toString()))
        .filter(row -> !GoldReportManifest.VERSION.isNull(row))
        .max(Comparator.comparingLong(GoldReportManifest.VERSION::whole))
        .map(GoldReportManifest.EDITION::text)
        .filter(edition -> !edition.equals(own.id()))
        .map(edition -> new Edition(own.quarter(), edition));
  }

  /** How many other editions of the quarter were published before. */
  static long earlier(RunContext context) {
    Edition own = context.period().edition();
    return context.tables().rows(GoldReportManifest.TABLE).stream()
        .filter(row -> GoldReportManifest.QUARTER.text(row).equals(own.quarter()))
        .map(GoldReportManifest.EDITION::text)
        .filter(edition -> !edition.equals(own.id()))
        .distinct()
        .count();
  }

  private static List<Old> old(RunContext context, Edition edition) {
    return context.tables().read(GoldFact.TABLE, edition).collectAsList().stream()
        .map(
            row ->
                new Old(
                    new Fact.Id(
                        GoldFact.SUBJECT_KIND.text(row),
                        GoldFact.SUBJECT.text(row),
                        GoldFact.MEASURE.text(row),
                        GoldFact.DIMENSION.text(row),
                        GoldFact.PERIOD.text(row)),
                    Optional.ofNullable((Double) GoldFact.VALUE.value(row)),
                    GoldFact.STATE.text(row),
                    GoldFact.UNIT.text(row)))
        .toList();
  }

  static List<Change> changes(Edition edition, List<Old> old, List<Fact> facts) {
    Map<String, Old> before = new TreeMap<>();
    old.stream()
        .filter(fact -> counts(fact.id()))
        .forEach(fact -> before.put(fact.id().hash(), fact));
    List<Change> changes = new ArrayList<>();
    for (Fact fact : facts) {
      Optional<Old> was = Optional.ofNullable(before.remove(fact.id().hash()));
      if (counts(fact.id()) && was.map(o -> differs(o, fact)).orElse(fact.known())) {
        changes.add(new Change(fact.id(), edition.id(), was, Optional.of(fact)));
      }
    }
    before.values().stream()
        .filter(gone -> gone.value().isPresent())
        .forEach(
            gone ->
                changes.add(
                    new Change(gone.id(), edition.id(), Optional.of(gone), Optional.empty())));
    return changes;
  }

  private static boolean counts(Fact.Id id) {
    return !ABOUT_DATA.contains(id.kind()) && !id.measure().startsWith("restated");
  }

  private static boolean differs(Old old, Fact fact) {
    if (!old.state().equals(fact.figure().state())) {
      return true;
    }
    double was = old.value().orElse(0.0);
    double is = fact.value().orElse(0.0);
    return Math.abs(was - is) > SAME * Math.max(1, Math.abs(was));
  }

  static Row row(Edition edition, Change change) {
    Fact.Id id = change.id();
    return RowFactory.create(
        edition.quarter(),
        edition.id(),
        id.hash(),
        id.kind(),
        id.subject(),
        id.measure(),
        id.dimension(),
        id.period(),
        change.edition(),
        change.before().flatMap(Old::value).orElse(null),
        change.before().map(Old::state).orElse(null),
        change.after().flatMap(Fact::value).orElse(null),
        change.after().map(fact -> fact.figure().state()).orElse(null),
        REASON);
  }

  /** The restatement as facts: how many, and for numbers the value before and after. */
  static List<Fact> facts(List<Change> changes, long earlier) {
    List<Fact> facts = new ArrayList<>();
    facts.add(HygieneFacts.company("restated_facts", "", changes.size(), "figures"));
    facts.add(HygieneFacts.company("restatement", "", changes.isEmpty() ? 0 : earlier, "editions"));
    for (Change change : changes) {
      Optional<Double> was = change.before().flatMap(Old::value);
      Optional<Double> is = change.after().flatMap(Fact::value);
      if (was.isPresent() && is.isPresent()) {
        String unit = change.before().map(Old::unit).orElse("count");
        facts.add(side(change.id(), "restated_from", was.get(), unit));
        facts.add(side(change.id(), "restated_to", is.get(), unit));
      }
    }
    return facts;
  }

  private static Fact side(Fact.Id id, String measure, double value, String unit) {
    String dimension = String.join("¦", id.measure(), id.dimension(), id.period());
    return new Fact(
        new Fact.Id(id.kind(), id.subject(), measure, dimension, "now"),
        new Figure.Known(value, value, value, 1),
        0,
        Fact.Reading.plain(unit, "figures").because(REASON),
        "select * from gold.restatement where fact_id = '" + id.hash() + "'");
  }
}
