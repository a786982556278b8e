package org.evenhand.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Remembers, per job, the inputs of its last complete run and the outputs it left. A job whose
 * inputs and outputs are still the same need not run: that is what makes a second run, and a run
 * after a crash, cheap. Losing the journal costs time, never correctness.
 */
public final class Journal {
  private final FileSystem files;
  private final Path directory;

  public Journal(String lake, Configuration hadoop) {
    try {
      this.directory = new Path(lake, "restricted/ops/journal");
      this.files = FileSystem.get(uri(directory), hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean holds(String job, String inputs, String outputs) {
    return entry(inputs, outputs).equals(read(job));
  }

  void record(String job, String inputs, String outputs) {
    Path target = new Path(directory, job);
    Path temporary = new Path(directory, "." + job + ".new");
    try {
      try (FSDataOutputStream out = files.create(temporary, true)) {
        out.write(entry(inputs, outputs).getBytes(StandardCharsets.UTF_8));
      }
      files.delete(target, false);
      files.rename(temporary, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String job) {
    Path path = new Path(directory, job);
    try {
      if (!files.exists(path)) {
        return "";
      }
      try (FSDataInputStream in = files.open(path)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String entry(String inputs, String outputs) {
    return inputs + "\n" + outputs + "\n";
  }

  private static URI uri(Path path) {
    return path.toUri().getScheme() == null ? URI.create("file:///") : path.toUri();
  }
}
