package org.evenhand.intake.row;

import java.io.Serializable;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dates and instants as exports write them: the mapping's patterns in order, then ISO 8601. A time
 * without an offset is in the mapping's zone; one that the clocks skipped there is refused, one
 * that they showed twice is the first.
 */
final class Times implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.YEAR, 4, 4, SignStyle.NEVER)
          .appendPattern("-MM-dd")
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalStart()
          .appendOptional(DateTimeFormatter.ofPattern("[ ]"))
          .appendPattern("[XXXXX][XXXX][XXX][XX][X]")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final String zoneId;
  private final List<String> datePatterns;
  private final List<String> timestampPatterns;
  private transient @Nullable ZoneId zone;
  private transient @Nullable List<DateTimeFormatter> dates;
  private transient @Nullable Set<DateTimeFormatter> doubtful;
  private transient @Nullable List<DateTimeFormatter> timestamps;

  Times(String zoneId, List<String> datePatterns, List<String> timestampPatterns) {
    this.zoneId = zoneId;
    this.datePatterns = List.copyOf(datePatterns);
    this.timestampPatterns = List.copyOf(timestampPatterns);
  }

  /**
   * @throws DateTimeException when the text is no date
   */
  LocalDate date(String text) {
    String plain = text.strip();
    for (DateTimeFormatter format : dates()) {
      TemporalAccessor parsed = tried(format, plain);
      LocalDate date = parsed == null ? null : parsed.query(TemporalQueries.localDate());
      if (date != null) {
        return date;
      }
    }
    TemporalAccessor parsed = ISO.parse(plain);
    if (parsed.query(TemporalQueries.localTime()) == null) {
      return LocalDate.from(parsed);
    }
    return instant(parsed).atZone(zone()).toLocalDate();
  }

  /**
   * @throws DateTimeException when the text is no instant
   */
  Instant instant(String text) {
    String plain = text.strip();
    Optional<Instant> plainly = IsoInstant.read(plain);
    if (plainly.isPresent()) {
      return plainly.get();
    }
    for (DateTimeFormatter format : timestamps()) {
      TemporalAccessor parsed = tried(format, plain);
      if (parsed != null) {
        return instant(parsed);
      }
    }
    TemporalAccessor iso = tried(ISO, plain);
    return iso == null ? atZone(date(plain).atStartOfDay()) : instant(iso);
  }

  private Instant instant(TemporalAccessor parsed) {
    LocalDate date = LocalDate.from(parsed);
    java.time.LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalDateTime local = time == null ? date.atStartOfDay() : date.atTime(time);
    ZoneId written = parsed.query(TemporalQueries.zone());
    return written instanceof ZoneOffset offset ? local.toInstant(offset) : atZone(local);
  }

  private Instant atZone(LocalDateTime local) {
    List<ZoneOffset> offsets = zone().getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new DateTimeException(
          "does not exist in %s, where the clocks were put forward".formatted(zoneId));
    }
    return local.toInstant(offsets.get(0));
  }

  /** A failed parse costs an exception: a pattern that failed once looks at the shape first. */
  private @Nullable TemporalAccessor tried(DateTimeFormatter format, String text) {
    if (doubtful().contains(format) && !hasShape(format, text)) {
      return null;
    }
    try {
      return format.parse(text);
    } catch (DateTimeParseException e) {
      doubtful().add(format);
      return null;
    }
  }

  private static boolean hasShape(DateTimeFormatter format, String text) {
    ParsePosition position = new ParsePosition(0);
    TemporalAccessor raw = format.parseUnresolved(text, position);
    return raw != null && position.getErrorIndex() < 0 && position.getIndex() == text.length();
  }

  private Set<DateTimeFormatter> doubtful() {
    if (doubtful == null) {
      doubtful = new HashSet<>();
    }
    return doubtful;
  }

  private ZoneId zone() {
    if (zone == null) {
      zone = ZoneId.of(zoneId);
    }
    return zone;
  }

  private List<DateTimeFormatter> dates() {
    if (dates == null) {
      dates = formatters(datePatterns);
    }
    return dates;
  }

  private List<DateTimeFormatter> timestamps() {
    if (timestamps == null) {
      timestamps = formatters(timestampPatterns);
    }
    return timestamps;
  }

  private static List<DateTimeFormatter> formatters(List<String> patterns) {
    return patterns.stream().map(Times::formatter).toList();
  }

  /**
   * Strict about days that do not exist; {@code y} is read as {@code u}, which strictness needs.
   */
  private static DateTimeFormatter formatter(String pattern) {
    boolean hasEra = pattern.contains("G");
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(hasEra ? pattern : unquotedYears(pattern))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static String unquotedYears(String pattern) {
    StringBuilder out = new StringBuilder(pattern);
    boolean quoted = false;
    for (int i = 0; i < out.length(); i++) {
      quoted ^= out.charAt(i) == '\'';
      if (!quoted && out.charAt(i) == 'y') {
        out.setCharAt(i, 'u');
      }
    }
    return out.toString();
  }
}
