package org.evenhand.simulate.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.evenhand.simulate.world.Dice;

/** Texts of instants and hours of the day. */
final class Text {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Text() {}

  static String utc(Instant instant) {
    return UTC.format(instant);
  }

  /** With the zone's offset, as call tools write it. */
  static String offset(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  /** Some minute of the working day. */
  static Instant during(LocalDate day, ZoneId zone, Dice dice) {
    return day.atTime(9 + dice.below(8), dice.below(60)).atZone(zone).toInstant();
  }
}
