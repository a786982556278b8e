package org.evenhand.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.jspecify.annotations.Nullable;

/**
 * The right to write to a lake, held by at most one process: a lock of the operating system's
 * kernel, which ends with the process however it ends. The file {@code .evenhand.lock} stays behind
 * and means nothing by itself. Loads no Spark class.
 */
public final class LakeLock implements AutoCloseable {
  private static final String NAME = ".evenhand.lock";
  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, creating the lake and its zones when they are not there yet.
   *
   * @param lakeRoot a path or {@code file:} URI
   * @param command what is being run, for the message another run gets
   * @throws UserException with exit code 75 naming the holder when another run has the lock
   */
  public static LakeLock acquire(String lakeRoot, String runId, String command) {
    Path root = directory(lakeRoot);
    FileChannel channel = null;
    try {
      Zones.create(root);
      channel =
          FileChannel.open(
              root.resolve(NAME),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(channel).isEmpty()) {
        throw held(root, channel);
      }
      write(channel, "pid %d, run %s, %s".formatted(ProcessHandle.current().pid(), runId, command));
      return new LakeLock(channel);
    } catch (IOException e) {
      closeQuietly(channel);
      throw UserException.configuration(
          "Cannot lock lake %s: %s. Make the directory writable for this user, or choose another with --lake."
              .formatted(root, e));
    } catch (UserException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  /** Frees the lake. */
  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory(String lakeRoot) {
    Path path = lakeRoot.startsWith("file:") ? Path.of(URI.create(lakeRoot)) : Path.of(lakeRoot);
    return path.toAbsolutePath().normalize();
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  private static UserException held(Path root, FileChannel channel) throws IOException {
    ByteBuffer holder = ByteBuffer.allocate((int) Math.min(channel.size(), 4096));
    channel.read(holder, 0);
    String text = new String(holder.array(), 0, holder.position(), StandardCharsets.UTF_8).strip();
    return UserException.locked(
        "Cannot write to lake %s: another run holds it (%s). Wait until it ends, or stop that process, then start again."
            .formatted(root, text.isEmpty() ? "it is just starting" : text));
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
