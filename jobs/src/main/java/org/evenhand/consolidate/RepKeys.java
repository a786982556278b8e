package org.evenhand.consolidate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenhand.errors.DataException;
import org.evenhand.errors.UserException;
import org.evenhand.schema.Sha256;

/**
 * Turns HR worker ids into rep_keys: the first 53 bits of HMAC-SHA-256(key, worker id), so that the
 * number is exact in every tool that reads it. Only the driver sees the key; no plan, log or
 * configuration does.
 */
final class RepKeys {
  private static final int KEY_BYTES = 32;
  private static final int DROPPED_BITS = 64 - 53;
  private final byte[] key;

  private RepKeys(byte[] key) {
    this.key = key;
  }

  /**
   * Reads the key; makes one, readable by its owner only, where there is no file and none was used
   * before.
   *
   * @param used ids of the keys that made the rep_keys already stored
   * @throws UserException when the key is missing or is not the one used before
   */
  static RepKeys open(Path file, Set<String> used) {
    if (!Files.exists(file)) {
      if (!used.isEmpty()) {
        throw UserException.configuration(
            "Cannot compute rep_keys: key file %s is missing, and the lake was built with key %s. Restore that file."
                .formatted(file, String.join(", ", used)));
      }
      create(file);
    }
    RepKeys keys = new RepKeys(read(file));
    if (!used.isEmpty() && !used.equals(Set.of(keys.id()))) {
      throw UserException.configuration(
          "Cannot compute rep_keys: key file %s holds key %s, but the lake was built with key %s. Give the key it was built with."
              .formatted(file, keys.id(), String.join(", ", used)));
    }
    return keys;
  }

  /** First 12 hex characters of the SHA-256 of the key. */
  String id() {
    return Sha256.of(key).substring(0, 12);
  }

  long of(String workerId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] code = mac.doFinal(workerId.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(code).getLong() >>> DROPPED_BITS;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws DataException when two workers would share a key, without naming them
   */
  Map<String, Long> of(Set<String> workerIds) {
    Map<String, Long> keys = new HashMap<>();
    Set<Long> taken = new java.util.HashSet<>();
    for (String worker : workerIds) {
      long repKey = of(worker);
      if (!taken.add(repKey)) {
        throw new DataException(
            "Cannot give every worker a rep_key: %d belongs to two of %d workers. Use another key for a new lake."
                .formatted(repKey, workerIds.size()));
      }
      keys.put(worker, repKey);
    }
    return keys;
  }

  private static byte[] read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
      byte[] key = HexFormat.of().parseHex(text);
      if (key.length < KEY_BYTES) {
        throw new IllegalArgumentException("it is shorter than 32 bytes");
      }
      return key;
    } catch (IOException | IllegalArgumentException e) {
      throw UserException.configuration(
          "Cannot read key file %s: %s. Give a readable file of at least 64 hexadecimal digits."
              .formatted(file, e instanceof IOException ? "it is not readable text" : reason(e)));
    }
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message != null && message.startsWith("it is") ? message : "it is not hexadecimal";
  }

  private static void create(Path file) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.DSYNC);
    } catch (FileAlreadyExistsException e) {
      throw UserException.locked(
          "Cannot make key file %s: another run is making it. Try again.".formatted(file));
    } catch (IOException e) {
      throw UserException.configuration(
          "Cannot make key file %s: %s. Give a writable path in EVENHAND_KEY_FILE."
              .formatted(file, e.getClass().getSimpleName()));
    }
  }
}
