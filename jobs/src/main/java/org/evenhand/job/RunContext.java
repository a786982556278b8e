package org.evenhand.job;

import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.Stamp;
import org.evenhand.table.Tables;

/**
 * Everything a job may depend on. A report is a pure function of it and the tables.
 *
 * @param session for building frames from driver rows and for intake's readers
 * @param tables reads and writes
 * @param period quarter, its edition and the knowledge date
 * @param policies thresholds, weights, maps
 * @param places directories of this run
 * @param stamp commit stamp of the job that is running
 */
public record RunContext(
    SparkSession session,
    Tables tables,
    Period period,
    Policies policies,
    Places places,
    Stamp stamp) {

  /**
   * @param asOf only what was known by this instant counts
   */
  public record Period(Quarter quarter, Edition edition, Instant asOf) {}

  /**
   * @param landing files as exported
   * @param lake root of the lakehouse
   * @param out where artefacts go
   */
  public record Places(java.nio.file.Path landing, String lake, java.nio.file.Path out) {}
}
