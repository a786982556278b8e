package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.schema.Sha256;
import org.evenhand.stats.Figure;
import org.evenhand.table.Edition;
import org.jspecify.annotations.Nullable;

/**
 * A number an artefact may print.
 *
 * @param reps people it rests on
 * @param query where it came from
 */
record Fact(Id id, Figure figure, long reps, Reading reading, String query) {

  /** What the fact is; the same from edition to edition. */
  record Id(String kind, String subject, String measure, String dimension, String period) {

    /** 16 hex characters of the SHA-256 over the parts joined by a bar. */
    String hash() {
      String text = String.join("|", kind, subject, measure, dimension, period);
      return Sha256.of(text).substring(0, 16);
    }
  }

  /** How to read the number. */
  record Reading(
      String unit,
      String nUnit,
      Optional<Double> confidence,
      Optional<String> grade,
      Optional<String> verdict,
      Optional<String> reason) {

    static Reading plain(String unit, String nUnit) {
      return new Reading(
          unit, nUnit, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Reading because(String text) {
      return new Reading(unit, nUnit, confidence, grade, verdict, Optional.of(text));
    }
  }

  Fact withheld(String reason) {
    Reading silent =
        new Reading(
            reading.unit(),
            reading.nUnit(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Fact(id, new Figure.Suppressed(reason), reps, silent, query);
  }

  Fact because(String text) {
    return new Fact(id, figure, reps, reading.because(text), query);
  }

  boolean known() {
    return figure instanceof Figure.Known;
  }

  Optional<Double> value() {
    return figure instanceof Figure.Known known ? Optional.of(known.value()) : Optional.empty();
  }

  Row row(Edition edition) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(edition.quarter());
    values.add(edition.id());
    values.add(id.hash());
    values.add(id.kind());
    values.add(id.subject());
    values.add(id.measure());
    values.add(id.dimension());
    values.add(id.period());
    if (figure instanceof Figure.Known known) {
      values.add(known.value());
      values.add(Double.isFinite(known.low()) ? known.low() : null);
      values.add(Double.isFinite(known.high()) ? known.high() : null);
      values.add(reading.confidence().orElse(null));
      values.add(known.n());
    } else {
      for (int i = 0; i < 5; i++) {
        values.add(null);
      }
    }
    values.add(reading.nUnit());
    values.add(reading.unit());
    values.add(reading.grade().orElse(null));
    values.add(reading.verdict().orElse(null));
    values.add(figure.state());
    values.add(figure.why().or(reading::reason).orElse(null));
    values.add(query);
    return RowFactory.create(values.toArray());
  }
}
