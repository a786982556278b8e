package org.evenhand.errors;

/** Data that breaks its contract: exit code 65. Messages as in {@link UserException}. */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }
}
