package org.evenhand.schema;

import java.util.ArrayList;
import java.util.List;

/** Columns a contract gets from a flag, so that they are described once. */
final class ImpliedColumns {
  static final String QUARTER = "quarter";

  private static final List<ColumnContract> LANDED =
      List.of(
          column(
              "_system",
              "STRING",
              true,
              "System the record was exported from, as the mapping names it."),
          column("_file", "STRING", true, "bronze.file.file_id of the file the record stood in."),
          column("_line", "BIGINT", true, "Line on which the record begins, from 1."),
          column(
              "_batch", "STRING", true, "Delivery the file belonged to: system and extract date."),
          column("known_from", "TIMESTAMP", true, "When we knew it: extract time of the file."));

  private static final List<ColumnContract> BITEMPORAL =
      List.of(
          column("valid_from", "TIMESTAMP", true, "From when the row was true, inclusive."),
          column(
              "valid_to",
              "TIMESTAMP",
              false,
              "Until when it was true, exclusive; NULL = still true."),
          column("known_from", "TIMESTAMP", true, "From when we knew the row, inclusive."),
          column(
              "known_to",
              "TIMESTAMP",
              false,
              "Until when we believed it, exclusive; NULL = still believed."));

  private static final List<ColumnContract> EDITION =
      List.of(
          column(QUARTER, "STRING", true, "Fiscal quarter the row reports on, for example 2026Q3."),
          column(
              "edition",
              "STRING",
              true,
              "Hash of inputs, configuration and code this edition was computed from."));

  private ImpliedColumns() {}

  /** Whether a landed table's column is filled by intake rather than by a mapping. */
  static boolean ofLanding(String name) {
    return LANDED.stream().anyMatch(column -> column.name().equals(name));
  }

  /** Which flags a contract was read with. */
  record Flags(boolean landed, boolean bitemporal, boolean edition) {}

  static Flags flags(TableContract table) {
    return new Flags(
        table.columns().containsAll(LANDED),
        table.columns().containsAll(BITEMPORAL),
        table.storage().mode() == WriteMode.EDITION);
  }

  /** The columns the contract's author wrote. */
  static List<ColumnContract> own(TableContract table) {
    Flags flags = flags(table);
    List<ColumnContract> own = new ArrayList<>(table.columns());
    around(List.of(), flags.landed(), flags.bitemporal(), flags.edition()).forEach(own::remove);
    return own;
  }

  static List<ColumnContract> around(
      List<ColumnContract> own, boolean landed, boolean bitemporal, boolean edition) {
    List<ColumnContract> all = new ArrayList<>();
    if (edition) {
      all.addAll(EDITION);
    }
    all.addAll(own);
    if (bitemporal) {
      all.addAll(BITEMPORAL);
    }
    if (landed) {
      all.addAll(LANDED);
    }
    return all;
  }

  private static ColumnContract column(
      String name, String type, boolean required, String description) {
    return new ColumnContract(
        name,
        type,
        required,
        Pii.NONE,
        new ColumnContract.Documentation(description, ColumnNotes.NONE),
        Constraints.NONE);
  }
}
