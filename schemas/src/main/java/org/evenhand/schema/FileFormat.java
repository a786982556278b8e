package org.evenhand.schema;

/** How the bytes of an export are read; gz and zip are recognised by themselves. */
public enum FileFormat {
  CSV,
  /** One JSON object per line. */
  NDJSON,
  /** One JSON document that holds an array of records. */
  JSON,
  PARQUET
}
