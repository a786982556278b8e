package org.evenhand.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.errors.UserException;
import org.evenhand.intake.read.SourceRecord;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.TableContract;
import org.evenhand.schema.TableName;
import org.evenhand.testing.SparkExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class RowMapperTest {
  private static final TableContract CONTRACT =
      Contracts.bundled().get(TableName.parse("bronze.opportunity"));
  private static final FileStamp FILE =
      new FileStamp("crm", "f1", "crm/2026-07-01", Instant.parse("2026-07-01T00:00:00Z"));

  private static CompiledMapping compiled(SparkSession session, String columns) {
    String json =
        """
        {"system": "crm", "object": "deal", "description": "d", "target": "bronze.opportunity",
         "files": "crm/*.csv", "format": "csv", "load": "full", "timezone": "Europe/Berlin",
         "normalise": {"Territory": "salesforce_id"},
         "columns": [{"to": "opportunity_id", "from": ["Id", "id"]}, {"to": "stage", "from": "Stage"},
           {"to": "stage_class", "expr": "CASE Stage WHEN 'Won' THEN 'WON' WHEN 'Odd' THEN 'ODD' ELSE 'OPEN' END"}%s]}
        """
            .formatted(columns);
    return CompiledMapping.of(
        session, Mappings.of(Map.of("crm/deal.json", json)).get("crm/deal"), CONTRACT);
  }

  private static MappedRow map(CompiledMapping mapping, Map<String, String> values) {
    @Nullable String[] texts =
        mapping.plan().slots().stream().map(slot -> values.get(slot.name())).toArray(String[]::new);
    return mapping.mapper().map(new SourceRecord(7, 0, "raw", texts, ""), FILE);
  }

  private static List<String> shown(MappedRow row) {
    List<String> names = CONTRACT.columnNames();
    List<String> shown = new ArrayList<>();
    IntStream.range(0, names.size())
        .filter(i -> row.values()[i] != null)
        .forEach(i -> shown.add(names.get(i) + "=" + Objects.requireNonNull(row.values()[i])));
    return shown;
  }

  @Test
  void recordBecomesARowWithItsOrigin(SparkSession session) {
    MappedRow row =
        map(
            compiled(
                session,
                """
                ,{"to":"amount","from":"Amount"},{"to":"currency","constant":"USD"},
                {"to":"created_at","from":"Made"},{"to":"merged_ids","expr":"split(Merged, ',')"},
                {"to":"probability","expr":"try_cast(P AS DOUBLE) / 100"},
                {"to":"closed_on","expr":"CASE WHEN Stage = 'Won' THEN `close.date` END"}
                """),
            Map.of(
                "Id",
                "A",
                "Stage",
                "Won",
                "Amount",
                "12.5",
                "Made",
                "2026-07-01 10:00:00",
                "Merged",
                "x,y",
                "P",
                "50",
                "close.date",
                "2026-07-02"));
    assertThat(row.reasons()).isEmpty();
    assertThat(shown(row))
        .containsExactly(
            "opportunity_id=A",
            "stage=Won",
            "stage_class=WON",
            "amount=12.50",
            "currency=USD",
            "probability=0.5",
            "created_at=2026-07-01T08:00:00Z",
            "closed_on=2026-07-02",
            "merged_ids="
                + scala.jdk.javaapi.CollectionConverters.asScala(List.of("x", "y")).toSeq(),
            "_system=crm",
            "_file=f1",
            "_line=7",
            "_batch=crm/2026-07-01",
            "known_from=2026-07-01T00:00:00Z");
  }

  /** N-11: a text that does not fit its type is a rejection with its value, never NULL. */
  @Test
  void textThatDoesNotFitRejectsWithItsValue(SparkSession session) {
    CompiledMapping mapping =
        compiled(
            session,
            """
            ,{"to":"amount","from":"Amount"},{"to":"currency","constant":"USD"},
            {"to":"closed_on","expr":"Closed"}
            """);
    assertThat(
            map(mapping, Map.of("Id", "A", "Stage", "x", "Amount", "12 EUR", "Closed", "soon"))
                .reasons())
        .containsExactly("amount: '12 EUR' is no DECIMAL(18,2)", "closed_on: 'soon' is no DATE");
  }

  @Test
  void everyReasonIsGivenOfTypingAndContract(SparkSession session) {
    MappedRow row =
        map(
            compiled(
                session,
                ",{\"to\":\"probability\",\"from\":\"P\"},{\"to\":\"amount\",\"from\":\"A\"}"),
            Map.of("Stage", "Odd", "P", "2", "A", "x"));
    assertThat(row.reasons())
        .anyMatch(r -> r.equals("amount: 'x' is no DECIMAL(18,2)"))
        .anyMatch(r -> r.equals("opportunity_id is missing"))
        .anyMatch(r -> r.startsWith("stage_class is ODD"))
        .anyMatch(r -> r.startsWith("probability is 2"));
  }

  @Test
  void idWithAWrongChecksumIsRejectedOnce(SparkSession session) {
    MappedRow row =
        map(
            compiled(session, ",{\"to\":\"territory_id\",\"from\":\"Territory\"}"),
            Map.of("Id", "A", "Stage", "x", "Territory", "0MI5g00000ABCDEabc"));
    assertThat(row.reasons()).singleElement().asString().contains("its checksum is abc");
  }

  @Test
  void expressionThatFailsRejectsItsRecordOnly(SparkSession session) {
    CompiledMapping mapping =
        compiled(session, ",{\"to\":\"probability\",\"expr\":\"CAST(P AS DOUBLE)\"}");
    assertThat(map(mapping, Map.of("Id", "A", "Stage", "x", "P", "0.5")).reasons()).isEmpty();
    assertThat(map(mapping, Map.of("Id", "A", "Stage", "x", "P", "half")).reasons())
        .singleElement()
        .asString()
        .startsWith("probability: The value 'half'")
        .doesNotContain("SQLSTATE");
  }

  @Test
  void expressionOverManyRowsIsRefused(SparkSession session) {
    assertThatThrownBy(() -> compiled(session, ",{\"to\":\"amount\",\"expr\":\"sum(A)\"}"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not computed from one row");
    assertThatThrownBy(() -> compiled(session, ",{\"to\":\"amount\",\"expr\":\"A +\"}"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Cannot use expression");
  }
}
