package org.evenhand.errors;

/**
 * Something the caller can correct: an option, a configuration, an environment. The message follows
 * {@code Cannot <do> <what>: <why, with values>. <what to do>.}
 */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;

  private UserException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A wrong call: exit code 2. */
  public static UserException usage(String message) {
    return new UserException(2, message);
  }

  /** A wrong configuration: exit code 78. */
  public static UserException configuration(String message) {
    return new UserException(78, message);
  }

  /** Another run holds the lake: exit code 75. */
  public static UserException locked(String message) {
    return new UserException(75, message);
  }

  /** A service that is needed does not answer: exit code 69. */
  public static UserException unavailable(String message) {
    return new UserException(69, message);
  }

  /** Nothing to do: exit code 99, which Airflow shows as skipped. */
  public static UserException nothingToDo(String message) {
    return new UserException(99, message);
  }

  public int exitCode() {
    return exitCode;
  }
}
