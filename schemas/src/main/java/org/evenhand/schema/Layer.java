package org.evenhand.schema;

/** Where a table stands between a raw export and a published figure. */
public enum Layer {
  BRONZE,
  SILVER,
  GOLD
}
