package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.estimate.DecomposeOptions.Coding;
import org.junit.jupiter.api.Test;

/**
 * Made-up rows; wanted figures by R's package oaxaca 0.1.5 (Hlavac 2022), errors by Jann's formulae
 * written out in R. The figures published in that package's vignette for its data chicago (gap
 * 3.015574; endowments 1.6165339, coefficients 2.8333261, interaction -1.4342857; explained
 * 1.3557222 against pooled, 0.9525717 against pooled with group) were reproduced to all their
 * digits; that data is not ours to keep here.
 */
final class DecomposeEstimateTest {
  private static final InputTable COHORTS =
      InputTable.read(Path.of("src", "test", "resources", "estimate", "cohorts.csv"));

  @Test
  void splitsTheGapAsTheReferenceImplementationDoes() {
    ObjectNode result = normalised(COHORTS);

    near(result.path("mean_a"), 15.6976923076923);
    near(result.path("mean_b"), 16.2950980392157);
    near(result.path("gap"), -0.597405731523381);
    near(result.at("/threefold/endowments"), -0.497089528402490);
    near(result.at("/threefold/coefficients"), -0.206965066456236);
    near(result.at("/threefold/interaction"), 0.106648863335347);
  }

  @Test
  void everyReferenceIsShown() {
    JsonNode two = normalised(COHORTS).path("twofold");
    double[][] wanted = {
      {0, -0.497089528402490, -0.100316203120889, -0.100316203120889, 0},
      {1, -0.390440665067144, -0.206965066456236, 0, -0.2069650664562357},
      {0.5, -0.443765096734817, -0.153640634788562, -0.0501581015604446, -0.1034825332281177},
      {39.0 / 90, -0.450875020957174, -0.146530710566206, -0.0568458484351702, -0.0896848621310356},
      {-1, -0.473472019576656, -0.123933711946724, -0.0702291034364793, -0.0537046085102443},
      {-2, -0.458115688634907, -0.139290042888472, 0, -0.1392900428884714},
    };
    for (int i = 0; i < wanted.length; i++) {
      near(two.path(i).path("weight"), wanted[i][0]);
      near(two.path(i).path("explained"), wanted[i][1]);
      near(two.path(i).path("unexplained"), wanted[i][2]);
      near(two.path(i).path("unexplained_a"), wanted[i][3]);
      near(two.path(i).path("unexplained_b"), wanted[i][4]);
    }
  }

  @Test
  void categoriesAreDeviationsFromTheirMeanWhenNormalised() {
    ObjectNode result = normalised(COHORTS);
    JsonNode north = variable(result, "north");
    JsonNode base = variable(result, "(Base)");

    near(north.at("/threefold/endowments"), -0.2049806121927590);
    near(north.at("/threefold/coefficients"), -0.169385114543957);
    near(base.at("/threefold/endowments"), -0.0943033369539845);
    near(base.at("/threefold/interaction"), -0.0237930409615612);
    near(variable(result, "(Intercept)").at("/threefold/coefficients"), 1.566673478409712);
    near(north.at("/twofold/4/unexplained_b"), -0.0454648213317801);
    near(base.at("/twofold/4/explained"), -0.114623903257832);
    near(north.at("/threefold/endowments_se"), 0.12426157976801);
  }

  @Test
  void errorsAreThoseOfRandomRegressors() {
    ObjectNode result = normalised(COHORTS);
    JsonNode pooled = result.at("/twofold/4");

    near(result.path("mean_a_se"), 0.445163352189957);
    near(result.path("mean_b_se"), 0.369195150811332);
    near(result.path("gap_se"), Math.hypot(0.445163352189957, 0.369195150811332));
    near(result.at("/threefold/endowments_se"), 0.566404557652876);
    near(result.at("/threefold/coefficients_se"), 0.427665588149436);
    near(result.at("/threefold/interaction_se"), 0.305277114382702);
    near(pooled.path("explained_se"), 0.48402383091937);
    near(pooled.path("unexplained_se"), 0.308755126345532);
    near(pooled.path("unexplained_a_se"), 0.182661571495698);
    near(pooled.path("unexplained_b_se"), 0.143225108826793);
    assertThat(result.at("/twofold/1/unexplained_a_se").asDouble()).isZero();
  }

  /** A text column, its normalised dummies, and all three dummies mean the same. */
  @Test
  void categoriesAreTheSameHoweverTheyAreWritten() {
    ObjectNode dummies = normalised(COHORTS);
    ObjectNode text = decompose(COHORTS, List.of("tenure", "calls", "tier"), List.of("tier"), 0);
    InputTable full = with(COHORTS, "east", row -> row.get(4).equals("east") ? "1" : "0");
    ObjectNode all =
        decompose(full, List.of("tenure", "calls"), List.of("east", "north", "west"), 0);

    for (String figure : List.of("endowments", "coefficients", "endowments_se")) {
      String path = "/threefold/" + figure;
      double wanted = variable(dummies, "(Base)").at(path).asDouble();
      near(variable(text, "tier=east").at(path), wanted);
      near(variable(all, "east").at(path), wanted);
      near(variable(text, "tier=west").at(path), variable(dummies, "west").at(path).asDouble());
    }
    assertThat(text.path("by_predictor")).hasSize(3);
  }

  @Test
  void variablesAddUpToTheWhole() {
    ObjectNode result = decompose(COHORTS, List.of("tenure", "calls", "tier"), List.of(), 0);
    double sum = 0;
    for (JsonNode variable : result.path("by_variable")) {
      sum += variable.at("/twofold/5/explained").asDouble();
    }
    near(result.at("/twofold/5/explained"), sum);
    near(
        result.path("gap"),
        result.at("/twofold/5/explained").asDouble()
            + result.at("/twofold/5/unexplained").asDouble());
  }

  @Test
  void swappingTheGroupsTurnsTheGap() {
    ObjectNode turned =
        DecomposeEstimate.of(
            COHORTS,
            new DecomposeOptions(
                "quota",
                "cohort",
                Optional.of("late"),
                Optional.empty(),
                List.of("tenure", "calls"),
                List.of(),
                Coding.BASE,
                0,
                1));
    ObjectNode plain = decompose(COHORTS, List.of("tenure", "calls"), List.of(), 0);

    near(turned.path("gap"), -plain.path("gap").asDouble());
    near(turned.at("/twofold/0/explained"), -plain.at("/twofold/1/explained").asDouble());
    assertThat(turned.path("design").asText()).contains("A is cohort = 'late', B is 'early'");
  }

  @Test
  void bootstrapIsSeededAndNearTheDeltaMethod() {
    ObjectNode once = decompose(COHORTS, List.of("tenure", "calls"), List.of(), 300);
    ObjectNode again = decompose(COHORTS, List.of("tenure", "calls"), List.of(), 300);
    ObjectNode delta = decompose(COHORTS, List.of("tenure", "calls"), List.of(), 0);

    assertThat(once).isEqualTo(again);
    assertThat(once.path("seed").asInt()).isEqualTo(1);
    double wanted = delta.path("gap_se").asDouble();
    assertThat(once.path("gap_se").asDouble()).isCloseTo(wanted, within(0.15 * wanted));
  }

  @Test
  void rowsWithoutNumbersAreCountedByReason() {
    InputTable holes =
        with(
            COHORTS,
            "gap",
            row -> row.get(1).equals("late") && row.get(6).equals("1") ? "NaN" : row.get(3));
    JsonNode excluded = decompose(holes, List.of("tenure", "gap"), List.of(), 0).path("excluded");

    assertThat(excluded.path("gap is missing").asInt()).isPositive();
  }

  @Test
  void whatCannotBeSplitIsSaid() {
    InputTable constant =
        with(COHORTS, "same", row -> row.get(1).equals("late") ? "1" : row.get(2));
    assertThatThrownBy(() -> decompose(constant, List.of("same", "calls"), List.of(), 0))
        .hasMessage(
            "Cannot decompose: in group 'late' 'same' is 1.0 in every row. Leave it out or join"
                + " categories.");
    InputTable twice = with(COHORTS, "copy", row -> row.get(3));
    assertThatThrownBy(() -> decompose(twice, List.of("calls", "copy"), List.of(), 0))
        .hasMessageContaining("'copy' depends linearly on the columns before it");
    assertThatThrownBy(() -> decompose(with(COHORTS, "cohort2", row -> "one"), "cohort2"))
        .hasMessageContaining("holds 1 values (one) in usable rows, two are needed");
    assertThatThrownBy(() -> decompose(COHORTS, "tier"))
        .hasMessageContaining("holds 3 values (east, north, west)");
    assertThatThrownBy(() -> decompose(new InputTable(COHORTS.header(), List.of(), ""), "cohort"))
        .hasMessageContaining("none of the 0 rows can be used");
  }

  private static ObjectNode normalised(InputTable table) {
    return decompose(
        table, List.of("tenure", "calls", "north", "west"), List.of("north", "west"), 0);
  }

  private static ObjectNode decompose(InputTable table, String group) {
    return DecomposeEstimate.of(
        table,
        new DecomposeOptions(
            "quota",
            group,
            Optional.empty(),
            Optional.empty(),
            List.of("calls"),
            List.of(),
            Coding.BASE,
            0,
            1));
  }

  private static ObjectNode decompose(
      InputTable table, List<String> predictors, List<String> dummies, int draws) {
    List<Block> sets = dummies.isEmpty() ? List.of() : List.of(new Block("set", dummies));
    return DecomposeEstimate.of(
        table,
        new DecomposeOptions(
            "quota",
            "cohort",
            Optional.empty(),
            Optional.empty(),
            predictors,
            sets,
            dummies.isEmpty() ? Coding.BASE : Coding.NORMALIZED,
            draws,
            1));
  }

  private static InputTable with(
      InputTable table, String name, java.util.function.Function<List<String>, String> cell) {
    List<String> header = new ArrayList<>(table.header());
    header.add(name);
    return new InputTable(
        header,
        table.rows().stream()
            .map(
                row -> {
                  List<String> longer = new ArrayList<>(row);
                  longer.add(cell.apply(row));
                  return List.copyOf(longer);
                })
            .toList(),
        table.sha256());
  }

  private static JsonNode variable(ObjectNode result, String name) {
    for (JsonNode variable : result.path("by_variable")) {
      if (variable.path("variable").asText().equals(name)) {
        return variable;
      }
    }
    throw new AssertionError("No variable " + name);
  }

  private static void near(JsonNode found, double wanted) {
    assertThat(found.isNumber()).isTrue();
    assertThat(found.asDouble()).isCloseTo(wanted, within(1e-10));
  }
}
