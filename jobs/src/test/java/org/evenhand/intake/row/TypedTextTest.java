package org.evenhand.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.schema.ColumnType;
import org.junit.jupiter.api.Test;

class TypedTextTest {
  private static final TypedText PLAIN = typed('.', "UTC");
  private static final TypedText COMMA = typed(',', "Europe/Berlin", "dd.MM.yyyy", "M/d/yyyy");

  private static TypedText typed(char decimal, String zone, String... dates) {
    return new TypedText(new Times(zone, List.of(dates), List.of("dd.MM.yyyy HH:mm")), decimal);
  }

  private static Object value(TypedText typed, String type, String text) {
    return typed.value(ColumnType.parse(type).orElseThrow(), text);
  }

  @Test
  void decimalCommaAndGroupsAreReadAsDeclared() {
    assertThat(value(COMMA, "DECIMAL(18,2)", "1.234,56")).isEqualTo(new BigDecimal("1234.56"));
    assertThat(value(COMMA, "DOUBLE", "12,5 %")).isEqualTo(12.5);
    assertThat(value(PLAIN, "DECIMAL(18,2)", "-1,234,567.8"))
        .isEqualTo(new BigDecimal("-1234567.80"));
    assertThat(value(PLAIN, "DOUBLE", "1e3")).isEqualTo(1000.0);
  }

  @Test
  void numberThatFitsNoDialectIsRefusedNotGuessed() {
    assertThatThrownBy(() -> value(PLAIN, "DECIMAL(18,2)", "12,34"))
        .hasMessage("'12,34' is no DECIMAL(18,2)");
    assertThatThrownBy(() -> value(COMMA, "DOUBLE", "12.34")).hasMessage("'12.34' is no DOUBLE");
    assertThatThrownBy(() -> value(PLAIN, "DECIMAL(18,2)", "99999999999999999.00"))
        .hasMessageContaining("is no DECIMAL");
    assertThatThrownBy(() -> value(PLAIN, "INT", "1.5")).hasMessage("'1.5' is no INT");
    assertThatThrownBy(() -> value(PLAIN, "DOUBLE", "NaN")).hasMessage("'NaN' is no DOUBLE");
    assertThatThrownBy(() -> value(PLAIN, "BIGINT", "1e999999999")).hasMessageContaining("BIGINT");
  }

  @Test
  void wholeNumbersWrittenAsDecimalsAreWhole() {
    assertThat(value(PLAIN, "BIGINT", "12.0")).isEqualTo(12L);
  }

  @Test
  void localDatesAreReadByTheMappingsPatternsInOrder() {
    assertThat(value(COMMA, "DATE", "03.04.2026")).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(value(COMMA, "DATE", "4/3/2026")).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(value(COMMA, "DATE", "2026-04-03")).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(value(COMMA, "DATE", "2026-04-02T23:30:00.000Z"))
        .isEqualTo(LocalDate.of(2026, 4, 3));
  }

  @Test
  void daysThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> value(COMMA, "DATE", "30.02.2026"))
        .hasMessage("'30.02.2026' is no DATE");
    assertThatThrownBy(() -> value(PLAIN, "DATE", "2026-02-29"))
        .hasMessage("'2026-02-29' is no DATE");
    assertThat(value(PLAIN, "DATE", "2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThatThrownBy(() -> value(PLAIN, "DATE", "46000")).hasMessage("'46000' is no DATE");
  }

  @Test
  void offsetsWinOverTheMappingsZone() {
    for (String same :
        List.of(
            "2026-07-01T10:00:00+02:00",
            "2026-07-01T08:00:00.000+0000",
            "2026-07-01T08:00:00Z",
            "2026-07-01 10:00:00",
            "2026-07-01T10:00",
            "01.07.2026 10:00")) {
      assertThat(value(COMMA, "TIMESTAMP", same))
          .as(same)
          .isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
    }
    assertThat(value(COMMA, "TIMESTAMP", "01.07.2026"))
        .isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
  }

  /** N-13: the week of a clock change. */
  @Test
  void skippedHourIsRefusedAndDoubledHourIsTheFirst() {
    assertThatThrownBy(() -> value(COMMA, "TIMESTAMP", "2026-03-29 02:30:00"))
        .hasMessageContaining("does not exist in Europe/Berlin");
    assertThat(value(COMMA, "TIMESTAMP", "2026-10-25 02:30:00"))
        .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @Test
  void listsComeAsJsonOrParted() {
    assertThat(value(PLAIN, "ARRAY<STRING>", "[\"a;b\",\"c\"]")).isEqualTo(List.of("a;b", "c"));
    assertThat(value(PLAIN, "ARRAY<STRING>", "a; b|c;")).isEqualTo(List.of("a", "b", "c"));
    assertThat(value(PLAIN, "ARRAY<BIGINT>", "[1,2]")).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void flagsAreReadInTheSpellingsExportsUse() {
    assertThat(value(PLAIN, "BOOLEAN", "Yes")).isEqualTo(true);
    assertThat(value(PLAIN, "BOOLEAN", "0")).isEqualTo(false);
    assertThatThrownBy(() -> value(PLAIN, "BOOLEAN", "maybe")).hasMessage("'maybe' is no BOOLEAN");
  }
}
