package org.evenhand.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SuppressionPlanTest {
  private static final int MINIMUM = 5;

  private static Cell cell(String id, long people, String... parts) {
    return new Cell(id, Set.of(parts), people);
  }

  @Test
  void groupBelowMinimumSizeIsSuppressed() {
    SuppressionPlan plan =
        SuppressionPlan.of(List.of(cell("a", 4, "a"), cell("b", 9, "b")), MINIMUM);
    assertThat(plan.primary()).containsExactly("a");
    assertThat(plan.shows("b")).isTrue();
  }

  /** N-14: total minus the rest gives the small group away unless a second one is withheld. */
  @Test
  void totalMinusTheRestGivesNothingAway() {
    List<Cell> cells =
        List.of(
            cell("total", 33, "a", "b", "c"),
            cell("a", 4, "a"),
            cell("b", 9, "b"),
            cell("c", 20, "c"));
    SuppressionPlan plan = SuppressionPlan.of(cells, MINIMUM);
    assertThat(plan.primary()).containsExactly("a");
    assertThat(plan.secondary()).containsExactly("b");
  }

  /** Two small groups whose sum is still small must not be the remainder either. */
  @Test
  void theRemainderOfSeveralSmallGroupsIsNotSmallEither() {
    List<Cell> cells =
        List.of(
            cell("total", 24, "a", "b", "c"),
            cell("a", 2, "a"),
            cell("b", 2, "b"),
            cell("c", 20, "c"));
    assertThat(SuppressionPlan.of(cells, MINIMUM).shows("c"))
        .as("total - c would be four people")
        .isFalse();
  }

  /** Teams and roles cut the same people twice; both cuts together must hold. */
  @Test
  void twoCutsOfTheSamePeopleTogetherGiveNothingAway() {
    List<Cell> cells =
        List.of(
            cell("total", 34, "t1/AE", "t2/AE", "t3/SDR", "t3/CSM"),
            cell("AE", 20, "t1/AE", "t2/AE"),
            cell("SDR", 11, "t3/SDR"),
            cell("CSM", 3, "t3/CSM"),
            cell("t1", 10, "t1/AE"),
            cell("t2", 10, "t2/AE"),
            cell("t3", 14, "t3/SDR", "t3/CSM"));
    expectSafe(cells, SuppressionPlan.of(cells, MINIMUM));
  }

  @Test
  void randomTablesWithstandTheAttacker() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      List<Cell> cells = randomTable(random);
      expectSafe(cells, SuppressionPlan.of(cells, MINIMUM));
    }
  }

  @Test
  void relabellingGroupsDoesNotChangeHowManyAreShown() {
    List<Cell> cells = randomTable(new Random(3));
    List<Cell> reversed = new ArrayList<>(cells);
    Collections.reverse(reversed);
    assertThat(SuppressionPlan.of(reversed, MINIMUM)).isEqualTo(SuppressionPlan.of(cells, MINIMUM));
  }

  private static List<Cell> randomTable(Random random) {
    int teams = 2 + random.nextInt(5);
    int roles = 1 + random.nextInt(3);
    long[][] people = new long[teams][roles];
    List<Cell> cells = new ArrayList<>();
    Set<String> all = new TreeSet<>();
    long total = 0;
    for (int t = 0; t < teams; t++) {
      for (int r = 0; r < roles; r++) {
        people[t][r] = random.nextInt(9);
        if (people[t][r] > 0) {
          all.add(t + "/" + r);
          total += people[t][r];
        }
      }
    }
    cells.add(new Cell("total", all, total));
    for (int t = 0; t < teams; t++) {
      cells.add(margin("team " + t, people, t, -1));
    }
    for (int r = 0; r < roles; r++) {
      cells.add(margin("role " + r, people, -1, r));
    }
    return cells.stream().filter(cell -> cell.people() > 0).toList();
  }

  private static Cell margin(String id, long[][] people, int team, int role) {
    Set<String> parts = new TreeSet<>();
    long sum = 0;
    for (int t = 0; t < people.length; t++) {
      for (int r = 0; r < people[t].length; r++) {
        if ((t == team || r == role) && people[t][r] > 0) {
          parts.add(t + "/" + r);
          sum += people[t][r];
        }
      }
    }
    return new Cell(id, parts, sum);
  }

  private static void expectSafe(List<Cell> cells, SuppressionPlan plan) {
    Attacker attacker = new Attacker(cells.stream().filter(cell -> plan.shows(cell.id())).toList());
    for (Cell cell : cells) {
      if (cell.people() < MINIMUM) {
        assertThat(attacker.recovers(cell.parts())).as(cell.id()).isEmpty();
      }
    }
  }
}
