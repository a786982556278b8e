package org.evenhand.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in sample-data/README.md writes exactly what is committed. */
class SampleDataRegenerationTest {
  private static final long LIMIT_BYTES = 8_000_000;

  @Test
  void sampleIsSmall() {
    long bytes = 0;
    for (Path file : SampleFiles.files(SampleFiles.ROOT)) {
      bytes += file.toFile().length();
    }
    assertThat(bytes).isLessThan(LIMIT_BYTES);
  }

  @Test
  void sameSeedWritesTheCommittedFiles(@TempDir Path out) {
    Simulator.run(Simulation.of(60, 6, 42, out));
    List<String> differing = new ArrayList<>();
    List<Path> written = SampleFiles.files(out);
    for (Path file : written) {
      Path committed = SampleFiles.ROOT.resolve(out.relativize(file).toString());
      if (!same(file, committed)) {
        differing.add(out.relativize(file).toString());
      }
    }
    assertThat(differing).isEmpty();
    assertThat(SampleFiles.files(SampleFiles.ROOT)).hasSize(written.size() + 1);
  }

  /** Equal content; compressed bytes may differ between builds of zlib. */
  private static boolean same(Path file, Path committed) {
    return committed.toFile().exists() && Arrays.equals(content(file), content(committed));
  }

  private static byte[] content(Path file) {
    try {
      return SampleFiles.bytes(file);
    } catch (UncheckedIOException e) {
      return new byte[] {(byte) (e.getCause() instanceof ZipException ? 1 : 2)};
    }
  }
}
