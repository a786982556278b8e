package org.evenhand.intake;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhand.errors.UserException;
import org.evenhand.schema.SourceMapping;

/**
 * The files below the landing directory, by the mapping that reads them. Hidden files and files
 * still under a temporary name have not landed yet.
 *
 * @param byMapping files of each mapping, by path; a file may be read by several mappings
 * @param unmapped files no mapping reads
 */
record Landing(Map<SourceMapping, List<LandedFile>> byMapping, List<LandedFile> unmapped) {
  private static final Pattern NOT_YET =
      Pattern.compile("[._].*|.*\\.(tmp|part|partial|filepart|crc)");

  /**
   * @throws UserException when the directory cannot be read
   */
  static Landing scan(Path root, Collection<SourceMapping> mappings) {
    Map<SourceMapping, List<LandedFile>> byMapping = new LinkedHashMap<>();
    List<LandedFile> files = files(root);
    List<LandedFile> unmapped = new ArrayList<>(files);
    for (SourceMapping mapping : mappings) {
      PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + mapping.shape().files());
      List<LandedFile> matching =
          files.stream().filter(file -> glob.matches(Path.of(file.path()))).toList();
      if (!matching.isEmpty()) {
        byMapping.put(mapping, matching);
        unmapped.removeAll(matching);
      }
    }
    return new Landing(byMapping, List.copyOf(unmapped));
  }

  static List<LandedFile> files(Path root) {
    if (!Files.isDirectory(root)) {
      throw UserException.usage(
          "Cannot read landing directory %s: there is no such directory. Correct --landing."
              .formatted(root));
    }
    try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      List<LandedFile> files = new ArrayList<>();
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        Path relative = root.relativize(path);
        if (hasLanded(relative)) {
          files.add(
              new LandedFile(
                  path.toAbsolutePath(), relative.toString().replace('\\', '/'), Files.size(path)));
        }
      }
      files.sort(Comparator.comparing(LandedFile::path));
      return files;
    } catch (IOException | java.io.UncheckedIOException e) {
      throw UserException.usage(
          "Cannot read landing directory %s: %s. Correct its permissions or --landing."
              .formatted(root, e.getMessage()));
    }
  }

  private static boolean hasLanded(Path relative) {
    for (Path part : relative) {
      if (NOT_YET.matcher(part.toString()).matches()) {
        return false;
      }
    }
    return true;
  }
}
