package org.evenhand.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Plain reading of the committed sample. */
final class SampleFiles {
  static final Path ROOT = root();

  private SampleFiles() {}

  /** Tests run in the module or in the repository. */
  private static Path root() {
    Path here = Path.of("sample-data");
    return Files.isDirectory(here) ? here : Path.of("..", "sample-data");
  }

  static Path landed(String path) {
    return ROOT.resolve("landing").resolve(path);
  }

  static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return plain.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String path) {
    return new String(bytes(landed(path)), StandardCharsets.UTF_8).lines().toList();
  }

  /** Lines of all files of an object, in order of the file names. */
  static List<String> allLines(String object) {
    List<String> lines = new ArrayList<>();
    for (Path file : files(landed(object))) {
      lines.addAll(lines(object + "/" + file.getFileName()));
    }
    return lines;
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
