package org.evenhand.schema;

import java.util.List;

/** Where one bronze column comes from. */
public sealed interface MappedColumn {

  /** The bronze column. */
  String to();

  /**
   * Copied and typed from text; a value that does not fit the type rejects its record.
   *
   * @param from header aliases: the first one the file has; exact, then without regard to case
   */
  record From(String to, List<String> from) implements MappedColumn {
    public From {
      from = List.copyOf(from);
    }
  }

  /**
   * Computed.
   *
   * @param expr Spark SQL; every source column is a STRING, missing markers already NULL
   */
  record Expression(String to, String expr) implements MappedColumn {}

  /**
   * The same in every row.
   *
   * @param constant the value as text, typed like a copied one
   */
  record Constant(String to, String constant) implements MappedColumn {}
}
