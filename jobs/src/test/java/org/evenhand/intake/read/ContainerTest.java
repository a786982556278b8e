package org.evenhand.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerTest {
  private static final ReadPlan PLAN = Reading.plan(Reading.COMMA, "Id!");
  private static final String CSV = "Id\n1\n2\n";

  @TempDir Path directory;

  private String failure(byte[] bytes) {
    Path file = Reading.file(directory, "f.csv", bytes);
    try {
      return "no failure: " + Reading.shown(file, PLAN);
    } catch (IOException e) {
      return UnreadableFile.because(e).reason();
    }
  }

  @Test
  void gzAndZipAreRecognisedByContentNotName() throws IOException {
    Path gz = Reading.file(directory, "plain-name.csv", Reading.gzip(CSV));
    Path zip = Reading.file(directory, "other.csv", Reading.zip("dir/", "", "dir/x.csv", CSV));
    assertThat(Reading.shown(gz, PLAN)).containsExactly("2: 1", "3: 2");
    assertThat(Reading.shown(zip, PLAN)).containsExactly("2: 1", "3: 2");
  }

  @Test
  void joinedGzMembersAreOneFile() throws IOException {
    byte[] first = Reading.gzip("Id\n1\n");
    byte[] second = Reading.gzip("2\n");
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertThat(Reading.shown(Reading.file(directory, "j.gz", both), PLAN))
        .containsExactly("2: 1", "3: 2");
  }

  @Test
  void zeroByteFileIsNamed() {
    assertThat(failure(new byte[0])).startsWith("The file is empty (0 bytes).");
    assertThat(failure(Reading.gzip(""))).startsWith("The file is empty once unpacked");
  }

  @Test
  void truncatedGzFailsTheWholeFile() {
    byte[] whole = Reading.gzip(randomCsv());
    assertThat(failure(Arrays.copyOf(whole, whole.length - 100))).contains("truncated");
  }

  @Test
  void flippedByteInGzFailsTheWholeFile() {
    byte[] damaged = Reading.gzip(randomCsv());
    damaged[damaged.length / 2] ^= 0x55;
    assertThat(failure(damaged)).doesNotStartWith("no failure");
  }

  @Test
  void bytesAfterTheGzDataAreNotPassedOver() {
    byte[] whole = Reading.gzip(CSV);
    assertThat(failure(Arrays.copyOf(whole, whole.length + 40))).contains("Bytes follow the end");
    assertThat(failure(Arrays.copyOf(whole, whole.length + 3))).contains("Bytes follow the end");
  }

  @Test
  void truncatedZipFailsTheWholeFile() {
    byte[] whole = Reading.zip("a.csv", randomCsv());
    assertThat(failure(Arrays.copyOf(whole, whole.length / 2))).doesNotStartWith("no failure");
  }

  @Test
  void namesThatPointOutsideTheArchiveAreRefused() {
    assertThat(failure(Reading.zip("../../etc/passwd", CSV))).contains("points outside");
    assertThat(failure(Reading.zip("/etc/passwd", CSV))).contains("points outside");
    assertThat(failure(Reading.zip("a\\..\\b.csv", CSV))).contains("points outside");
  }

  @Test
  void archiveOfSeveralFilesIsRefused() {
    assertThat(failure(Reading.zip("a.csv", CSV, "b.csv", CSV))).contains("'b.csv' is the second");
  }

  @Test
  void workbookIsNamed() {
    assertThat(failure(Reading.zip("[Content_Types].xml", "<x/>"))).contains("Office workbook");
  }

  @Test
  void archiveInAnArchiveIsRefused() {
    byte[] inner = Reading.gzip(CSV);
    String text = new String(inner, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).isNotEmpty();
    assertThatThrownBy(() -> Container.open(Files.newInputStream(nested(inner)), () -> 1L))
        .hasMessageContaining("another archive");
  }

  private Path nested(byte[] inner) throws IOException {
    Path file = directory.resolve("nested.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(inner);
    }
    return file;
  }

  @Test
  void zipBombIsRefusedBeforeItFillsAnything() throws IOException {
    Path bomb = directory.resolve("bomb.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write("Id\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) '\n');
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }
    assertThatThrownBy(() -> Reading.read(bomb, PLAN)).hasMessageContaining("zip bomb");
  }

  @Test
  void foreignFormatsAreNamed() {
    assertThat(failure("PAR1xxxx".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .contains("is Parquet");
    assertThat(failure("%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .contains("is PDF");
  }

  @Test
  void fileThatChangesWhileItIsReadFails() throws IOException {
    Path file = Reading.file(directory, "c.csv", CSV);
    String before = Digests.of(file);
    Files.writeString(file, "Id\n1\n3\n");
    Records records = FileReader.open(file, before, PLAN);
    assertThat(records.next()).isNotNull();
    assertThat(records.next()).isNotNull();
    assertThatThrownBy(records::next).hasMessageContaining("changed while it was read");
  }

  private static String randomCsv() {
    StringBuilder text = new StringBuilder("Id\n");
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      text.append(random.nextLong()).append('\n');
    }
    return text.toString();
  }
}
