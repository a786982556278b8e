package org.evenhand.lakehouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.evenhand.errors.UserException;

/** A process that takes the lock of a lake and keeps it until it is ended. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (LakeLock lock = LakeLock.acquire(arguments[0], "run-7", "quarter 2026Q3")) {
      answer(lock.getClass().getSimpleName() + " held");
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (UserException e) {
      answer(e.exitCode() + " " + e.getMessage());
    }
  }

  private static void answer(String line) throws IOException {
    System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
