package org.evenhand.skills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Parallel;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.skills.Calibration;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.ForwardValidation;
import org.evenhand.stats.skills.PredictionScore;
import org.evenhand.stats.skills.SkillFit;
import org.evenhand.stats.skills.SkillInference;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldSkillCalibration;

/**
 * Rows of gold.skill_calibration: items predicted from all others and from those before them. The
 * gate asks for what the policy says, give or take what chance allows at the number of items; the
 * items of the latest week stand apart, since a wrong kernel shows there first.
 */
record CalibrationRows(InferencePolicy policy, Edition edition) {
  private static final String ALL = "all";
  private static final double NOMINAL = 0.8;
  private static final double CHANCE = 0.95;

  private record Range(double low, double high) {
    Range widened(double margin) {
      return new Range(low - margin, high + margin);
    }
  }

  private record Measured(Check check, String subset, double value, long n) {}

  /** One row that says why nothing was checked. */
  static List<Row> none(String reason, Edition edition) {
    return List.of(
        new RowBuilder(GoldSkillCalibration.TABLE, edition)
            .set(GoldSkillCalibration.CHECK_NAME, Check.COVERAGE.name())
            .set(GoldSkillCalibration.SUBSET, ALL)
            .set(GoldSkillCalibration.N, 0L)
            .set(GoldSkillCalibration.VERDICT, Check.Verdict.FAIL.name())
            .set(GoldSkillCalibration.REASON, reason)
            .build());
  }

  List<Row> of(List<Evidence> evidence, SkillFit fit) {
    List<Row> rows = new ArrayList<>();
    Calibration.of(inferences(evidence, fit), fit.parameters().kernel())
        .ifPresent(found -> leftOut(found, rows));
    ForwardValidation.of(evidence, policy.fit().forward()).ifPresent(found -> forward(found, rows));
    separable(fit, rows);
    return rows;
  }

  private static List<SkillInference> inferences(List<Evidence> evidence, SkillFit fit) {
    Map<String, List<Evidence>> pairs = new LinkedHashMap<>();
    for (Evidence one : evidence) {
      pairs
          .computeIfAbsent(
              one.subject().rep() + "|" + one.subject().skill(), key -> new ArrayList<>())
          .add(one);
    }
    double last = evidence.stream().mapToDouble(one -> one.reading().week()).max().orElse(0);
    return Parallel.map(
        List.copyOf(pairs.values()),
        own -> SkillInference.of(own, fit.parameters(), own.get(0).subject(), last));
  }

  private void leftOut(Calibration found, List<Row> rows) {
    PredictionScore all = found.all();
    rows.add(coverage(Check.COVERAGE, ALL, all, Part.GATE));
    found.latest().ifPresent(s -> rows.add(coverage(Check.COVERAGE, "latest", s, Part.GATE)));
    found
        .bySource()
        .forEach((s, score) -> rows.add(coverage(Check.COVERAGE, "source=" + s, score, Part.TOLD)));
    double margin = Quantiles.normal(CHANCE) / Math.sqrt(all.n());
    Range mean = new Range(-policy.gate().meanZ(), policy.gate().meanZ()).widened(margin);
    rows.add(row(new Measured(Check.MEAN_Z, ALL, all.mean(), all.n()), mean, Part.GATE));
    Range deviation =
        new Range(1 - policy.gate().deviationZ(), 1 + policy.gate().deviationZ()).widened(margin);
    rows.add(
        row(new Measured(Check.DEVIATION_Z, ALL, all.deviation(), all.n()), deviation, Part.GATE));
    rows.add(alarm(found));
  }

  private void forward(ForwardValidation found, List<Row> rows) {
    rows.add(coverage(Check.FORWARD, ALL, found.model(), Part.GATE));
    found
        .bySource()
        .forEach((s, score) -> rows.add(coverage(Check.FORWARD, "source=" + s, score, Part.TOLD)));
  }

  /** Whether anything depends on a check. */
  private enum Part {
    GATE,
    TOLD
  }

  private Row coverage(Check check, String subset, PredictionScore score, Part part) {
    double margin = Quantiles.normal(CHANCE) * Math.sqrt(NOMINAL * (1 - NOMINAL) / score.n());
    Range range = new Range(policy.gate().low(), policy.gate().high()).widened(margin);
    return row(new Measured(check, subset, score.coverage(), score.n()), range, part);
  }

  private Row row(Measured measured, Range range, Part part) {
    Check.Verdict verdict = verdict(measured, range, part);
    RowBuilder row =
        head(measured.check(), measured.subset(), measured.n(), verdict)
            .set(GoldSkillCalibration.VALUE, measured.value())
            .set(GoldSkillCalibration.LOW, range.low())
            .set(GoldSkillCalibration.HIGH, range.high());
    if (verdict == Check.Verdict.FAIL) {
      row.set(GoldSkillCalibration.REASON, failed(measured, range));
    }
    return row.build();
  }

  private Check.Verdict verdict(Measured measured, Range range, Part part) {
    if (part == Part.TOLD) {
      return Check.Verdict.REPORTED;
    }
    if (measured.n() < policy.gate().fewestItems()) {
      return Check.Verdict.TOO_FEW;
    }
    boolean inside = measured.value() >= range.low() && measured.value() <= range.high();
    return inside ? Check.Verdict.PASS : Check.Verdict.FAIL;
  }

  private static String failed(Measured measured, Range range) {
    String what =
        switch (measured.check()) {
          case COVERAGE -> "intervals of items left out (%s) hold".formatted(measured.subset());
          case FORWARD -> "intervals of the last weeks, predicted from those before, hold";
          case MEAN_Z -> "the mean standardised error is";
          default -> "the deviation of standardised errors is";
        };
    return String.format(
        Locale.ROOT,
        "Not shown, because %s %.3f over %d items where %.3f to %.3f is asked for.",
        what,
        measured.value(),
        measured.n(),
        range.low(),
        range.high());
  }

  private Row alarm(Calibration found) {
    return head(Check.ALARM, ALL, found.detector().statistic().size(), Check.Verdict.REPORTED)
        .maybe(GoldSkillCalibration.VALUE, found.alarm())
        .set(
            GoldSkillCalibration.REASON,
            found
                .alarm()
                .map(week -> "The model broke in week %.0f after 2000-01-03.".formatted(week))
                .orElse("No sign that the model broke."))
        .build();
  }

  private void separable(SkillFit fit, List<Row> rows) {
    long all = fit.raters().size();
    long told = fit.raters().stream().filter(one -> one.notSeparable().isEmpty()).count();
    Optional<Double> share = all == 0 ? Optional.empty() : Optional.of((double) told / all);
    rows.add(
        head(Check.SEPARABLE, ALL, all, Check.Verdict.REPORTED)
            .maybe(GoldSkillCalibration.VALUE, share)
            .set(
                GoldSkillCalibration.REASON,
                "%d of %d raters can be told from the people they rate.".formatted(told, all))
            .build());
  }

  private RowBuilder head(Check check, String subset, long n, Check.Verdict verdict) {
    return new RowBuilder(GoldSkillCalibration.TABLE, edition)
        .set(GoldSkillCalibration.CHECK_NAME, check.name())
        .set(GoldSkillCalibration.SUBSET, subset)
        .set(GoldSkillCalibration.N, n)
        .set(GoldSkillCalibration.VERDICT, verdict.name());
  }
}
