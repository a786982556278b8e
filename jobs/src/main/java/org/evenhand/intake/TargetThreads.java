package org.evenhand.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.evenhand.schema.SourceMapping;

/** Takes several targets at a time and the mappings of one target one after the other. */
final class TargetThreads {
  private static final int THREADS = 2;

  private TargetThreads() {}

  static Taken run(Collection<List<SourceMapping>> targets, Function<SourceMapping, Taken> take) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Taken>> running = new ArrayList<>();
      for (List<SourceMapping> mappings : targets) {
        running.add(threads.submit(() -> all(mappings, take)));
      }
      Taken taken = Taken.NOTHING;
      for (Future<Taken> one : running) {
        taken = taken.and(result(one));
      }
      return taken;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Taken all(List<SourceMapping> mappings, Function<SourceMapping, Taken> take) {
    return mappings.stream().map(take).reduce(Taken.NOTHING, Taken::and);
  }

  private static Taken result(Future<Taken> running) {
    try {
      return running.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
