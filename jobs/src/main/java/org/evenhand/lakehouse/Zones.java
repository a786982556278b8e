package org.evenhand.lakehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.evenhand.schema.Zone;

/** The directories of a lake: who may open a table is decided by the directory it lies in. */
final class Zones {
  private Zones() {}

  /** Creates the lake's directories for the owner alone; a wider mode set later stays. */
  static void create(Path root) throws IOException {
    create(root, "rwx------");
    for (Zone zone : Zone.values()) {
      create(root.resolve(zone.name().toLowerCase(Locale.ROOT)), "rwx------");
    }
    restrict(root.resolve(Zone.RESTRICTED.name().toLowerCase(Locale.ROOT)));
  }

  private static void create(Path directory, String mode) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Path parent = directory.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectory(directory);
    set(directory, mode);
  }

  private static void restrict(Path directory) throws IOException {
    set(directory, "rwx------");
  }

  private static void set(Path directory, String mode) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(directory, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(mode));
    }
  }
}
