package org.evenhand.simulate.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A directory that takes export files. A path ending in {@code .gz} is compressed, with a header
 * free of time and name, so that equal content gives equal bytes.
 */
public final class Landing {
  private static final int BUFFER = 1 << 16;
  private final Path root;
  private final Map<String, Spoilage> spoilages;
  private final int level;
  private int files;

  public Landing(Path root) {
    this(root, Map.of(), Deflater.DEFAULT_COMPRESSION);
  }

  /**
   * @param spoilages what goes wrong in which file, by path
   * @param level compression level, as {@link Deflater} counts
   */
  public Landing(Path root, Map<String, Spoilage> spoilages, int level) {
    this.root = root;
    this.level = level;
    this.spoilages = Map.copyOf(spoilages);
  }

  public Path root() {
    return root;
  }

  /** Files opened so far. */
  public int files() {
    return files;
  }

  /** Opens a CSV file with every cell quoted and the given header. */
  public CsvFile csv(String path, String... header) {
    return csv(path, Dialect.QUOTED, header);
  }

  public CsvFile csv(String path, Dialect dialect, String... header) {
    Spoilage spoilage = spoilages.getOrDefault(path, Spoilage.NONE);
    CsvFile file = new CsvFile(open(path), dialect, spoilage.tail());
    file.raw(spoilage.head());
    file.row((Object[]) header);
    return file;
  }

  public JsonLines jsonLines(String path) {
    return new JsonLines(open(path), spoilages.getOrDefault(path, Spoilage.NONE).tail());
  }

  /** Writes a whole small text. */
  public void text(String path, String content) {
    bytes(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a whole small text in another encoding. */
  public void text(String path, String content, Charset charset) {
    bytes(path, content.getBytes(charset));
  }

  /** Writes bytes as they are, whatever the path ends with. */
  public void bytes(String path, byte[] content) {
    try (OutputStream out = create(path)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutputStream open(String path) {
    try {
      OutputStream out = create(path);
      return path.endsWith(".gz") ? new Gzip(out, level) : new BufferedOutputStream(out, BUFFER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OutputStream create(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    files++;
    return Files.newOutputStream(file);
  }

  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out, int level) throws IOException {
      super(out, BUFFER);
      def.setLevel(level);
    }
  }
}
