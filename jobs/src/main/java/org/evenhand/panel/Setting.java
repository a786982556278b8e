package org.evenhand.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.job.Quarter;
import org.evenhand.panel.Result.Notes;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Spread;

/**
 * Everything the measures of a quarter share, and how a figure becomes a result.
 *
 * @param population reps of the quarter
 * @param catalogue measures by key
 * @param thresholds limits
 * @param series quarters, the reported one last
 * @param starts AI start of each rep who has one
 * @param currency reporting currency
 */
record Setting(
    Population population,
    Map<String, Measure> catalogue,
    Thresholds thresholds,
    List<String> series,
    Map<Long, LocalDate> starts,
    String currency) {

  double confidence() {
    return thresholds.confidence();
  }

  String reported() {
    return series.get(series.size() - 1);
  }

  /** The quarter before the reported one, whether known or not. */
  String previous() {
    return Quarter.parse(reported()).previous().toString();
  }

  Measure measure(String key) {
    return Objects.requireNonNull(catalogue.get(key), key);
  }

  /** The catalogue's unit, with the reporting currency in place of the word. */
  String unit(String measure) {
    return measure(measure).unit().replace("currency", currency);
  }

  /** An estimate in the catalogue's unit. */
  Result level(Subject subject, String measure, String period, Figure figure, long reps) {
    Notes notes = Notes.estimate(unit(measure), reps, confidence());
    return new Result(new Result.Key(subject, measure, "", period), figure, notes);
  }

  /** A number without a sampling interval, in the catalogue's unit. */
  Result exact(Subject subject, String measure, String period, Figure figure, long reps) {
    Notes notes = Notes.plain(unit(measure), reps);
    return new Result(new Result.Key(subject, measure, "", period), figure, notes);
  }

  /** A change for the same reps: grade B, with its verdict. */
  Result change(Subject subject, String measure, Figure figure, long reps, Basis basis) {
    Verdict verdict = Verdict.of(measure(measure), figure);
    Notes notes =
        Notes.estimate(unit(measure), reps, confidence())
            .graded("B")
            .judged(verdict)
            .because(basis.text() + small(measure(measure), figure, verdict));
    return new Result(new Result.Key(subject, measure, "", "change"), figure, notes);
  }

  private static String small(Measure measure, Figure figure, Verdict verdict) {
    boolean small =
        verdict == Verdict.IMPROVED
            && figure instanceof Figure.Known known
            && Math.abs(known.value()) < measure.smallestWorthwhile();
    return small
        ? " The change is smaller than the smallest that matters (%s %s)."
            .formatted(measure.smallestWorthwhile(), measure.unit())
        : "";
  }

  /** Middle half of the reps of a role; withheld below the minimum number. */
  Figure middle(List<Double> peers) {
    if (peers.size() < thresholds.minimumReps()) {
      return new Figure.Suppressed(
          "Fewer than %d reps of the role are known.".formatted(thresholds.minimumReps()));
    }
    return new Figure.Known(
        Spread.median(peers),
        Spread.quantile(peers, 0.25),
        Spread.quantile(peers, 0.75),
        peers.size());
  }

  /** The comparable band as a fact of one rep. */
  Result comparable(long rep, String measure, Figure middle) {
    long reps = middle instanceof Figure.Known known ? known.n() : 0;
    Notes notes =
        Notes.plain(unit(measure), reps).because("Middle half of the reps of the same role.");
    return new Result(new Result.Key(Subject.rep(rep), measure, "", "comparable"), middle, notes);
  }

  /** A measure that does not exist for a role family, as the catalogue says. */
  Optional<Result> notApplicable(Subject subject, String role, String measure) {
    return measure(measure)
        .notApplicable(role)
        .map(reason -> level(subject, measure, "now", new Figure.Undefined(reason), 0));
  }
}
