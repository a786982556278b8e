package org.evenhand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.schema.SchemaFiles;

/** Policies and mappings: the shipped ones, with the caller's files on top. */
final class Configuration {
  private Configuration() {}

  static Policies policies(Optional<Path> directory) {
    if (directory.isEmpty()) {
      return Policies.bundled();
    }
    Path existing = existing(directory.get(), "policy");
    try {
      return Policies.bundled().with(SchemaFiles.read(existing));
    } catch (IOException e) {
      throw unreadable(existing, e);
    }
  }

  static Mappings mappings(Optional<Path> directory) {
    return directory
        .map(path -> Mappings.withDirectory(existing(path, "source mapping")))
        .orElseGet(Mappings::bundled);
  }

  private static Path existing(Path directory, String what) {
    if (!Files.isDirectory(directory)) {
      throw UserException.configuration(
          "Cannot read the %s directory %s: there is no such directory. Correct the option."
              .formatted(what, directory.toAbsolutePath()));
    }
    return directory;
  }

  private static UserException unreadable(Path directory, IOException e) {
    return UserException.configuration(
        "Cannot read %s: %s. Check its permissions.".formatted(directory, e.getMessage()));
  }
}
