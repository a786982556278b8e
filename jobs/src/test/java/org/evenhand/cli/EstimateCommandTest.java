package org.evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class EstimateCommandTest {
  @Test
  void everyMethodIsListed() {
    assertThat(new CommandLine(new EstimateCommand()).getSubcommands().keySet())
        .contains("survival", "shrink", "shapley", "decompose", "adjusted-gap");
  }
}
