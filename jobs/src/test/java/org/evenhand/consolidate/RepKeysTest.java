package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.evenhand.errors.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepKeysTest {

  private static final String KEY = "ab".repeat(32);

  @TempDir Path directory;

  @Test
  void sameKeyAndWorkerGiveTheSameRepKeyThatEveryToolReadsExactly() throws IOException {
    RepKeys keys = RepKeys.open(file(KEY), Set.of());

    assertThat(keys.of("W1")).isEqualTo(RepKeys.open(file(KEY), Set.of(keys.id())).of("W1"));
    assertThat(keys.of("W1")).isNotEqualTo(keys.of("W2")).isBetween(0L, (1L << 53) - 1);
  }

  @Test
  void agreesWithAnIndependentComputation() throws IOException {
    // python: hmac.new(bytes.fromhex('ab'*32), b'W1', 'sha256').digest()[:8] as big endian >> 11
    assertThat(RepKeys.open(file(KEY), Set.of()).of("W1")).isEqualTo(3363122740852551L);
  }

  @Test
  void anotherKeyRefusesToRun() throws IOException {
    Path other = file("cd".repeat(32));

    assertThatThrownBy(() -> RepKeys.open(other, Set.of("0123456789ab")))
        .isInstanceOfSatisfying(UserException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageContaining("but the lake was built with key 0123456789ab");
  }

  @Test
  void aLostKeyIsNotReplaced() {
    assertThatThrownBy(() -> RepKeys.open(directory.resolve("lost"), Set.of("0123456789ab")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is missing");
    assertThat(directory.resolve("lost")).doesNotExist();
  }

  @Test
  void aNewKeyIsReadableByItsOwnerOnly() throws IOException {
    Path fresh = directory.resolve("restricted/key");

    RepKeys.open(fresh, Set.of());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
        .isEqualTo("rw-------");
  }

  @Test
  void aKeyThatIsTooShortOrNoHexIsRefusedWithoutShowingIt() throws IOException {
    Path shortKey = file("abcd");

    assertThatThrownBy(() -> RepKeys.open(shortKey, Set.of()))
        .hasMessageContaining("shorter than 32 bytes")
        .hasMessageNotContaining("abcd.");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("key-" + text.substring(0, 2)), text);
  }
}
