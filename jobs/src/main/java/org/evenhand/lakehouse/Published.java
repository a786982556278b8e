package org.evenhand.lakehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenhand.errors.DataException;
import org.evenhand.table.Edition;
import org.evenhand.table.Lake;

/**
 * Which edition of each quarter readers see: the one file {@code published/current.json}, changed
 * in one step. Loads no Spark class.
 */
public final class Published {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path directory;

  /**
   * @param lake root of the lake, a path or {@code file:} URI
   */
  public Published(String lake) {
    this.directory = new Lake(lake).directory().resolve("published");
  }

  /** Current edition of every published quarter. */
  public Map<String, Edition> current() {
    Path pointer = pointer();
    if (!Files.exists(pointer)) {
      return Map.of();
    }
    try {
      Map<String, Edition> editions = new TreeMap<>();
      JSON.readTree(Files.readString(pointer))
          .path("quarters")
          .forEachEntry((quarter, id) -> editions.put(quarter, new Edition(quarter, id.asText())));
      return editions;
    } catch (JsonProcessingException e) {
      throw new DataException(
          "Cannot read %s: %s. Point it to an edition again with rollback."
              .formatted(pointer, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Current edition of one quarter. */
  public Optional<Edition> current(String quarter) {
    return Optional.ofNullable(current().get(quarter));
  }

  /** Manifests of all editions that were ever published and not dropped, by quarter and time. */
  public List<Manifest> manifests() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.find(directory, 3, (path, attributes) -> isManifest(path))) {
      List<Manifest> manifests = new ArrayList<>();
      for (Path file : files.toList()) {
        manifests.add(Manifest.parse(file.toString(), Files.readString(file)));
      }
      manifests.sort(
          java.util.Comparator.comparing((Manifest m) -> m.edition().quarter())
              .thenComparing(Manifest::publishedAt)
              .thenComparing(m -> m.edition().id()));
      return manifests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The manifest of an edition; empty when it was never published. */
  public Optional<Manifest> manifest(Edition edition) {
    Path file = directory(edition).resolve("manifest.json");
    try {
      return Files.exists(file)
          ? Optional.of(Manifest.parse(file.toString(), Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where an edition's copies, reports and manifest lie. */
  public Path directory(Edition edition) {
    return directory.resolve(edition.quarter()).resolve(edition.id());
  }

  /** Where a copied table of an edition lies, a Delta table any reader opens. */
  public Path table(Edition edition, String name) {
    return directory(edition).resolve(name);
  }

  /** Makes an edition the current one of its quarter, in one step. */
  void point(Edition edition) {
    Map<String, Edition> editions = new TreeMap<>(current());
    editions.put(edition.quarter(), edition);
    ObjectNode node = JSON.createObjectNode();
    ObjectNode quarters = node.putObject("quarters");
    editions.forEach((quarter, current) -> quarters.put(quarter, current.id()));
    DurableFiles.replace(pointer(), node.toPrettyString() + "\n");
  }

  private Path pointer() {
    return directory.resolve("current.json");
  }

  private static boolean isManifest(Path path) {
    return path.endsWith("manifest.json");
  }
}
