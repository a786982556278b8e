package org.evenhand.testing;

import org.apache.spark.sql.SparkSession;
import org.evenhand.table.SessionSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one Spark session of this JVM: {@code @ExtendWith(SparkExtension.class)}. */
public final class SparkExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SparkExtension.class))
        .getOrComputeIfAbsent("session", key -> new Holder(), Holder.class)
        .session;
  }

  private static final class Holder implements AutoCloseable {
    private final SparkSession session = start();

    private static SparkSession start() {
      SparkSession.Builder builder = SparkSession.builder().appName("evenhand-tests");
      SessionSettings.local(2).forEach(builder::config);
      SparkSession session = builder.getOrCreate();
      session.sparkContext().setLogLevel("ERROR");
      return session;
    }

    @Override
    public void close() {
      session.stop();
    }
  }
}
