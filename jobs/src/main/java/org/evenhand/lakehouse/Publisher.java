package org.evenhand.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.errors.DataException;
import org.evenhand.errors.UserException;
import org.evenhand.schema.WriteMode;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;

/**
 * Publishes an edition: copies are made beside the current ones, checked, and then one file is
 * changed. Readers see the old edition or the new one, never a mixture; a run that dies before the
 * last step has published nothing.
 */
public final class Publisher {
  private final LakeTables tables;
  private final Published published;

  /**
   * @param tables the lake's tables
   * @param lake its root
   */
  public Publisher(LakeTables tables, String lake) {
    this.tables = tables;
    this.published = new Published(lake);
  }

  /**
   * @param checks looks at the copies and says what is wrong with them, in plain words
   * @throws DataException with all problems when there are any; nothing is published then
   */
  public Manifest publish(Candidate candidate, Function<LakeTables, List<String>> checks) {
    LakeTables copies = tables.published(candidate.edition());
    Map<String, Manifest.CopiedTable> copied = new TreeMap<>();
    for (Table table : candidate.tables()) {
      TableState state = copy(table, candidate, copies);
      copied.put(table.name().toString(), new Manifest.CopiedTable(state.rows(), state.checksum()));
    }
    List<String> problems = checks.apply(copies);
    if (!problems.isEmpty()) {
      throw new DataException(
          "Cannot publish %s: %s. Correct the inputs or the policy and run again; the published edition is unchanged."
              .formatted(candidate.edition(), String.join("; ", problems)));
    }
    Manifest manifest =
        new Manifest(
            candidate.edition(),
            candidate.origin().runId(),
            candidate.origin().at(),
            copied,
            copyReports(candidate));
    Manifest kept =
        published.manifest(candidate.edition()).filter(manifest::hasSameContent).orElse(manifest);
    DurableFiles.replace(
        published.directory(candidate.edition()).resolve("manifest.json"), kept.json());
    published.point(candidate.edition());
    return kept;
  }

  /**
   * Makes an edition that was published before the current one again.
   *
   * @throws UserException when it was never published, naming the editions there are
   */
  public void rollback(Edition edition) {
    if (published.manifest(edition).isEmpty()) {
      List<String> known =
          published.manifests().stream()
              .map(Manifest::edition)
              .filter(other -> other.quarter().equals(edition.quarter()))
              .map(Edition::id)
              .toList();
      throw UserException.usage(
          "Cannot roll back %s to edition %s: it was not published. Choose one of %s."
              .formatted(edition.quarter(), edition.id(), known));
    }
    published.point(edition);
  }

  private TableState copy(Table table, Candidate candidate, LakeTables copies) {
    boolean hasEditions = table.contract().storage().mode() == WriteMode.EDITION;
    Dataset<Row> rows = hasEditions ? tables.read(table, candidate.edition()) : tables.read(table);
    TableState source =
        hasEditions ? tables.state(table, candidate.edition()) : tables.state(table);
    Stamp stamp = new Stamp("publish", candidate.origin().runId(), source.checksum(), Map.of());
    TableState copy = copies.replace(table, Slice.whole(), rows, stamp);
    if (!copy.checksum().equals(source.checksum())) {
      throw new DataException(
          "Cannot publish %s: the copy has %d rows with checksum %s, the table has %d with %s. Run verify."
              .formatted(table, copy.rows(), copy.checksum(), source.rows(), source.checksum()));
    }
    return copy;
  }

  private Map<String, String> copyReports(Candidate candidate) {
    Path from = candidate.reports();
    Map<String, String> hashes = new TreeMap<>();
    if (!Files.isDirectory(from)) {
      return hashes;
    }
    Path to = published.directory(candidate.edition()).resolve("reports");
    DurableFiles.deleteTree(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        DurableFiles.copy(file, to.resolve(relative));
        hashes.put(relative.toString(), DurableFiles.sha256(file));
      }
      return hashes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
