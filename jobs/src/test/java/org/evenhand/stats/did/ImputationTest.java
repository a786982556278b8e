package org.evenhand.stats.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** The reference case did_mpdta (minimum wage and teenage employment), and laws. */
final class ImputationTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "did_mpdta");
  private static final long SEED = 20_261_122;

  @Test
  void reproducesTheEffectsOfTheMinimumWage() throws IOException {
    Imputation found = Imputation.of(counties());
    JsonNode oracle =
        new ObjectMapper()
            .readTree(FOLDER.resolve("expected.json").toFile())
            .at("/oracle/bjs_imputation_no_covariates");

    assertThat(found.overall().orElseThrow().estimate())
        .isCloseTo(oracle.path("overall").asDouble(), within(1e-12));
    assertThat(found.overall().orElseThrow().n()).isEqualTo(20 * 4 + 40 * 2 + 131);
    assertThat(found.cells()).hasSize(oracle.path("cells").size());
    for (Imputation.Cell cell : found.cells()) {
      assertThat(cell.effect().orElseThrow().estimate())
          .isCloseTo(
              oracle.path("cells").path(cell.cohort() + "," + cell.time()).asDouble(),
              within(5e-9));
    }
    assertThat(found.unidentified()).isEmpty();
  }

  /** One regression with a dummy for every unit, time and treated observation. */
  @Test
  void equalsTheDummyRegressionOnUnbalancedWeightedPanels() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20; i++) {
      List<PanelObservation> panel = unbalanced(random);
      Imputation found = Imputation.of(panel);

      assertThat(found.overall().orElseThrow().estimate())
          .isCloseTo(byDummies(panel), within(1e-9));
    }
  }

  @Test
  void meansOfBlocksAreExactOnABalancedPanel() {
    Random random = new Random(SEED);
    List<PanelObservation> reps = new ArrayList<>();
    List<Imputation.Block> blocks = new ArrayList<>();
    for (int team = 0; team < 9; team++) {
      int cohort = new int[] {0, 4, 6}[team % 3];
      int size = 1 + random.nextInt(5);
      double[] sums = new double[8];
      for (int rep = 0; rep < size; rep++) {
        for (int t = 1; t <= 8; t++) {
          double outcome = 10 * random.nextGaussian();
          sums[t - 1] += outcome;
          reps.add(new PanelObservation(team + "-" + rep, t, cohort, outcome, 1));
        }
      }
      blocks.add(
          new Imputation.Block(
              "team " + team,
              cohort,
              size,
              java.util.Arrays.stream(sums).map(sum -> sum / size).boxed().toList()));
    }
    Imputation one = Imputation.of(reps, 1);
    Imputation other = Imputation.ofBlocks(IntStream.rangeClosed(1, 8).boxed().toList(), blocks, 1);

    assertThat(other.overall().orElseThrow().estimate())
        .isCloseTo(one.overall().orElseThrow().estimate(), within(1e-12));
    assertThat(other.byEventTime().keySet()).isEqualTo(one.byEventTime().keySet());
    one.byEventTime()
        .forEach((e, mean) -> assertThat(at(other, e)).isCloseTo(mean.estimate(), within(1e-12)));
  }

  @Test
  void aPlantedEffectIsFoundExactlyWithoutNoise() {
    List<PanelObservation> panel = new ArrayList<>();
    for (int unit = 0; unit < 6; unit++) {
      int cohort = new int[] {0, 3, 5}[unit % 3];
      for (int t = 1; t <= 6; t++) {
        double effect = cohort != 0 && t >= cohort ? 1 + t - cohort : 0;
        panel.add(new PanelObservation("u" + unit, t, cohort, unit * 7 + t * t + effect, 1));
      }
    }
    Imputation found = Imputation.of(panel);

    found
        .byEventTime()
        .forEach((e, mean) -> assertThat(mean.estimate()).isCloseTo(1.0 + e, within(1e-10)));
    assertThat(found.byEventTime()).containsOnlyKeys(0, 1, 2, 3);
  }

  @Test
  void anticipationIsImputedButNotInTheOverallEffect() {
    List<PanelObservation> panel =
        List.of(
            row("treated", 1, 3, 0),
            row("treated", 2, 3, 5),
            row("treated", 3, 3, 9),
            row("never", 1, 0, 1),
            row("never", 2, 0, 2),
            row("never", 3, 0, 3));
    Imputation found = Imputation.of(panel, 1);

    assertThat(at(found, -1)).isCloseTo(4, within(1e-12));
    assertThat(found.overall().orElseThrow().estimate()).isCloseTo(7, within(1e-12));
  }

  @Test
  void whatUntreatedObservationsCannotTellIsLeftOutWithItsReason() {
    List<PanelObservation> panel =
        List.of(
            row("always", 1, 1, 3),
            row("always", 2, 1, 4),
            row("late", 1, 3, 0),
            row("late", 2, 3, 1),
            row("late", 3, 3, 4),
            row("late", 4, 3, 4),
            row("never", 1, 0, 1),
            row("never", 2, 0, 2),
            row("never", 3, 0, 3),
            row("apart", 7, 8, 1),
            row("apart", 3, 8, 1),
            row("apart", 8, 8, 1),
            row("island", 9, 0, 1),
            row("late", 9, 3, 1));
    Imputation found = Imputation.of(panel);

    assertThat(found.unidentified())
        .containsExactly(
            Map.entry("no chain of untreated observations links the unit to this time", 1),
            Map.entry("nobody is observed untreated at this time", 2),
            Map.entry("the unit is never observed untreated", 2));
    assertThat(found.overall().orElseThrow().estimate()).isCloseTo(2, within(1e-12));
    assertThat(found.cells().get(0).effect()).isEmpty();
    assertThat(found.cells().get(0).reason()).contains("the unit is never observed untreated");
  }

  @Test
  void withoutTreatedObservationsThereIsNoEffect() {
    assertThat(Imputation.of(List.of()).overall()).isEmpty();
    assertThat(Imputation.of(List.of(row("never", 1, 0, 1))).cells()).isEmpty();
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    List<PanelObservation> panel = unbalanced(new Random(SEED));
    List<PanelObservation> other = new ArrayList<>(panel);
    java.util.Collections.shuffle(other, new Random(SEED));

    assertThat(Imputation.of(other).overall().orElseThrow().estimate())
        .isCloseTo(Imputation.of(panel).overall().orElseThrow().estimate(), within(1e-10));
  }

  @Test
  void aWeightOfNothingIsRefused() {
    assertThatThrownBy(() -> new PanelObservation("a", 1, 0, 2, 0))
        .hasMessage(
            "Cannot use unit 'a' at time 1: outcome 2.0, weight 0.0; a number and a positive weight"
                + " are needed. Leave the row out.");
  }

  private static double at(Imputation found, int eventTime) {
    return Optional.ofNullable(found.byEventTime().get(eventTime)).orElseThrow().estimate();
  }

  private static PanelObservation row(String unit, int time, int cohort, double outcome) {
    return new PanelObservation(unit, time, cohort, outcome, 1);
  }

  private static List<PanelObservation> counties() throws IOException {
    return Files.readAllLines(FOLDER.resolve("mpdta.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                row(
                    cells[1],
                    Integer.parseInt(cells[0]),
                    (int) Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[3])))
        .toList();
  }

  private static List<PanelObservation> unbalanced(Random random) {
    List<PanelObservation> panel = new ArrayList<>();
    for (int unit = 0; unit < 12; unit++) {
      int cohort = new int[] {0, 3, 5}[unit % 3];
      double weight = 0.5 + random.nextDouble();
      for (int t = 1; t <= 6; t++) {
        if (t == 1 || unit == 0 || random.nextDouble() < 0.7) {
          panel.add(
              new PanelObservation("u" + unit, t, cohort, 5 * random.nextGaussian(), weight * t));
        }
      }
    }
    return panel;
  }

  private static double byDummies(List<PanelObservation> panel) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (PanelObservation o : panel) {
      columns.putIfAbsent("unit " + o.unit(), columns.size());
      if (o.time() > 1) {
        columns.putIfAbsent("time " + o.time(), columns.size());
      }
      if (treated(o)) {
        columns.putIfAbsent(o.toString(), columns.size());
      }
    }
    DMatrixRMaj x = new DMatrixRMaj(panel.size(), columns.size());
    DMatrixRMaj y = new DMatrixRMaj(panel.size(), 1);
    for (int i = 0; i < panel.size(); i++) {
      PanelObservation o = panel.get(i);
      double root = Math.sqrt(o.weight());
      y.set(i, 0, root * o.outcome());
      for (String name : List.of("unit " + o.unit(), "time " + o.time(), o.toString())) {
        if (columns.containsKey(name)) {
          x.set(i, columns.get(name), root);
        }
      }
    }
    DMatrixRMaj fit = new DMatrixRMaj(columns.size(), 1);
    CommonOps_DDRM.solve(x, y, fit);
    double weight = 0;
    double sum = 0;
    for (PanelObservation o : panel) {
      if (treated(o)) {
        weight += o.weight();
        sum += o.weight() * fit.get(columns.getOrDefault(o.toString(), -1));
      }
    }
    return sum / weight;
  }

  private static boolean treated(PanelObservation o) {
    return o.everTreated() && o.eventTime() >= 0;
  }
}
