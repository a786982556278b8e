package org.evenhand.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import org.evenhand.schema.ExtractTime;

/** When a file was exported, as its mapping says. A date means the beginning of its day in UTC. */
final class ExtractTimes {
  private ExtractTimes() {}

  /** Empty when the path does not say. */
  static Optional<Instant> of(ExtractTime rule, String path) {
    if (rule instanceof ExtractTime.Constant constant) {
      return Optional.of(constant.instant());
    }
    Matcher matcher = ((ExtractTime.FromPath) rule).pattern().matcher(path);
    return matcher.find() ? parse(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Instant> parse(String text) {
    try {
      if (text.contains("T")) {
        return Optional.of(Instant.parse(text));
      }
      LocalDate day =
          text.contains("-")
              ? LocalDate.parse(text)
              : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
