package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Figure.Known;

/**
 * Hours claimed, by counting (grade C), beside hours measured (grade A), beside what reps say
 * (grade D), with measured over claimed: people have been found slower while believing they were
 * faster.
 */
record Claims(Findings findings, RoiPolicy policy, Figure selfReported) {

  List<Line> lines(Figure measured, long reps) {
    List<Line> lines = new ArrayList<>();
    Figure claimed = claimed(reps);
    lines.add(
        Line.of(Line.Name.CLAIMED_HOURS, claimed, reps)
            .graded("C")
            .noted(
                "%s minutes for every action and %s for a summarised meeting, as vendors count; nobody measured it."
                    .formatted(
                        plain(policy.minutesPerAction()),
                        plain(policy.minutesPerSummarisedMeeting()))));
    lines.add(Line.of(Line.Name.MEASURED_HOURS, measured, reps).graded("A"));
    lines.add(Line.of(Line.Name.REALISATION, realisation(measured, claimed), reps));
    lines.add(Line.of(Line.Name.SELF_REPORTED_HOURS, selfReported, 0).graded("D"));
    return lines;
  }

  private static String plain(double minutes) {
    return minutes == Math.rint(minutes) ? String.valueOf((long) minutes) : String.valueOf(minutes);
  }

  /** Mean of the treated since their start; no interval, because nothing was sampled. */
  private Figure claimed(long reps) {
    Optional<Judged> judged = findings.found(RoiMeasure.TIME_SAVED);
    if (judged.isEmpty() || judged.get().small(policy.minimumReps())) {
      return new Figure.Undefined("There is no measured effect to put beside it.");
    }
    double hours =
        new Levels(findings.scope(), Linear.of(Outcome.CLAIMED_HOURS))
            .sinceStart(judged.get().found().comparison().plan().groups());
    return hours > 0
        ? new Known(hours, hours, hours, reps)
        : new Figure.NotMeasured("No assists made for these reps were delivered.");
  }

  private static Figure realisation(Figure measured, Figure claimed) {
    if (!(measured instanceof Known hours)) {
      return measured;
    }
    if (!(claimed instanceof Known count)) {
      return claimed;
    }
    double by = count.value();
    return new Known(hours.value() / by, hours.low() / by, hours.high() / by, hours.n());
  }
}
