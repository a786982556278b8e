package org.evenhand.pipeline;

import org.evenhand.schema.Contracts;

/**
 * Which code computed a result: the product's version and the contracts it was built with.
 *
 * @param text stable across rebuilds of the same version
 */
public record CodeVersion(String text) {

  /** Version of the running jar; {@code development} when run from class files. */
  public static CodeVersion running() {
    String version = CodeVersion.class.getPackage().getImplementationVersion();
    return new CodeVersion(
        (version == null ? "development" : version)
            + "+"
            + Fingerprints.of(Contracts.bundled().all().stream().map(Object::toString).toList())
                .substring(0, 8));
  }
}
