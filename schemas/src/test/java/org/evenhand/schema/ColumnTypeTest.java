package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STRING",
        "BOOLEAN",
        "INT",
        "BIGINT",
        "DOUBLE",
        "DECIMAL(18,2)",
        "DATE",
        "TIMESTAMP",
        "ARRAY<STRING>",
        "ARRAY<DECIMAL(5,0)>"
      })
  void typesReadBackAsWritten(String ddl) {
    assertThat(ColumnType.parse(ddl)).map(ColumnType::ddl).contains(ddl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"string", "VARCHAR", "DECIMAL", "DECIMAL(39,2)", "DECIMAL(0,0)", "ARRAY<>", ""})
  void otherTypesAreUnknown(String ddl) {
    assertThat(ColumnType.parse(ddl)).isEmpty();
  }

  @Test
  void valuesAreReadFromText() {
    assertThat(value("STRING", "a")).isEqualTo("a");
    assertThat(value("BOOLEAN", "true")).isEqualTo(true);
    assertThat(value("INT", "-1")).isEqualTo(-1);
    assertThat(value("BIGINT", "1")).isEqualTo(1L);
    assertThat(value("DOUBLE", "0.5")).isEqualTo(0.5);
    assertThat(value("DECIMAL(18,2)", "1.5")).isEqualTo(new BigDecimal("1.50"));
    assertThat(value("DATE", "2026-09-30")).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(value("TIMESTAMP", "2026-09-30T00:00:00Z"))
        .isEqualTo(Instant.parse("2026-09-30T00:00:00Z"));
    assertThat(value("ARRAY<INT>", "[1, 2]")).isEqualTo(List.of(1, 2));
    assertThat(value("ARRAY<INT>", "[]")).isEqualTo(List.of());
  }

  @Test
  void unreadableValuesAreNamed() {
    refuses("BOOLEAN", "yes");
    refuses("INT", "2147483648");
    refuses("BIGINT", "1.0");
    refuses("DOUBLE", "1,5");
    refuses("DECIMAL(3,2)", "1.234");
    refuses("DECIMAL(3,2)", "10.00");
    refuses("DECIMAL(3,2)", "ten");
    refuses("DATE", "30.09.2026");
    refuses("TIMESTAMP", "2026-09-30");
    refuses("ARRAY<INT>", "1");
  }

  private static void refuses(String type, String text) {
    assertThatThrownBy(() -> value(type, text)).hasMessage("'%s' is no %s".formatted(text, type));
  }

  private static Object value(String type, String text) {
    return ColumnType.parse(type).orElseThrow().value(text);
  }
}
