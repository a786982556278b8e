package org.evenhand.schema;

import java.util.List;

/** A contract, mapping or policy file that cannot be used, with every problem it has. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  public SchemaException(String subject, List<String> problems) {
    super(
        "Cannot read %s: %s. Correct the file and run again."
            .formatted(subject, String.join("; ", problems)));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
