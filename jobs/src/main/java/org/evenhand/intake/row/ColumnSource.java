package org.evenhand.intake.row;

import java.io.Serializable;

/** Where a bronze column comes from, once a mapping is compiled. */
sealed interface ColumnSource extends Serializable {

  /** The text of a slot, typed. */
  record Copied(int slot) implements ColumnSource {}

  /** An expression's result, typed. */
  record Computed(int expression) implements ColumnSource {}

  /** The same text in every row, typed. */
  record Fixed(String text) implements ColumnSource {}

  /** Not mapped: NULL. */
  record Unmapped() implements ColumnSource {}

  /** Filled by intake itself. */
  record Landing(FileStamp.Field field) implements ColumnSource {}
}
