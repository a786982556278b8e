package org.evenhand.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file below the landing directory.
 *
 * @param path relative to it, with forward slashes
 */
record LandedFile(Path file, String path, long bytes) {

  /** Changes whenever the file does, without reading it. */
  String signature() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return "%s %d %s %s"
          .formatted(path, bytes, attributes.lastModifiedTime(), attributes.fileKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
