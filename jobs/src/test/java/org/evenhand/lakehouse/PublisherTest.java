package org.evenhand.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.errors.DataException;
import org.evenhand.errors.UserException;
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
final class PublisherTest {
  private static final Table FACTS = Table.of("gold.fact");
  private static final Edition FIRST = new Edition("2026Q3", "aaa");
  private static final Edition SECOND = new Edition("2026Q3", "bbb");

  @TempDir private Path directory;
  private final SparkSession session;

  PublisherTest(SparkSession session) {
    this.session = session;
  }

  @Test
  void publishedCopyHoldsExactlyItsEditionAndReports() throws IOException {
    write(FIRST, "f1", "f2");
    write(SECOND, "f1");
    Manifest manifest = publish(FIRST);

    assertThat(published().current("2026Q3")).contains(FIRST);
    assertThat(tables().published(FIRST).read(FACTS).count()).isEqualTo(2);
    assertThat(manifest.tables())
        .extractingByKey("gold.fact")
        .extracting(Manifest.CopiedTable::rows)
        .isEqualTo(2L);
    assertThat(manifest.files()).containsOnlyKeys("team/one.html");
    assertThat(published().directory(FIRST).resolve("reports/team/one.html")).hasContent("report");
    assertThat(findings()).isEmpty();
  }

  @Test
  void failedCheckLeavesTheCurrentEditionAsItWas() throws IOException {
    write(FIRST, "f1", "f2");
    write(SECOND, "f1");
    publish(FIRST);
    Candidate poor = candidate(SECOND);

    assertThatThrownBy(
            () ->
                publisher()
                    .publish(
                        poor,
                        copies -> List.of("%d facts, need 2".formatted(copies.rows(FACTS).size()))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("1 facts, need 2");
    assertThat(published().current()).isEqualTo(Map.of("2026Q3", FIRST));
  }

  @Test
  void publishingTwiceIsPublishingOnce() throws IOException {
    write(FIRST, "f1");
    Manifest once = publish(FIRST);
    Manifest twice = publish(FIRST);

    assertThat(twice).isEqualTo(once);
    assertThat(tables().published(FIRST).state(FACTS).version()).isZero();
  }

  @Test
  void rollbackBringsBackAPublishedEditionOnly() throws IOException {
    write(FIRST, "f1");
    write(SECOND, "f2");
    publish(FIRST);
    publish(SECOND);
    publisher().rollback(FIRST);

    assertThat(published().current("2026Q3")).contains(FIRST);
    assertThatThrownBy(() -> publisher().rollback(new Edition("2026Q3", "zzz")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Choose one of [aaa, bbb]");
  }

  @Test
  void verifyFindsWhatWasChangedBehindTheLedger() throws IOException {
    write(FIRST, "f1");
    publish(FIRST);
    Files.writeString(published().directory(FIRST).resolve("reports/team/one.html"), "changed");
    Files.write(dataFile(published().table(FIRST, "fact")), new byte[] {1, 2, 3});
    Files.delete(dataFile(lake().resolve("hr/gold/fact")));

    assertThat(findings())
        .anyMatch(text -> text.startsWith("gold.fact: data file") && text.endsWith("is missing"))
        .anyMatch(text -> text.startsWith("2026Q3/aaa gold.fact: data file"))
        .anyMatch(text -> text.startsWith("2026Q3/aaa reports/team/one.html: SHA-256 is"))
        .hasSize(3);
  }

  @Test
  void verifyFindsAnEmptyCommit() throws IOException {
    write(FIRST, "f1");
    Files.createFile(lake().resolve("hr/gold/fact/_delta_log/00000000000000000001.json"));

    assertThat(findings()).singleElement().asString().contains("empty file");
    assertThatThrownBy(() -> tables().read(FACTS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("empty file");
  }

  private List<String> findings() {
    return new Verify(tables(), lake().toString())
        .findings(List.of(FACTS)).stream().map(Verify.Finding::toString).toList();
  }

  private void write(Edition edition, String... ids) {
    String lines =
        Stream.of(ids)
            .map(id -> "%s | KNOWN | 1.0 | %s | %s\n".formatted(id, edition.id(), "2026Q3"))
            .reduce("fact_id | state | value | edition | quarter\n", String::concat);
    Stamp stamp = new Stamp("test", "run", edition.id(), Map.of());
    tables().edition(FACTS, edition, TextTable.rows(FACTS, lines), stamp);
  }

  private Manifest publish(Edition edition) throws IOException {
    return publisher().publish(candidate(edition), copies -> List.of());
  }

  private Candidate candidate(Edition edition) throws IOException {
    Path reports = directory.resolve("out");
    Files.createDirectories(reports.resolve("team"));
    Files.writeString(reports.resolve("team/one.html"), "report");
    return new Candidate(
        edition,
        List.of(FACTS),
        reports,
        new Candidate.Origin("run-1", Instant.parse("2026-10-05T00:00:00Z")));
  }

  private Path lake() {
    return directory.resolve("lake");
  }

  private LakeTables tables() {
    return new LakeTables(session, lake().toString());
  }

  private Publisher publisher() {
    return new Publisher(tables(), lake().toString());
  }

  private Published published() {
    return new Published(lake().toString());
  }

  private static Path dataFile(Path table) throws IOException {
    try (Stream<Path> files =
        Files.find(table, 3, (path, attributes) -> path.toString().endsWith(".parquet"))) {
      return files.findFirst().orElseThrow();
    }
  }
}
