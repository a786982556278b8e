package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it is either read or refused with its problems. */
class ParserRobustnessTest {
  private static final int MUTATIONS = 1_000;
  private static final List<String> SCRAPS =
      List.of("\"", "{", "}", "[", "]", ":", ",", "null", "0", "true", "-1e9", "\\u0000", "(", " ");

  @Test
  void brokenContractsAreRefusedInWords() {
    readsOrRefuses(
        SchemaFiles.contracts(),
        (path, json) -> {
          TableContract unused = ContractParser.parse(path, json);
        });
  }

  @Test
  void brokenMappingsAreRefusedInWords() {
    readsOrRefuses(
        SchemaFiles.under("sources"),
        (path, json) -> {
          SourceMapping unused = SourceMappingParser.parse(path, json, Contracts.bundled());
        });
  }

  private static void readsOrRefuses(
      Map<String, String> files, BiConsumer<String, String> reading) {
    SplittableRandom random = new SplittableRandom(20261122);
    List<String> paths = List.copyOf(files.keySet());
    for (int i = 0; i < MUTATIONS; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      String broken = mutated(files.getOrDefault(path, ""), random);
      try {
        reading.accept(path, broken);
      } catch (SchemaException e) {
        assertThat(e.problems()).as(broken).isNotEmpty();
      }
    }
  }

  private static String mutated(String json, SplittableRandom random) {
    int at = random.nextInt(json.length());
    int until = Math.min(json.length(), at + random.nextInt(12));
    String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
    return json.substring(0, at) + scrap + json.substring(until);
  }
}
