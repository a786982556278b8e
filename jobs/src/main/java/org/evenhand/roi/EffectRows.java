package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Effect;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldRoiEffect;

/** Findings as rows of gold.roi_effect; a figure of too few reps is withheld with all its parts. */
final class EffectRows {
  private final Edition edition;
  private final RoiPolicy policy;
  private final Units units;
  private final Movers movers;

  EffectRows(Edition edition, RoiPolicy policy, Units units, Movers movers) {
    this.edition = edition;
    this.policy = policy;
    this.units = units;
    this.movers = movers;
  }

  List<Row> of(Findings findings) {
    List<Row> rows = new ArrayList<>();
    for (RoiMeasure measure : RoiMeasure.ALL) {
      Estimate estimate = Objects.requireNonNull(findings.estimates().get(measure.key()));
      if (estimate instanceof Estimate.None none) {
        rows.add(none(none));
      }
      findings.found(measure.key()).ifPresent(judged -> rows.addAll(judged(judged)));
    }
    return rows;
  }

  private Row none(Estimate.None none) {
    boolean delivered = none.delivered() == Estimate.Delivered.YES;
    return named(none.scope(), none.measure(), "OVERALL", 0)
        .set(GoldRoiEffect.STATE, delivered ? "UNDEFINED" : "NOT_MEASURED")
        .set(GoldRoiEffect.REASON, none.reason())
        .set(GoldRoiEffect.REPS, 0L)
        .set(GoldRoiEffect.COMPARISON_REPS, 0L)
        .set(GoldRoiEffect.TEAMS, 0L)
        .set(GoldRoiEffect.TREATED_TEAMS, 0L)
        .build();
  }

  private List<Row> judged(Judged judged) {
    List<Row> rows = new ArrayList<>();
    rows.add(headline(judged));
    if (judged.synthetic()) {
      return rows;
    }
    Estimate.Found found = judged.found();
    found
        .quarter()
        .aggregates()
        .calendar()
        .overall()
        .ifPresent(effect -> rows.add(part(judged, "QUARTER", 0, effect, 0)));
    if (judged.found().scope().kind().compareTo(Scope.Kind.ROLE) <= 0) {
      List<Part> events = found.since().aggregates().dynamic().by();
      double critical = critical(judged, events);
      events.forEach(p -> rows.add(part(judged, "EVENT", p.at(), p.effect(), critical)));
    }
    if (judged.found().scope().kind() == Scope.Kind.COMPANY) {
      List<Part> cohorts = found.since().aggregates().group().by();
      double critical = critical(judged, cohorts);
      cohorts.forEach(p -> rows.add(part(judged, "COHORT", p.at(), p.effect(), critical)));
    }
    return rows;
  }

  private double critical(Judged judged, List<Part> parts) {
    List<Effect> varying = parts.stream().map(Part::effect).filter(Effect::varies).toList();
    return Findings.critical(varying, judged.teams(), policy);
  }

  // --- rows

  private Row headline(Judged judged) {
    RowBuilder row = counted(judged, "OVERALL", 0);
    Optional<String> small = small(judged);
    if (small.isPresent()) {
      return withheld(row, small.get());
    }
    figure(row, judged, judged.effect());
    judged.band(policy.confidence()).ifPresent(band -> interval(row, band));
    String measure = judged.found().measure().key();
    Judged.Against against = judged.against();
    return row.maybe(GoldRoiEffect.P_VALUE, against.p())
        .set(GoldRoiEffect.VERDICT, RoiVerdict.of(judged, policy).name())
        .maybe(GoldRoiEffect.PRE_TREND_P, against.preTrend().p())
        .set(GoldRoiEffect.PRE_TREND, against.preTrend().text())
        .maybe(GoldRoiEffect.PRE_DETECTABLE, against.preTrend().detectable())
        .maybe(GoldRoiEffect.DETECTABLE, judged.varying().map(any -> judged.detectable()))
        .set(GoldRoiEffect.SMALLEST_WORTHWHILE, policy.smallestWorthwhile(measure))
        .maybe(GoldRoiEffect.BREAKDOWN, against.sensitivity().breakdown())
        .maybe(GoldRoiEffect.LARGEST_PRE_SLOPE_CHANGE, against.sensitivity().largestBefore())
        .maybe(GoldRoiEffect.SECOND_OPINION, against.second())
        .maybe(GoldRoiEffect.SECOND_OPINION_DIFFERS, judged.secondDiffers())
        .maybe(GoldRoiEffect.COMPOSITION_CHANGES, against.compositionChanges())
        .build();
  }

  private Row part(Judged judged, String aggregate, int position, Effect effect, double critical) {
    RowBuilder row = counted(judged, aggregate, position);
    Optional<String> small = small(judged);
    if (small.isPresent()) {
      return withheld(row, small.get());
    }
    figure(row, judged, effect);
    if (critical > 0 && effect.varies()) {
      interval(row, Judged.Interval.around(effect.value(), critical * effect.standardError()));
    }
    return row.build();
  }

  private static void interval(RowBuilder row, Judged.Interval band) {
    row.set(GoldRoiEffect.BAND_LOW, band.low()).set(GoldRoiEffect.BAND_HIGH, band.high());
  }

  private void figure(RowBuilder row, Judged judged, Effect effect) {
    Comparison comparison = judged.found().comparison();
    row.set(GoldRoiEffect.STATE, "KNOWN")
        .set(GoldRoiEffect.VALUE, effect.value())
        .set(GoldRoiEffect.GRADE, "A")
        .set(GoldRoiEffect.CONTROLS, judged.synthetic() ? "NEVER_TREATED" : comparison.controls())
        .set(GoldRoiEffect.STRATA, judged.synthetic() ? "none" : comparison.within())
        .set(GoldRoiEffect.ERROR_KIND, judged.against().errorKind())
        .set(GoldRoiEffect.OVERLAP_LOSS, comparison.support().overlapLoss())
        .set(GoldRoiEffect.MOVERS_SHARE, movers.share(judged.found().scope()))
        .set(GoldRoiEffect.REASON, DesignText.of(judged));
    judged
        .interval(effect, policy.confidence())
        .ifPresent(
            interval ->
                row.set(GoldRoiEffect.STANDARD_ERROR, effect.standardError())
                    .set(GoldRoiEffect.LOW, interval.low())
                    .set(GoldRoiEffect.HIGH, interval.high())
                    .set(GoldRoiEffect.CONFIDENCE, policy.confidence()));
  }

  private RowBuilder counted(Judged judged, String aggregate, int position) {
    Comparison.Support support = judged.found().comparison().support();
    return named(judged.found().scope(), judged.found().measure(), aggregate, position)
        .set(GoldRoiEffect.REPS, support.treated())
        .set(GoldRoiEffect.COMPARISON_REPS, support.control())
        .set(GoldRoiEffect.TEAMS, (long) support.teams().size())
        .set(GoldRoiEffect.TREATED_TEAMS, (long) support.treatedTeams().size());
  }

  private RowBuilder named(Scope scope, RoiMeasure measure, String aggregate, int position) {
    return new RowBuilder(GoldRoiEffect.TABLE, edition)
        .set(GoldRoiEffect.SCOPE_KIND, scope.kind().name())
        .set(GoldRoiEffect.SCOPE, scope.id())
        .set(GoldRoiEffect.MEASURE, measure.key())
        .set(GoldRoiEffect.AGGREGATE, aggregate)
        .set(GoldRoiEffect.POSITION, position)
        .set(GoldRoiEffect.UNIT, units.of(measure.key()));
  }

  private Optional<String> small(Judged judged) {
    int minimum = policy.minimumReps();
    return judged.small(minimum)
        ? Optional.of("Fewer than %d reps stand on one side of this comparison.".formatted(minimum))
        : Optional.empty();
  }

  private static Row withheld(RowBuilder row, String reason) {
    return row.set(GoldRoiEffect.STATE, "SUPPRESSED").set(GoldRoiEffect.REASON, reason).build();
  }
}
