package org.evenhand.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.SourceMapping;
import org.junit.jupiter.api.Test;

class SourcesDocumentTest {

  @Test
  void everyMappingStandsInTheTableOfSources() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "sources.md"));

    assertThat(Mappings.bundled().all())
        .allSatisfy(mapping -> assertThat(document).contains(row(mapping)));
  }

  private static String row(SourceMapping mapping) {
    return "| %s | %s | `%s` |"
        .formatted(mapping.about().system(), mapping.about().object(), mapping.shape().files());
  }
}
