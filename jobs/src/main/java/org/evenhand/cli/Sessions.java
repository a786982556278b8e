package org.evenhand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.SessionSettings;

/** The only place a Spark session is built. */
final class Sessions {
  private Sessions() {}

  /** A tuned session on this machine, or one on the given master or under spark-submit. */
  static SparkSession open(Optional<String> master) {
    boolean submitted = System.getProperty("spark.master") != null;
    SparkSession.Builder builder = SparkSession.builder().appName("evenhand");
    settings(master, submitted).forEach(builder::config);
    SparkSession session = builder.getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    return session;
  }

  private static Map<String, String> settings(Optional<String> master, boolean submitted) {
    if (submitted) {
      return SessionSettings.required();
    }
    Map<String, String> settings;
    if (master.isPresent()) {
      settings = SessionSettings.required();
      settings.put("spark.master", master.get());
      settings.put("spark.jars", jar());
    } else {
      settings = SessionSettings.local(Runtime.getRuntime().availableProcessors());
      settings.put("spark.local.dir", privateDirectory().toString());
    }
    return settings;
  }

  private static Path privateDirectory() {
    try {
      Path directory = Files.createTempDirectory("evenhand-spark-");
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jar() {
    return Sessions.class.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
