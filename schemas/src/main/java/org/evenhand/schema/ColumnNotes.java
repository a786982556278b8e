package org.evenhand.schema;

import java.util.List;

/**
 * What a reader should know about a column beyond its type.
 *
 * @param unit unit of measure, empty when none applies
 * @param derivedFrom columns or sources the value comes from
 * @param example one realistic value as text
 * @param since version of the contract that introduced it
 */
public record ColumnNotes(String unit, List<String> derivedFrom, String example, String since) {

  public static final ColumnNotes NONE = new ColumnNotes("", List.of(), "", "");

  public ColumnNotes {
    derivedFrom = List.copyOf(derivedFrom);
  }
}
