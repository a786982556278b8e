package org.evenhand.panel;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.stats.Figure;
import org.evenhand.table.columns.GoldRuleFailure;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverIdentity;
import org.jspecify.annotations.Nullable;

/** Rules broken, identities, reps without a figure. */
final class HygieneFacts {
  private static final List<String> PREREQUISITES =
      List.of("time_saved", "conversion", "non_selling", "commission");

  private HygieneFacts() {}

  /** The rules most records broke. */
  static List<Fact> rules(List<Row> rules, int most) {
    Comparator<Row> largest =
        Comparator.comparingLong(GoldRuleFailure.ROWS::whole)
            .reversed()
            .thenComparing(GoldRuleFailure.RULE::text)
            .thenComparing(GoldRuleFailure.SOURCE::text);
    return rules.stream().sorted(largest).limit(most).map(HygieneFacts::rule).toList();
  }

  private static Fact rule(Row row) {
    String rule = GoldRuleFailure.RULE.text(row);
    String source = GoldRuleFailure.SOURCE.text(row);
    String reason =
        "%s; for example %s, line %d."
            .formatted(
                GoldRuleFailure.EFFECT.text(row).toLowerCase(Locale.ROOT).replace('_', ' '),
                GoldRuleFailure.EXAMPLE_FILE.text(row),
                GoldRuleFailure.EXAMPLE_LINE.whole(row));
    return new Fact(
        new Fact.Id("RULE", rule, "rule_failure", source, "all"),
        Figure.count(GoldRuleFailure.ROWS.whole(row)),
        0,
        Fact.Reading.plain("count", "rows").because(reason),
        "select * from gold.rule_failure where source = '" + source + "'");
  }

  /** Accounts per system by how they were matched to people. */
  static List<Fact> identities(RunContext context) {
    return Known.rows(context, SilverIdentity.TABLE)
        .groupBy(SilverIdentity.SYSTEM.col(), SilverIdentity.STATE.col())
        .agg(count(lit(1)))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Fact(
                    new Fact.Id(
                        "SOURCE",
                        row.getString(0),
                        "identity",
                        row.getString(1).toLowerCase(Locale.ROOT),
                        "all"),
                    Figure.count(row.getLong(2)),
                    0,
                    Fact.Reading.plain("count", "accounts"),
                    "select * from silver.identity where system = '" + row.getString(0) + "'"))
        .toList();
  }

  /** Records naming a product that the register does not know. */
  static Fact unknownProducts(RunContext context) {
    List<Row> found =
        Known.rows(context, SilverConsolidationIssue.TABLE)
            .where(SilverConsolidationIssue.RULE.col().equalTo("UNKNOWN_PRODUCT"))
            .groupBy(SilverConsolidationIssue.OBSERVED.col())
            .agg(
                countDistinct(
                    SilverConsolidationIssue.SYSTEM.col(),
                    SilverConsolidationIssue.RECORD_ID.col()))
            .orderBy(SilverConsolidationIssue.OBSERVED.col())
            .collectAsList();
    String names =
        String.join(
            ", ",
            found.stream().flatMap(row -> Population.text(row, 0).stream()).limit(5).toList());
    Fact.Reading plain = Fact.Reading.plain("count", "records");
    return new Fact(
        new Fact.Id("COMPANY", "all", "plausibility", "unknown_products", "all"),
        Figure.count(found.stream().mapToLong(row -> row.getLong(1)).sum()),
        0,
        names.isEmpty() ? plain : plain.because("Names not in the register: " + names + "."),
        "select * from silver.consolidation_issue where rule = 'UNKNOWN_PRODUCT'");
  }

  /** Reps whose prerequisite measures have no number although the measure exists for their role. */
  static List<Fact> withoutFigure(
      List<Fact> facts, Population population, Map<String, Measure> catalogue) {
    Map<Long, Population.Member> members = population.byRep();
    List<Fact> counts = new ArrayList<>();
    for (String measure : PREREQUISITES) {
      String period = measure.equals(GroupActivity.SAVED) ? "change" : "now";
      Stream<Fact> own =
          facts.stream()
              .filter(fact -> fact.id().kind().equals("REP") && fact.id().measure().equals(measure))
              .filter(fact -> fact.id().period().equals(period) && fact.id().dimension().isEmpty())
              .filter(fact -> !fact.known());
      List<Fact> without =
          own.filter(fact -> concerns(fact, members, catalogue.get(measure))).toList();
      Fact count = company("reps_without_figure", measure, without.size(), "reps");
      counts.add(without.isEmpty() ? count : count.because(reasons(without)));
    }
    return counts;
  }

  /** Whether the rep is in the report and the measure exists for the rep's role. */
  private static boolean concerns(
      Fact fact, Map<Long, Population.Member> members, @Nullable Measure measure) {
    Population.Member member = members.get(Long.parseLong(fact.id().subject()));
    return member != null
        && measure != null
        && member.role().flatMap(measure::notApplicable).isEmpty();
  }

  /** Why figures are missing, most frequent first. */
  private static String reasons(List<Fact> facts) {
    Map<String, Long> counts =
        facts.stream()
            .flatMap(fact -> fact.figure().why().stream())
            .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> "%d: %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(" "));
  }

  static Fact company(String measure, String dimension, long count, String nUnit) {
    return new Fact(
        new Fact.Id("COMPANY", "all", measure, dimension, "now"),
        Figure.count(count),
        0,
        Fact.Reading.plain("count", nUnit),
        "select * from gold.fact");
  }
}
