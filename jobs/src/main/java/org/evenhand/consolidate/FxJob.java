package org.evenhand.consolidate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeFxRate;
import org.evenhand.table.columns.SilverFx;
import org.jspecify.annotations.Nullable;

/** Dated exchange rates into the reporting currency; corrected rates keep the earlier belief. */
public final class FxJob implements LedgerJob {
  private static final int END_OF_TIME = 2200;

  @Override
  public String name() {
    return "fx";
  }

  @Override
  public List<Table> reads() {
    return List.of(BronzeFxRate.TABLE, BronzeFile.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverFx.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    Upstream upstream = new Upstream(context);
    List<Row> known =
        upstream.known(
            BronzeFxRate.TABLE,
            BronzeFxRate.CURRENCY,
            BronzeFxRate.BASE_CURRENCY,
            BronzeFxRate.STARTS_ON);
    return JobResult.derived(
        context
            .tables()
            .replace(
                SilverFx.TABLE, Slice.whole(), rows(known, upstream.settings()), context.stamp()));
  }

  static List<Row> rows(List<Row> known, Settings settings) {
    CrossRates rates = new CrossRates(settings.reportingCurrency(), settings.constantRateDay());
    List<Knowledge.Known<CrossRates.Quote>> quotes =
        known.stream()
            .filter(row -> !Upstream.gone(row))
            .map(row -> Upstream.believed(row, quote(row)))
            .toList();
    if (quotes.isEmpty()) {
      return rates.of(List.of()).stream()
          .map(rate -> row(settings, new Knowledge.Known<>(rate, java.time.Instant.EPOCH, null)))
          .toList();
    }
    return Knowledge.derive(quotes, rates::of).stream().map(rate -> row(settings, rate)).toList();
  }

  /** Systems write the end of time as a date: that is no end. */
  private static @Nullable LocalDate end(@Nullable LocalDate end) {
    return end == null || end.getYear() >= END_OF_TIME ? null : end;
  }

  private static CrossRates.Quote quote(Row row) {
    return new CrossRates.Quote(
        BronzeFxRate.CURRENCY.text(row),
        BronzeFxRate.BASE_CURRENCY.text(row),
        BronzeFxRate.STARTS_ON.date(row),
        end((LocalDate) BronzeFxRate.ENDS_ON.value(row)),
        BronzeFxRate.UNITS_PER_BASE.money(row));
  }

  private static Row row(Settings settings, Knowledge.Known<CrossRates.Rate> known) {
    CrossRates.Rate rate = known.value();
    LocalDate to = rate.to();
    return new Records(SilverFx.TABLE)
        .row()
        .put(SilverFx.CURRENCY, rate.currency())
        .put(SilverFx.FROM_DATE, rate.from())
        .put(SilverFx.TO_DATE, to)
        .put(SilverFx.RATE, rate.rate())
        .put(SilverFx.CONSTANT_RATE, rate.constant())
        .put(SilverFx.REPORTING_CURRENCY, settings.reportingCurrency())
        .put(SilverFx.VALID_FROM, Span.start(rate.from(), ZoneOffset.UTC))
        .put(SilverFx.VALID_TO, to == null ? null : Span.start(to.plusDays(1), ZoneOffset.UTC))
        .put(SilverFx.KNOWN_FROM, known.from())
        .put(SilverFx.KNOWN_TO, known.to())
        .build();
  }
}
