package org.evenhand.intake.read;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** A file of which nothing can be taken. The message is what the file ledger says. */
public final class UnreadableFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public UnreadableFile(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What the file ledger says. */
  public String reason() {
    return reason;
  }

  /** The reason for any failure of reading, in words. */
  public static UnreadableFile because(IOException cause) {
    if (cause instanceof UnreadableFile known) {
      return known;
    }
    return new UnreadableFile(inWords(cause));
  }

  private static String inWords(IOException cause) {
    if (cause instanceof EOFException) {
      return "The compressed data end too early: the file is truncated. Export it again.";
    }
    if (cause instanceof ZipException) {
      return "The compressed data are damaged (%s). Export the file again."
          .formatted(cause.getMessage());
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "The file vanished while it was read. Land it again, complete and under its final"
          + " name.";
    }
    if (cause instanceof AccessDeniedException) {
      return "The file may not be read by this user. Correct its permissions.";
    }
    return "The file cannot be read (%s). Export it again."
        .formatted(MalformedBytes.shown(String.valueOf(cause.getMessage())));
  }
}
