package org.evenhand.table;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Commits to a local file system that survive a power cut and a racing writer: the file is written
 * and forced under a temporary name, then linked under its own, which fails when that name is
 * taken; the directory is forced last. A reader never sees a part of a commit, nor an empty one.
 */
public final class DurableLogStore extends HadoopFileSystemLogStore {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  public DurableLogStore(Configuration configuration) {
    super(configuration);
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
    java.nio.file.Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new FileNotFoundException("no such directory: " + directory);
    }
    byte[] content = bytes(actions);
    if (content.length == 0) {
      throw new IOException("refusing to write the empty commit " + target);
    }
    java.nio.file.Path draft = directory.resolve(draftName(target));
    try {
      writeForced(draft, content);
      if (overwrite) {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        link(draft, target);
      }
      force(directory);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }

  /** Forces a file or directory to the disk. */
  static void force(java.nio.file.Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void link(java.nio.file.Path draft, java.nio.file.Path target) throws IOException {
    try {
      Files.createLink(target, draft);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException e) {
      throw new IOException("the file system of " + target + " has no hard links", e);
    }
  }

  private static String draftName(java.nio.file.Path target) {
    return ".%s.%d.%d.tmp"
        .formatted(target.getFileName(), ProcessHandle.current().pid(), SEQUENCE.incrementAndGet());
  }

  private static byte[] bytes(Iterator<String> actions) {
    StringBuilder text = new StringBuilder();
    actions.forEachRemaining(action -> text.append(action).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeForced(java.nio.file.Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}
