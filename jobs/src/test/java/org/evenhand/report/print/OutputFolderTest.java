package org.evenhand.report.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OutputFolderTest {
  @Test
  void aPlainIdIsItsOwnName() {
    assertThat(OutputFolder.name("T03-a_b")).isEqualTo("T03-a_b");
  }

  @Test
  void anIdThatLooksLikeAPathStaysInsideItsFolder() {
    assertThat(OutputFolder.name("../other")).isEqualTo("~2E~2E~2Fother");
    assertThat(OutputFolder.name("..")).isEqualTo("~2E~2E");
  }

  @Test
  void differentIdsHaveDifferentNames() {
    assertThat(OutputFolder.name("a/b"))
        .isNotEqualTo(OutputFolder.name("a~2Fb"))
        .isNotEqualTo(OutputFolder.name("a_b"));
  }
}
