package org.evenhand.schema;

import java.util.ArrayList;
import java.util.List;

/** Collects every problem of a file so that all are reported together. */
public final class Problems {
  private final String subject;
  private final List<String> found = new ArrayList<>();

  public Problems(String subject) {
    this.subject = subject;
  }

  public void add(String problem) {
    found.add(problem);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<String> all() {
    return List.copyOf(found);
  }

  /** Throws when anything was found. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SchemaException(subject, found);
    }
  }
}
