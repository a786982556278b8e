package org.evenhand.intake.row;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.evenhand.table.columns.BronzeOpportunity;

/**
 * What every row of a file says about its origin.
 *
 * @param system system as the mapping names it
 * @param fileId {@code bronze.file.file_id}
 * @param batch delivery: system and extract date
 * @param knownFrom extract time
 */
public record FileStamp(String system, String fileId, String batch, Instant knownFrom)
    implements Serializable {

  /** The implied columns of a landed table. */
  enum Field {
    SYSTEM(BronzeOpportunity.META_SYSTEM.name()),
    FILE(BronzeOpportunity.META_FILE.name()),
    LINE(BronzeOpportunity.META_LINE.name()),
    BATCH(BronzeOpportunity.META_BATCH.name()),
    KNOWN_FROM(BronzeOpportunity.KNOWN_FROM.name());

    private final String column;

    Field(String column) {
      this.column = column;
    }

    static Optional<Field> of(String column) {
      for (Field field : values()) {
        if (field.column.equals(column)) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }
  }

  /** Whether intake itself fills a column of a landed table. */
  public static boolean fills(String column) {
    return Field.of(column).isPresent();
  }

  Object value(Field field, long line) {
    return switch (field) {
      case SYSTEM -> system;
      case FILE -> fileId;
      case LINE -> line;
      case BATCH -> batch;
      case KNOWN_FROM -> knownFrom;
    };
  }
}
