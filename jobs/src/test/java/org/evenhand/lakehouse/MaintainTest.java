package org.evenhand.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class MaintainTest {
  private static final Table FACTS = Table.of("gold.fact");
  private static final Edition PUBLISHED = new Edition("2026Q3", "aaa");
  private static final Edition ABANDONED = new Edition("2026Q3", "bbb");
  private static final Edition RUNNING = new Edition("2026Q3", "ccc");

  @TempDir private Path lake;
  private final SparkSession session;

  MaintainTest(SparkSession session) {
    this.session = session;
  }

  @Test
  void onlyEditionsNobodyPublishedOrKeepsGo() {
    LakeTables tables = new LakeTables(session, lake.toString());
    List.of(PUBLISHED, ABANDONED, RUNNING).forEach(edition -> write(tables, edition));
    Candidate candidate =
        new Candidate(
            PUBLISHED,
            List.of(FACTS),
            lake.resolve("none"),
            new Candidate.Origin("run-1", Instant.EPOCH));
    new Publisher(tables, lake.toString()).publish(candidate, copies -> List.of());
    Maintain maintain = new Maintain(tables, lake.toString());

    assertThat(maintain.dropUnpublished(List.of(FACTS), Set.of(RUNNING), "run-2"))
        .isEqualTo(Map.of(FACTS, Set.of(ABANDONED)));
    assertThat(maintain.dropUnpublished(List.of(FACTS), Set.of(RUNNING), "run-2")).isEmpty();
    maintain.compact(List.of(FACTS));

    assertThat(tables.editions(FACTS)).containsExactly(PUBLISHED, RUNNING);
    assertThat(tables.read(FACTS, ABANDONED).count()).isZero();
    assertThat(tables.read(FACTS, PUBLISHED).count()).isEqualTo(1);
    assertThat(tables.problems(FACTS)).isEmpty();
    write(tables, ABANDONED);
    assertThat(tables.read(FACTS, ABANDONED).count()).isEqualTo(1);
  }

  private static void write(LakeTables tables, Edition edition) {
    String text =
        "fact_id | state | value | edition | quarter\nf | KNOWN | 1.0 | %s | 2026Q3"
            .formatted(edition.id());
    Stamp stamp = new Stamp("test", "run", edition.id(), Map.of());
    tables.edition(FACTS, edition, TextTable.rows(FACTS, text), stamp);
  }
}
