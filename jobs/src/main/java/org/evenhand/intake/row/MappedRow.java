package org.evenhand.intake.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record.
 *
 * @param values in contract order, as Spark's external rows hold them
 * @param reasons every rule the record broke; empty = accepted
 */
@SuppressWarnings("ArrayRecordComponent") // rows by the million, never compared
public record MappedRow(@Nullable Object[] values, List<String> reasons) {

  public boolean isAccepted() {
    return reasons.isEmpty();
  }
}
