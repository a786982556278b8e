package org.evenhand.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** Spark settings this product needs, and the tuned profile for one machine. */
public final class SessionSettings {
  private SessionSettings() {}

  /**
   * What every session needs, wherever it runs. No session brings jars of its own; were they kept
   * apart all the same, every executor would ask the driver for each class that Spark does not
   * have.
   */
  public static Map<String, String> required() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.sql.ansi.enabled", "true");
    settings.put("spark.sql.dataFrameQueryContext.enabled", "false");
    settings.put("spark.sql.artifact.isolation.enabled", "false");
    settings.put("spark.sql.datetime.java8API.enabled", "true");
    settings.put("spark.sql.parquet.compression.codec", "zstd");
    settings.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    settings.put("spark.delta.logStore.file.impl", "org.evenhand.table.DurableLogStore");
    settings.put("spark.databricks.delta.commit.idempotencyCheck.enabled", "true");
    settings.put("spark.databricks.delta.emptyFileCheck.throwEnabled", "true");
    settings.put("spark.databricks.delta.nullPartitionCheck.throwEnabled", "true");
    return settings;
  }

  /** One machine: few partitions, no UI, no event log. */
  public static Map<String, String> local(int cores) {
    Map<String, String> settings = required();
    settings.put("spark.master", "local[" + cores + "]");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.eventLog.enabled", "false");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.driver.host", "127.0.0.1");
    settings.putAll(InputSize.SOME.settings());
    settings.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", String.valueOf(cores));
    settings.put("spark.sql.sources.parallelPartitionDiscovery.threshold", "1000");
    settings.put("spark.sql.autoBroadcastJoinThreshold", "64MB");
    settings.put("spark.databricks.delta.snapshotPartitions", String.valueOf(cores));
    settings.put("spark.sql.catalogImplementation", "in-memory");
    settings.put("spark.sql.adaptive.enabled", "false");
    settings.put("spark.sql.ui.explainMode", "simple");
    settings.put("spark.sql.maxPlanStringLength", "1000");
    return settings;
  }
}
