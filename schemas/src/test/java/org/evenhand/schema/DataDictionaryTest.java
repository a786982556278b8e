package org.evenhand.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
  private static final Contracts CONTRACTS =
      Contracts.of(
          Map.of(
              "deal.json",
              """
              {"layer": "gold", "name": "deal", "description": "One deal | won.", "owner": "people analytics",
               "mode": "replace", "zone": "hr", "key": ["deal_id"], "retention": "P1Y6M",
               "columns": [
                 {"name": "deal_id", "type": "STRING", "required": true, "description": "Id.", "pattern": "D\\\\d|x", "example": "D1"},
                 {"name": "share", "type": "DOUBLE", "pii": "indirect", "unit": "share", "description": "How much.",
                  "min": "0", "max": "1", "derivedFrom": ["silver.deal.share"]},
                 {"name": "stage", "type": "STRING", "description": "Stage.", "allowed": ["A", "B"], "references": "gold.deal.deal_id"}],
               "checks": [{"name": "known", "expr": "share > 0", "severity": "warn", "message": "nothing of it"}]}
              """));

  @Test
  void dictionaryIsNotStale() throws IOException {
    List<String> contracts =
        DataDictionary.render(Contracts.bundled(), Mappings.bundled()).lines().toList();
    List<String> page = Files.readAllLines(Path.of("DATA_DICTIONARY.md"));

    assertThat(contracts.stream().filter(line -> !page.contains(line)).limit(3))
        .as("lines missing in DATA_DICTIONARY.md; run: make dictionary")
        .isEmpty();
    assertThat(page)
        .as("lines of DATA_DICTIONARY.md; run: make dictionary")
        .hasSameSizeAs(contracts);
  }

  @Test
  void tableOfTablesSaysWhatOneRowIs() {
    assertThat(render())
        .contains("| [gold.deal](#golddeal) | One deal \\| won. | `deal_id` | hr | 3 |\n");
  }

  @Test
  void everyColumnIsExplained() {
    assertThat(render())
        .contains(
            """
            Key: `deal_id` · zone: hr · mode: replace · kept 1 year and 6 months · owner: people analytics.

            | column | type | NULL | unit | personal | what it is |
            |---|---|---|---|---|---|
            | `deal_id` | STRING | never |  |  | Id. Looks like `D\\d\\|x`. Example: `D1`. |
            | `share` | DOUBLE | unknown | share | indirect | How much. At least 0. At most 1. From `silver.deal.share`. |
            | `stage` | STRING | unknown |  |  | Stage. One of `A`, `B`. Found in `gold.deal.deal_id`. |

            Rules over a row:

            * Counted: nothing of it (`share > 0`)
            """);
  }

  private static String render() {
    return DataDictionary.render(CONTRACTS, Mappings.of(Map.of(), CONTRACTS));
  }
}
