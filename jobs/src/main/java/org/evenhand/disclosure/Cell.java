package org.evenhand.disclosure;

import java.util.Set;

/**
 * A figure somebody might publish about a group.
 *
 * @param id the group
 * @param parts smallest pieces the group is made of; groups that overlap share pieces
 * @param people people the figure rests on
 */
public record Cell(String id, Set<String> parts, long people) {
  public Cell {
    parts = Set.copyOf(parts);
  }
}
