package org.evenhand.intake;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.table.TableState;

/**
 * What came of the new files of one or several mappings.
 *
 * @param stopped why the job must fail, one sentence a file
 */
record Taken(
    long read, long accepted, long rejected, List<TableState> written, List<String> stopped) {
  static final Taken NOTHING = new Taken(0, 0, 0, List.of(), List.of());

  Taken {
    written = List.copyOf(written);
    stopped = List.copyOf(stopped);
  }

  Taken and(Taken other) {
    List<TableState> states = new ArrayList<>(written);
    states.removeIf(state -> other.written.stream().anyMatch(o -> o.table().equals(state.table())));
    states.addAll(other.written);
    List<String> reasons = new ArrayList<>(stopped);
    reasons.addAll(other.stopped);
    return new Taken(
        read + other.read, accepted + other.accepted, rejected + other.rejected, states, reasons);
  }
}
