package org.evenhand.schema;

import java.time.ZoneId;
import java.util.List;

/**
 * How text becomes a value. ISO 8601 is always understood, after the listed patterns.
 *
 * @param timezone zone of timestamps written without an offset
 * @param dates {@link java.time.format.DateTimeFormatter} patterns tried in order
 * @param timestamps likewise
 * @param missing texts that mean NULL; the empty text is one unless the list leaves it out
 */
public record TextRules(
    String timezone, List<String> dates, List<String> timestamps, List<String> missing) {
  public TextRules {
    dates = List.copyOf(dates);
    timestamps = List.copyOf(timestamps);
    missing = List.copyOf(missing);
  }

  public ZoneId zone() {
    return ZoneId.of(timezone);
  }
}
