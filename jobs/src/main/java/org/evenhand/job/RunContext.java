package org.evenhand.job;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.Stamp;
import org.evenhand.table.Tables;

/**
 * Everything a job may depend on. A report is a pure function of it and the tables.
 *
 * @param engine session and tables
 * @param period quarter, its edition and the knowledge date
 * @param rules policies and source mappings
 * @param places directories of this run
 * @param stamp commit stamp of the job that is running
 */
public record RunContext(Engine engine, Period period, Rules rules, Places places, Stamp stamp) {

  /**
   * @param session for building frames from driver rows and for intake's readers
   * @param tables reads and writes
   */
  public record Engine(SparkSession session, Tables tables) {}

  /**
   * @param quarter the quarter reported on
   * @param edition this computation of it
   * @param asOf only what was known by this instant counts
   */
  public record Period(Quarter quarter, Edition edition, Instant asOf) {}

  /**
   * @param policies thresholds, weights, maps
   * @param mappings how export files become bronze rows
   */
  public record Rules(Policies policies, Mappings mappings) {}

  /**
   * @param landing files as exported
   * @param lake root of the lakehouse, a path or URI
   * @param out where artefacts go
   * @param keyFile the key behind rep_key
   */
  public record Places(Path landing, String lake, Path out, Path keyFile) {}

  public SparkSession session() {
    return engine.session();
  }

  public Tables tables() {
    return engine.tables();
  }

  public Policies policies() {
    return rules.policies();
  }

  public RunContext with(Engine newEngine) {
    return new RunContext(newEngine, period, rules, places, stamp);
  }

  public RunContext stamped(Stamp newStamp) {
    return new RunContext(engine, period, rules, places, newStamp);
  }

  public RunContext in(Period newPeriod) {
    return new RunContext(engine, newPeriod, rules, places, stamp);
  }
}
