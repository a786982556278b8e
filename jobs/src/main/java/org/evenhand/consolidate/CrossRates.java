package org.evenhand.consolidate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rates into the reporting currency from quotes against any base currency: units of the reporting
 * currency per unit of a currency = units(reporting) / units(currency), both per unit of the same
 * base. A quote holds until the next one of its currency or its own end.
 */
final class CrossRates {
  private static final int SCALE = 8;
  private final String reporting;
  private final LocalDate constantDay;

  CrossRates(String reporting, LocalDate constantDay) {
    this.reporting = reporting;
    this.constantDay = constantDay;
  }

  /**
   * A delivered quote.
   *
   * @param until first day it no longer holds; null = until the next quote
   */
  record Quote(
      String currency, String base, LocalDate from, @Nullable LocalDate until, BigDecimal units) {}

  /**
   * A derived rate.
   *
   * @param to last day it holds; null = open end
   * @param constant rate of the constant-rate day, else the earliest there is
   */
  record Rate(
      String currency,
      LocalDate from,
      @Nullable LocalDate to,
      BigDecimal rate,
      BigDecimal constant) {}

  /** All rates; the reporting currency itself always has rate 1. */
  List<Rate> of(Collection<Quote> quotes) {
    List<Rate> rates = new ArrayList<>();
    BigDecimal one = BigDecimal.ONE.setScale(SCALE);
    rates.add(new Rate(reporting, LocalDate.of(1900, 1, 1), null, one, one));
    for (String base : distinct(quotes, Quote::base)) {
      List<Quote> own = quotes.stream().filter(quote -> quote.base().equals(base)).toList();
      NavigableMap<LocalDate, Quote> reference = series(own, reporting, base);
      java.util.SortedSet<String> currencies = distinct(own, Quote::currency);
      currencies.add(base);
      currencies.remove(reporting);
      for (String currency : currencies) {
        rates.addAll(rates(currency, series(own, currency, base), reference));
      }
    }
    return rates;
  }

  private List<Rate> rates(
      String currency,
      NavigableMap<LocalDate, Quote> series,
      NavigableMap<LocalDate, Quote> reference) {
    TreeSet<LocalDate> days = new TreeSet<>(series.keySet());
    days.addAll(reference.keySet());
    List.of(series, reference)
        .forEach(
            map ->
                map.values().stream()
                    .map(Quote::until)
                    .filter(java.util.Objects::nonNull)
                    .forEach(days::add));
    List<Rate> rates = new ArrayList<>();
    for (LocalDate day : days) {
      LocalDate next = days.higher(day);
      Optional<BigDecimal> own = units(series, day);
      Optional<BigDecimal> ours = units(reference, day);
      if (own.isPresent() && ours.isPresent()) {
        BigDecimal rate =
            ours.get()
                .divide(own.get(), MathContext.DECIMAL64)
                .setScale(SCALE, RoundingMode.HALF_EVEN);
        rates.add(new Rate(currency, day, next == null ? null : next.minusDays(1), rate, rate));
      }
    }
    return withConstant(rates);
  }

  private List<Rate> withConstant(List<Rate> rates) {
    Optional<Rate> constant =
        rates.stream().filter(this::covers).findFirst().or(() -> rates.stream().findFirst());
    return rates.stream()
        .map(
            rate ->
                new Rate(
                    rate.currency(),
                    rate.from(),
                    rate.to(),
                    rate.rate(),
                    constant.orElse(rate).rate()))
        .toList();
  }

  private boolean covers(Rate rate) {
    LocalDate to = rate.to();
    return !rate.from().isAfter(constantDay) && (to == null || !to.isBefore(constantDay));
  }

  private static NavigableMap<LocalDate, Quote> series(
      List<Quote> quotes, String currency, String base) {
    NavigableMap<LocalDate, Quote> series = new TreeMap<>();
    quotes.stream()
        .filter(quote -> quote.currency().equals(currency))
        .forEach(quote -> series.put(quote.from(), quote));
    if (series.isEmpty() && currency.equals(base)) {
      LocalDate always = LocalDate.of(1900, 1, 1);
      series.put(always, new Quote(base, base, always, null, BigDecimal.ONE));
    }
    return series;
  }

  private static Optional<BigDecimal> units(NavigableMap<LocalDate, Quote> series, LocalDate day) {
    return Optional.ofNullable(series.floorEntry(day))
        .map(java.util.Map.Entry::getValue)
        .filter(
            quote -> {
              LocalDate until = quote.until();
              return until == null || day.isBefore(until);
            })
        .map(Quote::units);
  }

  private static java.util.SortedSet<String> distinct(
      Collection<Quote> quotes, java.util.function.Function<Quote, String> text) {
    TreeSet<String> values = new TreeSet<>();
    quotes.forEach(quote -> values.add(text.apply(quote)));
    return values;
  }
}
