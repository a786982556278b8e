package org.evenhand.roi;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Fieller;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldHarmonyLink;

/** The chain of a scope as rows of gold.harmony_link. */
record HarmonyRows(Edition edition, RoiPolicy policy, Units units) {
  private static final String MANAGER_NOTE =
      "Judged by whether the manager's reps stay; outcomes and coaching of managers are not measured here.";

  List<Row> of(Findings findings) {
    Harmony harmony = new Harmony(findings, policy);
    List<Harmony.Found> links = harmony.links();
    Optional<Link> weakest = Harmony.weakest(links);
    Harmony.Precedence precedence = Harmony.precedence(links);
    return links.stream()
        .map(
            found ->
                row(findings, found)
                    .set(GoldHarmonyLink.COVARIANCES, harmony.covariances(found.link()))
                    .set(GoldHarmonyLink.WEAKEST, weakest.equals(Optional.of(found.link())))
                    .set(GoldHarmonyLink.PRECEDENCE, precedence.name())
                    .build())
        .toList();
  }

  private RowBuilder row(Findings findings, Harmony.Found found) {
    Link link = found.link();
    RowBuilder row =
        new RowBuilder(GoldHarmonyLink.TABLE, edition)
            .set(GoldHarmonyLink.SCOPE_KIND, findings.scope().kind().name())
            .set(GoldHarmonyLink.SCOPE, findings.scope().id())
            .set(GoldHarmonyLink.LINK, link.number())
            .set(GoldHarmonyLink.NAME, link.words())
            .set(GoldHarmonyLink.MEASURE, link.measure())
            .set(GoldHarmonyLink.UNIT, units.of(link.measure()))
            .set(GoldHarmonyLink.LINK_STATE, found.state().name())
            .maybe(GoldHarmonyLink.ONSET, found.onset());
    found.judged().ifPresent(judged -> figure(row, judged));
    found
        .interval()
        .ifPresent(
            interval ->
                row.set(GoldHarmonyLink.LOW, interval.low())
                    .set(GoldHarmonyLink.HIGH, interval.high())
                    .set(GoldHarmonyLink.CONFIDENCE, policy.confidence()));
    found.pass().ifPresent(pass -> pass(row, pass));
    return row.maybe(GoldHarmonyLink.REASON, reason(findings, found));
  }

  private static void figure(RowBuilder row, Judged judged) {
    row.set(GoldHarmonyLink.VALUE, judged.effect().value());
    if (judged.effect().varies()) {
      row.set(GoldHarmonyLink.STANDARD_ERROR, judged.effect().standardError());
    }
  }

  private static void pass(RowBuilder row, Fieller pass) {
    if (Double.isFinite(pass.ratio())) {
      row.set(GoldHarmonyLink.PASS_THROUGH, pass.ratio());
    }
    if (pass instanceof Fieller.Interval interval) {
      ends(row, "BOUNDED", interval.low(), interval.high());
    } else if (pass instanceof Fieller.Outside outside) {
      ends(row, "COMPLEMENT", outside.low(), outside.high());
    } else {
      row.set(GoldHarmonyLink.PASS_KIND, "UNBOUNDED");
    }
  }

  private static void ends(RowBuilder row, String kind, double low, double high) {
    row.set(GoldHarmonyLink.PASS_KIND, kind);
    if (Double.isFinite(low)) {
      row.set(GoldHarmonyLink.PASS_LOW, low);
    }
    if (Double.isFinite(high)) {
      row.set(GoldHarmonyLink.PASS_HIGH, high);
    }
  }

  private Optional<String> reason(Findings findings, Harmony.Found found) {
    if (found.judged().isEmpty()) {
      Estimate estimate = findings.estimates().get(found.link().measure());
      return Optional.of(
          estimate instanceof Estimate.None none
              ? none.reason()
              : "Too few reps stand on one side of this comparison.");
    }
    if (found.interval().isEmpty()) {
      return Optional.of("Nothing varies between teams to judge it by.");
    }
    return found.link() == Link.MANAGER ? Optional.of(MANAGER_NOTE) : Optional.empty();
  }
}
