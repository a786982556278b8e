package org.evenhand.intake.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantTest {
  private static final long SEED = 20_261_122;
  private static final String[] FORMS = {
    "uuuu-MM-dd'T'HH:mm:ssXXX",
    "uuuu-MM-dd'T'HH:mm:ssXX",
    "uuuu-MM-dd'T'HH:mm:ss.SSSXX",
    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX"
  };

  @Test
  void readsWhatTheFormatterReads() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      DateTimeFormatter form = DateTimeFormatter.ofPattern(FORMS[random.nextInt(FORMS.length)]);
      String text = moment(random).format(form);
      assertEquals(
          Optional.of(OffsetDateTime.parse(text, form).toInstant()), IsoInstant.read(text));
    }
  }

  @Test
  void whatItReadsOfBrokenTextsTheFormatterReadsTheSame() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(moment(random).toString());
      text.setCharAt(
          random.nextInt(text.length()), "0123456789-+:TZ. x".charAt(random.nextInt(18)));
      IsoInstant.read(text.toString())
          .ifPresent(read -> assertEquals(read, parsed(text.toString()), text.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-07-01",
        "2026-07-01T09:30:00",
        "2026-07-01T09:30:00.123",
        "2026-07-01 09:30:00Z",
        "2026-02-30T09:30:00Z",
        "2026-07-01T24:00:00Z",
        "2026-07-01T09:30:00.Z",
        "2026-07-01T09:30:00.1234567890Z",
        "2026-07-01T09:30:00+02",
        "2026-07-01T09:30:00Z "
      })
  void leavesEverythingElseToThePatterns(String text) {
    assertEquals(Optional.empty(), IsoInstant.read(text));
  }

  private static OffsetDateTime moment(Random random) {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(113) - 56) * 900);
    long second = random.nextLong(-30_000_000_000L, 200_000_000_000L);
    return Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1_000L).atOffset(offset);
  }

  private static Instant parsed(String text) {
    String colon = text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    try {
      return OffsetDateTime.parse(colon).toInstant();
    } catch (DateTimeException e) {
      throw new AssertionError(text, e);
    }
  }
}
