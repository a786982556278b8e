package org.evenhand.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.RunContext.Engine;
import org.evenhand.table.InputSize;
import org.evenhand.table.LakeTables;

/**
 * Sessions on one machine for inputs of each size, on one lake; made when first asked for. The
 * first session suits {@link InputSize#SOME}.
 */
public final class SizedSessions {
  private final Engine first;
  private final String lake;
  private final Map<InputSize, Engine> engines = new ConcurrentHashMap<>();

  public SizedSessions(Engine first, String lake) {
    this.first = first;
    this.lake = lake;
  }

  public Engine engine(InputSize size) {
    return size == InputSize.SOME ? first : engines.computeIfAbsent(size, this::opened);
  }

  private Engine opened(InputSize size) {
    SparkSession session = first.session().newSession();
    size.settings().forEach(session.conf()::set);
    return new Engine(session, new LakeTables(session, lake));
  }
}
