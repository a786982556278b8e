package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.intake.row.FileStamp;
import org.evenhand.intake.row.MappedFile;
import org.evenhand.intake.row.ReadTask;
import org.evenhand.intake.row.Tally;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.FileFormat;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.SourceMapping;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Fault 20: a thousand broken files. No row disappears without a rejection record. */
@ExtendWith(SparkExtension.class)
class IntakeMutationTest {
  private static final int SEEDS = 1000;
  private static final int LARGEST = 40_000;
  private static final Path SAMPLE = Path.of("../sample-data/landing");
  private static final Path PUBLISHED = Path.of("../../shared/data/maven_crm");
  private static final FileStamp STAMP =
      new FileStamp("s", "f", "s/2026-07-01", Instant.parse("2026-07-01T00:00:00Z"));

  @TempDir Path directory;

  @SuppressWarnings("ArrayRecordComponent")
  private record Source(SourceMapping mapping, CompiledMapping compiled, byte[] bytes) {}

  private static List<Source> sources(SparkSession session) throws IOException {
    List<Source> sources = new ArrayList<>();
    Map<SourceMapping, List<LandedFile>> files = new LinkedHashMap<>();
    for (Path root : List.of(SAMPLE, PUBLISHED)) {
      if (Files.isDirectory(root)) {
        files.putAll(Landing.scan(root, Mappings.bundled().all()).byMapping());
      }
    }
    for (Map.Entry<SourceMapping, List<LandedFile>> entry : files.entrySet()) {
      SourceMapping mapping = entry.getKey();
      CompiledMapping compiled =
          CompiledMapping.of(session, mapping, Contracts.bundled().get(mapping.target()));
      sources.add(new Source(mapping, compiled, beginning(entry.getValue().get(0).file())));
    }
    return sources;
  }

  private static byte[] beginning(Path file) throws IOException {
    byte[] first = new byte[2];
    try (var in = Files.newInputStream(file)) {
      in.readNBytes(first, 0, 2);
    }
    boolean isPacked = first[0] == 0x1F;
    try (var in =
        isPacked
            ? new java.util.zip.GZIPInputStream(Files.newInputStream(file))
            : Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST);
      int end = bytes.length;
      while (bytes.length == LARGEST && end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      return java.util.Arrays.copyOf(bytes, end);
    }
  }

  @Test
  void everyRowIsAcceptedOrRejectedOrItsFileFailedWithAReason(SparkSession session)
      throws IOException {
    List<Source> sources = sources(session);
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Source source = sources.get(random.nextInt(sources.size()));
      Path file = directory.resolve("mutated");
      Files.write(file, Mutation.of(source.bytes(), random));
      outcomes.merge(outcome(seed, source, file), 1, Integer::sum);
    }
    assertThat(outcomes.keySet()).contains("failed", "rejected", "accepted");
  }

  private static String outcome(int seed, Source source, Path file) throws IOException {
    ReadTask task = new ReadTask(file.toString(), Digests.of(file), STAMP);
    List<MappedFile.Mapped> records = new ArrayList<>();
    try (MappedFile mapped = new MappedFile(task, source.compiled())) {
      mapped.forEachRemaining(records::add);
      Tally tally = mapped.tally();
      String where = "seed %d of %s".formatted(seed, source.mapping().name());
      if (tally.isFailed()) {
        assertThat(tally.failure()).as(where).endsWith(".").doesNotContain("Exception", "\tat ");
        return "failed";
      }
      assertThat(tally.read()).as(where).isEqualTo(tally.accepted() + tally.rejected());
      assertThat(records).as(where).hasSize((int) tally.read());
      records.forEach(r -> assertThat(r.row().reasons()).as(where).doesNotContain("", "null"));
      noLineIsLost(where, source, file, records);
      return tally.rejected() > 0 ? "rejected" : "accepted";
    }
  }

  /** Every line of a plain CSV file belongs to a record, or is its header, or is blank. */
  private static void noLineIsLost(
      String where, Source source, Path file, List<MappedFile.Mapped> records) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    boolean isPlain = bytes.length > 1 && bytes[0] != 0x1F && (bytes[0] & 0xFF) < 0xFE;
    boolean isWhole =
        source.mapping().fields().drop().isEmpty()
            && source.mapping().shape().csv().footer().isEmpty();
    if (source.mapping().shape().format() != FileFormat.CSV || !isPlain || !isWhole) {
      return;
    }
    List<String> lines =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lines().toList();
    BitSet covered = new BitSet();
    for (MappedFile.Mapped record : records) {
      long length = Stream.of(record.source().raw().split("\r\n|\n|\r", -1)).count();
      covered.set((int) record.source().line(), (int) (record.source().line() + length));
    }
    int header = records.isEmpty() ? lines.size() : (int) records.get(0).source().line() - 1;
    for (int line = header + 1; line <= lines.size(); line++) {
      assertThat(covered.get(line) || lines.get(line - 1).isEmpty())
          .as("%s: line %d '%s'", where, line, lines.get(line - 1))
          .isTrue();
    }
  }
}
