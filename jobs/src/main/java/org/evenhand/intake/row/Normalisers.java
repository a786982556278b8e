package org.evenhand.intake.row;

import java.util.Locale;
import org.evenhand.schema.Normaliser;

/** What is done to a source column's text before anything else reads it. */
final class Normalisers {
  private Normalisers() {}

  /**
   * @throws IllegalArgumentException when the text is none of the kind
   */
  static String apply(Normaliser normaliser, String text) {
    return switch (normaliser) {
      case SALESFORCE_ID -> SalesforceIds.normalised(text);
      case EMAIL -> text.strip().toLowerCase(Locale.ROOT);
      case TRIM -> text.strip();
    };
  }
}
