package org.evenhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableLogStoreTest {
  private static final int WRITERS = 8;
  private static final int COMMITS = 50;
  private final Configuration configuration = new Configuration();
  private final DurableLogStore store = new DurableLogStore(configuration);
  @TempDir private java.nio.file.Path log;

  @Test
  void ofRacingWritersExactlyOneWinsEachCommit() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<Integer>> won =
        IntStream.range(0, WRITERS).mapToObj(id -> threads.submit(() -> race(id))).toList();
    int total = 0;
    for (Future<Integer> wins : won) {
      total += wins.get();
    }
    threads.shutdown();

    assertThat(total).isEqualTo(COMMITS);
    try (Stream<java.nio.file.Path> files = Files.list(log)) {
      assertThat(files.toList())
          .hasSize(COMMITS)
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSize(2));
    }
  }

  @Test
  void takenCommitIsNeverOverwritten() throws IOException {
    store.write(commit(0), List.of("first").iterator(), false, configuration);

    assertThatThrownBy(
            () -> store.write(commit(0), List.of("second").iterator(), false, configuration))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.readString(log.resolve("0.json"))).isEqualTo("first\n");
  }

  @Test
  void emptyCommitIsRefusedAndLeavesNothing() throws IOException {
    assertThatThrownBy(
            () -> store.write(commit(0), Collections.emptyIterator(), false, configuration))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty commit");
    assertThat(log).isEmptyDirectory();
  }

  @Test
  void writerThatDiesWhileWritingLeavesNoCommit() {
    Stream<String> actions = Stream.of("first", "second").peek(DurableLogStoreTest::dieAtSecond);

    assertThatThrownBy(() -> store.write(commit(0), actions.iterator(), false, configuration))
        .isInstanceOf(IllegalStateException.class);
    assertThat(log).isEmptyDirectory();
  }

  private static void dieAtSecond(String action) {
    if (action.equals("second")) {
      throw new IllegalStateException("died");
    }
  }

  private int race(int id) throws IOException {
    int won = 0;
    for (int version = 0; version < COMMITS; version++) {
      try {
        String line = "writer %d".formatted(id);
        store.write(commit(version), List.of(line, line).iterator(), false, configuration);
        won++;
      } catch (FileAlreadyExistsException lost) {
        assertThat(Files.size(log.resolve(version + ".json"))).isPositive();
      }
    }
    return won;
  }

  private Path commit(int version) {
    return new Path(log.resolve(version + ".json").toUri());
  }
}
