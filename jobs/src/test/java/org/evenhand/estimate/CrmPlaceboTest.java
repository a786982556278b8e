package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.estimate.DidOptions.Errors;
import org.junit.jupiter.api.Test;

/**
 * The reference case maven_crm has no rollout: one dealt to three of its six managers in August
 * 2017 must show no effect on deals won, however it is dealt.
 */
final class CrmPlaceboTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "maven_crm");
  private static final int FIRST_MONTH = 3;
  private static final int START = 8;
  private static final int LAST_MONTH = 12;

  /** 20 ways to deal; 5 % of them is one, and each comes with its mirror image. */
  @Test
  void aRolloutThatNeverWasShowsNoEffect() {
    Map<String, String> managers = managers();
    List<String> names = List.copyOf(new TreeSet<>(managers.values()));
    Map<String, int[]> won = won(managers.keySet());
    int found = 0;
    int dealt = 0;
    for (int mask = 0; mask < 1 << names.size(); mask++) {
      if (Integer.bitCount(mask) == names.size() / 2) {
        dealt++;
        found += showsAnEffect(overall(managers, names, won, mask)) ? 1 : 0;
      }
    }

    assertThat(dealt).isEqualTo(20);
    assertThat(found).isLessThanOrEqualTo(2);
  }

  private static boolean showsAnEffect(JsonNode overall) {
    return overall.path("low").asDouble() > 0 || overall.path("high").asDouble() < 0;
  }

  private static JsonNode overall(
      Map<String, String> managers, List<String> names, Map<String, int[]> won, int treated) {
    List<String> lines = new ArrayList<>();
    won.forEach(
        (agent, months) -> {
          boolean own = (treated >> names.indexOf(managers.get(agent)) & 1) == 1;
          for (int month = FIRST_MONTH; month <= LAST_MONTH; month++) {
            lines.add("%s,%d,%d,%d".formatted(agent, month, months[month], own ? START : 0));
          }
        });
    return DidCase.of(lines)
        .with("manager", row -> managers.getOrDefault(row.get(0), ""))
        .cluster("manager")
        .errors(Errors.JACKKNIFE)
        .run()
        .at("/aggregate/group/overall");
  }

  private static Map<String, String> managers() {
    InputTable teams = InputTable.read(FOLDER.resolve("sales_teams.csv"));
    Map<String, String> managers = new HashMap<>();
    for (List<String> row : teams.rows()) {
      managers.put(row.get(teams.column("sales_agent")), row.get(teams.column("manager")));
    }
    return managers;
  }

  /** Deals won by agent and month of 2017; agents without a deal are no reps of the case. */
  private static Map<String, int[]> won(Set<String> agents) {
    InputTable deals = InputTable.read(FOLDER.resolve("sales_pipeline.csv"));
    Map<String, int[]> won = new TreeMap<>();
    for (List<String> row : deals.rows()) {
      String agent = row.get(deals.column("sales_agent"));
      if (agents.contains(agent) && row.get(deals.column("deal_stage")).equals("Won")) {
        int month = Integer.parseInt(row.get(deals.column("close_date")).substring(5, 7));
        won.computeIfAbsent(agent, name -> new int[LAST_MONTH + 1])[month]++;
      }
    }
    return won;
  }
}
