package org.evenhand.schema;

/** What is done to a source column's text before anything reads it. */
public enum Normaliser {
  /** 15 characters become 18 by the checksum; 18 are verified; case is kept. */
  SALESFORCE_ID,
  /** Blanks around it taken off, lower case. */
  EMAIL,
  /** Blanks around it taken off. */
  TRIM
}
