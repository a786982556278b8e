package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenhand.errors.UserException;
import org.evenhand.stats.did.SyntheticDifference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SynthEstimateTest {
  private static final String PANEL =
      """
      unit,time,outcome,treated
      a,9,1,0
      a,10,2,0
      a,11,4,0
      b,9,3,0
      b,10,3,0
      b,11,5,0
      c,9,2,0
      c,10,3,0
      c,11,3,0
      t,9,4,0
      t,10,5,0
      t,11,9,1
      """;

  @TempDir private Path directory;

  @Test
  void equalWeightsGiveTheDifferenceOfDifferences() throws IOException {
    ObjectNode result = estimate(PANEL, Kind.DID, SynthOptions.StandardError.PLACEBO);

    assertThat(result.path("estimate").asDouble())
        .isCloseTo((9 - 4.5) - (4 - 14.0 / 6), within(1e-12));
    assertThat(result.path("se").isNumber()).isTrue();
    assertThat(result.path("seed").asInt()).isEqualTo(3);
    assertThat(result.has("seed_reason")).isFalse();
    assertThat(result.at("/unit_weights/1/unit").asText()).isEqualTo("b");
    assertThat(result.at("/time_weights/0/time").asText()).isEqualTo("9");
    assertThat(result.path("treated_from").asText()).isEqualTo("11");
    assertThat(result.path("n").asInt()).isEqualTo(12);
  }

  @Test
  void oneTreatedUnitHasNoJackknife() throws IOException {
    ObjectNode result = estimate(PANEL, Kind.SDID, SynthOptions.StandardError.JACKKNIFE);

    assertThat(result.path("se").isNull()).isTrue();
    assertThat(result.path("se_reason").asText())
        .isEqualTo("the jackknife cannot leave out the only treated unit");
    assertThat(result.path("low_reason").asText()).isNotEmpty();
    assertThat(result.path("seed").isNull()).isTrue();
  }

  @Test
  void missingCellsAreNamed() {
    refused(
        PANEL.replace("b,10,3,0\n", "").replace("c,11,3,0", "c,11,unknown,0"),
        "Cannot estimate: the panel lacks 2 of 12 cells with a usable row: b at 10, c at 11."
            + " Complete it or leave these units or times out.");
  }

  @Test
  void treatmentThatBeginsAtSeveralTimesIsRefused() {
    refused(
        PANEL.replace("c,10,3,0\nc,11,3,0", "c,10,3,1\nc,11,3,1"),
        "Cannot estimate: treatment begins at 10, 11, one time for all is needed. Use estimate did,"
            + " or a file for each time.");
  }

  @Test
  void treatmentThatEndsIsRefused() {
    refused(
        PANEL.replace("t,10,5,0\nt,11,9,1", "t,10,5,1\nt,11,9,0"),
        "Cannot estimate: unit 't' is treated at 10 and untreated again at 11. Leave it out, or end"
            + " the panel before.");
  }

  @Test
  void withoutTreatedUnitsOrOthersThereIsNothingToCompare() {
    refused(
        PANEL.replace("t,11,9,1", "t,11,9,0"),
        "Cannot estimate: no unit is ever treated. Both treated units and units never treated are"
            + " needed.");
    refused(
        "unit,time,outcome,treated\nt,1,1,0\nt,2,3,1\n",
        "Cannot estimate: no unit is never treated. Both treated units and units never treated are"
            + " needed.");
    refused(
        "unit,time,outcome,treated\nt,1,1,1\nt,2,3,1\na,1,1,0\na,2,1,0\n",
        "Cannot estimate: treatment begins at 1, the first time there is. Add periods before it.");
  }

  @Test
  void aCellGivenTwiceIsRefused() {
    refused(
        PANEL + "a,9,7,0\n",
        "Cannot estimate: unit 'a' has two rows at time 9. Leave one row a unit and time.");
  }

  private void refused(String text, String message) {
    assertThatThrownBy(() -> estimate(text, Kind.SDID, SynthOptions.StandardError.PLACEBO))
        .isInstanceOf(UserException.class)
        .hasMessage(message);
  }

  private ObjectNode estimate(String text, Kind kind, SynthOptions.StandardError error)
      throws IOException {
    Path file = Files.writeString(directory.resolve("panel.csv"), text);
    return SynthEstimate.of(
        InputTable.read(file),
        new SynthOptions(
            new SynthOptions.Columns("unit", "time", "outcome", "treated"), kind, error, 20, 3));
  }
}
