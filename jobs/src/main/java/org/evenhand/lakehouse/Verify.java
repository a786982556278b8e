package org.evenhand.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;

/**
 * Whether the lake is what its ledgers say: every table's log, files and rows, and everything that
 * was published against its manifest.
 */
public final class Verify {
  private final LakeTables tables;
  private final Published published;

  /**
   * One thing that is wrong.
   *
   * @param subject table, edition or file
   * @param problem what is wrong, in plain words with values
   */
  public record Finding(String subject, String problem) {
    @Override
    public String toString() {
      return subject + ": " + problem;
    }
  }

  public Verify(LakeTables tables, String lake) {
    this.tables = tables;
    this.published = new Published(lake);
  }

  /** All findings over these tables and everything published; empty when all is well. */
  public List<Finding> findings(Collection<Table> all) {
    List<Finding> findings = new ArrayList<>();
    all.stream().sorted().forEach(table -> addTable(table.toString(), tables, table, findings));
    Map<String, Table> byName =
        all.stream().collect(Collectors.toMap(Table::toString, table -> table, (a, b) -> a));
    published.manifests().forEach(manifest -> addEdition(manifest, byName, findings));
    published
        .current()
        .values()
        .forEach(
            edition -> {
              if (published.manifest(edition).isEmpty()) {
                findings.add(
                    new Finding(name(edition), "is the current edition and has no manifest"));
              }
            });
    return findings;
  }

  private static void addTable(
      String subject, LakeTables where, Table table, List<Finding> findings) {
    where.problems(table).forEach(problem -> findings.add(new Finding(subject, problem)));
  }

  private void addEdition(Manifest manifest, Map<String, Table> byName, List<Finding> findings) {
    LakeTables copies = tables.published(manifest.edition());
    new TreeMap<>(manifest.tables())
        .forEach(
            (name, copied) -> {
              String subject = name(manifest.edition()) + " " + name;
              Optional.ofNullable(byName.get(name))
                  .ifPresentOrElse(
                      table -> {
                        addTable(subject, copies, table, findings);
                        addDifference(subject, copies, table, copied, findings);
                      },
                      () -> findings.add(new Finding(subject, "has no contract in this version")));
            });
    addFiles(manifest, findings);
  }

  private static void addDifference(
      String subject,
      LakeTables copies,
      Table table,
      Manifest.CopiedTable copied,
      List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.subject().equals(subject))) {
      return;
    }
    TableState state = copies.state(table);
    if (!state.checksum().equals(copied.checksum())) {
      findings.add(
          new Finding(
              subject,
              "checksum is %s, the manifest says %s"
                  .formatted(state.checksum(), copied.checksum())));
    }
  }

  private void addFiles(Manifest manifest, List<Finding> findings) {
    Path reports = published.directory(manifest.edition()).resolve("reports");
    new TreeMap<>(manifest.files())
        .forEach(
            (name, hash) -> {
              String subject = name(manifest.edition()) + " reports/" + name;
              fileProblem(reports.resolve(name), hash)
                  .ifPresent(problem -> findings.add(new Finding(subject, problem)));
            });
    extraFiles(reports, manifest)
        .forEach(
            name ->
                findings.add(
                    new Finding(
                        name(manifest.edition()) + " reports/" + name, "is not in the manifest")));
  }

  private static Optional<String> fileProblem(Path file, String hash) {
    try {
      if (!Files.exists(file)) {
        return Optional.of("is missing");
      }
      String found = DurableFiles.sha256(file);
      return found.equals(hash)
          ? Optional.empty()
          : Optional.of("SHA-256 is %s, the manifest says %s".formatted(found, hash));
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e);
    }
  }

  private static List<String> extraFiles(Path reports, Manifest manifest) {
    if (!Files.isDirectory(reports)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(reports)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> reports.relativize(file).toString())
          .filter(name -> !manifest.files().containsKey(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Edition edition) {
    return edition.quarter() + "/" + edition.id();
  }
}
