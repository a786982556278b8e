package org.evenhand.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.row.FileStamp;
import org.evenhand.intake.row.ReadTask;
import org.evenhand.schema.Delivery;
import org.evenhand.schema.SourceMapping;

/**
 * A landed file, the mapping that reads it, and when it was exported.
 *
 * @param found where it lies and how large it is
 * @param sha256 digest of its bytes
 */
record Candidate(SourceMapping mapping, LandedFile found, String sha256, Instant extractedAt) {

  /** The id its rows carry. The same bytes again are the same file, under any name. */
  String fileId() {
    return mapping.delivery().load() == Delivery.Load.FULL
        ? Digests.of("file", mapping.name(), sha256, extractedAt.toString())
        : Digests.of("file", mapping.name(), sha256);
  }

  /** Files of one window replace each other. */
  String window() {
    return window(mapping, path());
  }

  static String window(SourceMapping mapping, String path) {
    return mapping
        .delivery()
        .window()
        .map(pattern -> pattern.matcher(path))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .orElse(path);
  }

  String path() {
    return found.path();
  }

  Path file() {
    return found.file();
  }

  FileStamp stamp() {
    String system = mapping.about().system();
    String day = extractedAt.atZone(ZoneOffset.UTC).toLocalDate().toString();
    return new FileStamp(system, fileId(), system + "/" + day, extractedAt);
  }

  ReadTask task() {
    return new ReadTask(found.file().toString(), sha256, stamp());
  }
}
