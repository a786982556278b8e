package org.evenhand.simulate.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.evenhand.simulate.world.Dice;

/** Texts of instants and hours of the day. */
final class Text {
  private static final long DAY_SECONDS = 86_400;

  private Text() {}

  /** To the second, with the zeros of the milliseconds CRMs write. */
  static String utc(Instant instant) {
    long seconds = instant.getEpochSecond();
    int ofDay = (int) Math.floorMod(seconds, DAY_SECONDS);
    StringBuilder text = new StringBuilder(24);
    text.append(LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY_SECONDS))).append('T');
    two(text, ofDay / 3_600).append(':');
    two(text, ofDay / 60 % 60).append(':');
    return two(text, ofDay % 60).append(".000Z").toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
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
