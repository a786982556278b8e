package org.evenhand.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.evenhand.errors.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeLockTest {
  @TempDir private Path lake;

  @Test
  void secondProcessIsToldWhoHoldsTheLakeAndADeadHolderIsNoObstacle() throws Exception {
    Process holder = start();
    try (BufferedReader answers = holder.inputReader(StandardCharsets.UTF_8)) {
      assertThat(answers.readLine()).isEqualTo("LakeLock held");

      assertThatThrownBy(() -> LakeLock.acquire(lake.toString(), "run-8", "quarter 2026Q2"))
          .isInstanceOfSatisfying(UserException.class, e -> assertThat(e.exitCode()).isEqualTo(75))
          .hasMessageContaining("pid " + holder.pid())
          .hasMessageContaining("run run-7, quarter 2026Q3")
          .hasMessageContaining("Wait until it ends");
    } finally {
      holder.destroyForcibly().waitFor();
    }

    assertThat(lake.resolve(".evenhand.lock")).isNotEmptyFile();
    LakeLock.acquire(lake.toString(), "run-9", "quarter 2026Q2").close();
  }

  @Test
  void otherProcessIsRefusedWhileThisOneHolds() throws IOException {
    try (LakeLock lock = LakeLock.acquire(lake.toUri().toString(), "run-1", "erase")) {
      assertThat(lock).isNotNull();
      Process other = start();
      try (BufferedReader answers = other.inputReader(StandardCharsets.UTF_8)) {
        assertThat(answers.readLine()).startsWith("75 Cannot write to lake").contains("run run-1");
      }
    }
  }

  @Test
  void secondHolderInTheSameProcessIsRefused() {
    try (LakeLock lock = LakeLock.acquire(lake.toString(), "run-1", "a")) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> LakeLock.acquire(lake.toString(), "run-2", "b"))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("run run-1");
    }
  }

  @Test
  void zonesAreOpenToTheirOwnerOnly() throws IOException {
    Path fresh = lake.resolve("new");
    LakeLock.acquire(fresh.toString(), "run-1", "a").close();

    for (String zone : new String[] {"", "restricted", "hr", "exec", "published"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.resolve(zone))))
          .isEqualTo("rwx------");
    }
  }

  /** The second process has no Spark on its class path: the lock must do without. */
  private Process start() throws IOException {
    String withoutSpark =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("spark") && !entry.contains("hadoop"))
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            withoutSpark,
            LockHolder.class.getName(),
            lake.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
