package org.evenhand.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.SourceMapping;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small files as the vendors write them, with their traps, and what they become. After a wanted
 * change: delete the expected file, run once, read what was written.
 */
@ExtendWith(SparkExtension.class)
class MappingFilesTest {
  private static final Path EXPECTED = Path.of("src", "test", "resources", "sources", "expected");

  static Stream<String> mappings() {
    return Mappings.bundled().all().stream().map(SourceMapping::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void eachMappingLandsItsRealisticFile(String name, SparkSession session) throws IOException {
    String landed = LandedText.of(session, Mappings.bundled().get(name));
    Path expected = EXPECTED.resolve(name + ".txt");
    if (Files.notExists(expected)) {
      Files.createDirectories(expected.toAbsolutePath().getParent());
      Files.writeString(expected, landed);
    }

    assertThat(landed).isEqualTo(Files.readString(expected)).contains("line ");
  }
}
