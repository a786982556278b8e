package org.evenhand.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenhand.errors.UserException;
import picocli.CommandLine.Option;

/** Where a run finds and leaves things. */
final class LakeOptions {
  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "${EVENHAND_LANDING:-landing}",
      description = "Files as exported (default: ${DEFAULT-VALUE}).")
  Path landing = Path.of("landing");

  @Option(
      names = "--lake",
      paramLabel = "DIR|URI",
      defaultValue = "${EVENHAND_LAKE:-lake}",
      description = "The lakehouse (default: ${DEFAULT-VALUE}).")
  String lake = "lake";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "${EVENHAND_OUT:-out}",
      description = "Where artefacts go (default: ${DEFAULT-VALUE}).")
  Path out = Path.of("out");

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      description = "Further source mappings, one JSON file each.")
  Optional<Path> sources = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      description = "Policy files that replace the shipped ones of the same name.")
  Optional<Path> policy = Optional.empty();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      defaultValue = "${EVENHAND_KEY_FILE}",
      description =
          "Key behind rep_key (default: made on first use inside the lake's restricted zone).")
  Optional<Path> keyFile = Optional.empty();

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "${EVENHAND_MASTER}",
      description = "Spark master (default: this machine).")
  Optional<String> master = Optional.empty();

  /** The lake as an absolute path or URI, so that no component resolves it on its own. */
  String lakeRoot() {
    return lake.contains("://") ? lake : Path.of(lake).toAbsolutePath().normalize().toString();
  }

  /**
   * @throws UserException when there is no lake yet
   */
  void requireLake() {
    if (!lake.contains("://") && !Files.isDirectory(Path.of(lakeRoot()))) {
      throw UserException.usage(
          "Cannot read the lake %s: there is no such directory. Run a quarter first or name it with --lake."
              .formatted(lakeRoot()));
    }
  }

  /**
   * @throws UserException when there is no such directory
   */
  Path existingLanding() {
    if (!Files.isDirectory(landing)) {
      throw UserException.usage(
          "Cannot read the landing directory %s: there is no such directory. Name it with --landing."
              .formatted(landing.toAbsolutePath()));
    }
    return landing.toAbsolutePath().normalize();
  }

  Path keyFileOrDefault() {
    return keyFile.orElse(Path.of(lakeRoot(), "restricted", "keys", "rep-key"));
  }
}
