package org.evenhand.structure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.stats.Quantiles;
import org.evenhand.table.Edition;
import org.jspecify.annotations.Nullable;

/** Rows of gold.expected_outcome in the contract's order. */
final class ExpectedRows {
  /** Columns between reps and state. */
  private static final int NUMBERS = 19;

  private final Edition edition;
  private final StructurePolicy policy;

  ExpectedRows(Edition edition, StructurePolicy policy) {
    this.edition = edition;
    this.policy = policy;
  }

  Row of(Expectation row) {
    boolean few = row.key().subject().isRep() && row.size().cases() < policy.minimumCases();
    if (few) {
      return none(row.key(), row.size(), Words.tooFew(row, policy.minimumCases()));
    }
    return row.noise().variance() > 0
        ? known(row)
        : none(row.key(), row.size(), "Nothing varies, so nothing can be told from chance.");
  }

  private Row known(Expectation row) {
    List<@Nullable Object> values = head(row.key(), row.size());
    Expectation.Parts parts = row.parts();
    for (BigDecimal part :
        List.of(
            parts.actual(),
            parts.expected(),
            parts.mean(),
            parts.structural(),
            parts.rep(),
            parts.chance())) {
      values.add(part.setScale(4, RoundingMode.UNNECESSARY));
    }
    Expectation.Noise noise = row.noise();
    values.addAll(List.of(noise.variance(), noise.chance(), noise.fit(), noise.unmeasured()));
    values.add(noise.kept().map(Expectation.Kept::tau2).orElse(null));
    values.add(noise.kept().map(Expectation.Kept::share).orElse(null));
    double margin = Quantiles.normal(policy.confidence()) * Math.sqrt(noise.variance());
    double difference = parts.difference().doubleValue();
    values.addAll(List.of(difference - margin, difference + margin, policy.confidence()));
    values.addAll(List.of(row.test().z(), row.test().adjusted(), row.test().verdict().name()));
    values.add(Words.missing(row.size().missing()).orElse(null));
    values.add("KNOWN");
    values.add(null);
    return RowFactory.create(values.toArray());
  }

  Row none(Expectation.Key key, Expectation.Size size, String reason) {
    List<@Nullable Object> values = head(key, size);
    values.addAll(Arrays.asList(new @Nullable Object[NUMBERS]));
    values.add("UNDEFINED");
    values.add(reason);
    return RowFactory.create(values.toArray());
  }

  private List<@Nullable Object> head(Expectation.Key key, Expectation.Size size) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(edition.quarter());
    values.add(edition.id());
    values.add(key.subject().kind());
    values.add(key.subject().id());
    values.add(key.subject().team().orElse(null));
    values.add(key.subject().role().orElse(null));
    values.add(key.outcome().key());
    values.add(key.quarter());
    values.add(key.outcome().unit(policy.currency()));
    values.add(size.cases());
    values.add(size.reps());
    return values;
  }
}
