package org.evenhand.intake.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files written and read in a line, for the tests of the readers. */
final class Reading {
  static final ReadPlan.Csv COMMA = new ReadPlan.Csv(',', '"', "UTF-8", List.of());

  private Reading() {}

  /** A plan; a name that ends in {@code !} is required, aliases are joined by {@code |}. */
  static ReadPlan plan(ReadPlan.Shape shape, String... slots) {
    List<Slot> wanted =
        Arrays.stream(slots)
            .map(s -> new Slot(List.of(s.replace("!", "").split("\\|")), s.endsWith("!")))
            .toList();
    return new ReadPlan(shape, wanted, Set.of(), Set.of("", "#N/A"));
  }

  static ReadPlan dropping(ReadPlan plan, String... dropped) {
    return new ReadPlan(plan.shape(), plan.slots(), Set.of(dropped), plan.missing());
  }

  static List<SourceRecord> read(Path file, ReadPlan plan) throws IOException {
    try (Records records = FileReader.open(file, Digests.of(file), plan)) {
      List<SourceRecord> all = new ArrayList<>();
      for (SourceRecord next = records.next(); next != null; next = records.next()) {
        all.add(next);
      }
      return all;
    }
  }

  static FileColumns columns(Path file, ReadPlan plan) throws IOException {
    try (Records records = FileReader.open(file, Digests.of(file), plan)) {
      while (records.next() != null) {
        // to the end
      }
      return records.columns();
    }
  }

  /** {@code line: values} of a good record, {@code line! problem} of a broken one. */
  static List<String> shown(Path file, ReadPlan plan) throws IOException {
    return read(file, plan).stream()
        .map(
            r ->
                r.isBroken()
                    ? r.line() + "! " + r.problem()
                    : r.line() + ": " + String.join("|", texts(r)))
        .toList();
  }

  private static List<String> texts(SourceRecord row) {
    return Arrays.stream(row.values()).map(String::valueOf).toList();
  }

  static Path file(Path directory, String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path directory, String name, String text) {
    return file(directory, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** An archive of {@code name, text, name, text, …}. */
  static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
