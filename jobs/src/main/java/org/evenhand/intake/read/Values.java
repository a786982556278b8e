package org.evenhand.intake.read;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which texts say nothing. */
final class Values {
  private final Set<String> missing;

  Values(ReadPlan plan) {
    this.missing = plan.missing();
  }

  /** The text, or null when it is one of the mapping's missing markers. */
  @Nullable String present(@Nullable String text) {
    return text == null || missing.contains(text.strip()) ? null : text;
  }

  /** Why a record's text cannot be used at all; empty when it can. */
  static String problemOf(String raw, String encoding, boolean mayBeMalformed) {
    String malformed = mayBeMalformed ? MalformedBytes.first(raw) : "";
    if (!malformed.isEmpty()) {
      return "The byte %s is no %s text. Export the file in %s or declare its encoding in the mapping."
          .formatted(malformed, encoding, encoding);
    }
    return raw.indexOf('\0') < 0 ? "" : "The record holds a NUL character.";
  }
}
