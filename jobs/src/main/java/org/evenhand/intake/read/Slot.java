package org.evenhand.intake.read;

import java.io.Serializable;
import java.util.List;

/**
 * One source column a mapping wants.
 *
 * @param names header or path it may have, the preferred one first
 * @param required whether a file without it fails
 */
public record Slot(List<String> names, boolean required) implements Serializable {
  public Slot {
    names = List.copyOf(names);
  }

  public String name() {
    return names.get(0);
  }
}
