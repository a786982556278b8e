package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldRoiSummary;

/** The balance of a scope as rows of gold.roi_summary; costs are the company's only. */
record SummaryRows(Edition edition, Analysis.Input input) {

  List<Row> of(Findings findings) {
    Figure saved = figure(findings, RoiMeasure.TIME_SAVED);
    long reps = reps(findings);
    List<Line> lines =
        new ArrayList<>(
            new Claims(findings, input.policy(), selfReported(findings)).lines(saved, reps));
    lines.addAll(input.people().lines(findings.scope(), figure(findings, RoiMeasure.RETENTION)));
    if (findings.scope().kind() == Scope.Kind.COMPANY) {
      lines.addAll(new Balance(input.policy(), input.outside().costs()).lines(saved, reps));
    }
    return lines.stream().map(line -> row(findings.scope(), line)).toList();
  }

  private Figure selfReported(Findings findings) {
    return findings.scope().kind() == Scope.Kind.COMPANY
        ? input.outside().selfReported()
        : new Figure.NotMeasured("Asked of the company as a whole only.");
  }

  private static long reps(Findings findings) {
    return findings
        .found(RoiMeasure.TIME_SAVED)
        .map(judged -> judged.found().comparison().support().treated())
        .orElse(0L);
  }

  /** The headline with its interval, or why there is none. */
  private Figure figure(Findings findings, String measure) {
    Optional<Judged> judged = findings.found(measure);
    if (judged.isEmpty()) {
      Estimate.None none =
          (Estimate.None) Objects.requireNonNull(findings.estimates().get(measure));
      return none.delivered() == Estimate.Delivered.NO
          ? new Figure.NotMeasured(none.reason())
          : new Figure.Undefined(none.reason());
    }
    if (judged.get().small(input.policy().minimumReps())) {
      return new Figure.Suppressed(
          "Fewer than %d reps stand on one side of this comparison."
              .formatted(input.policy().minimumReps()));
    }
    long reps = judged.get().found().comparison().support().treated();
    double value = judged.get().effect().value();
    return judged
        .get()
        .interval(judged.get().effect(), input.policy().confidence())
        .<Figure>map(i -> new Figure.Known(value, i.low(), i.high(), reps))
        .orElse(new Figure.Undefined("Nothing varies between teams to judge it by."));
  }

  private Row row(Scope scope, Line line) {
    RowBuilder row =
        new RowBuilder(GoldRoiSummary.TABLE, edition)
            .set(GoldRoiSummary.SCOPE_KIND, scope.kind().name())
            .set(GoldRoiSummary.SCOPE, scope.id())
            .set(GoldRoiSummary.LINE, line.name().name())
            .set(GoldRoiSummary.MEASURE, line.name().measure())
            .set(GoldRoiSummary.BASIS, line.basis().name())
            .set(GoldRoiSummary.N, line.n())
            .set(GoldRoiSummary.UNIT, input.units().of(line.name().measure()))
            .set(GoldRoiSummary.STATE, line.figure().state())
            .maybe(GoldRoiSummary.REASON, line.figure().why().or(line::note));
    if (line.figure() instanceof Figure.Known known) {
      row.set(GoldRoiSummary.VALUE, known.value()).maybe(GoldRoiSummary.GRADE, line.grade());
      if (Double.isFinite(known.low())) {
        row.set(GoldRoiSummary.LOW, known.low());
      }
      if (Double.isFinite(known.high())) {
        row.set(GoldRoiSummary.HIGH, known.high());
      }
    }
    return row.build();
  }
}
