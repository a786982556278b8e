package org.evenhand.table;

import org.evenhand.schema.ContractParser;

/** Contracts made for tests of tables. */
final class TestTables {
  private TestTables() {}

  /** Deals by quarter, with every constraint there is. */
  static Table deals(String mode) {
    return new Table(
        ContractParser.parse(
            "test",
            """
            {"layer": "silver", "name": "test_deal_%s", "description": "One deal.", "owner": "test",
             "mode": "%s", "zone": "restricted", "key": ["deal_id"], %s
             "columns": [
              {"name": "deal_id", "type": "BIGINT", "required": true, "description": "Id."},
              %s
              {"name": "owner", "type": "STRING", "pii": "direct", "description": "It's the owner."},
              {"name": "amount", "type": "DECIMAL(18,2)", "min": "0", "description": "Money."},
              {"name": "stage", "type": "STRING", "allowed": ["OPEN", "WON"], "description": "Stage."},
              {"name": "code", "type": "STRING", "pattern": "[A-Z]\\\\d+", "description": "Code.", "example": "A1"},
              {"name": "share", "type": "DOUBLE", "min": "0", "max": "1", "description": "Share."},
              {"name": "active", "type": "BOOLEAN", "description": "Flag."},
              {"name": "closed_on", "type": "DATE", "description": "Day."},
              {"name": "changed_at", "type": "TIMESTAMP", "description": "Instant."},
              {"name": "tags", "type": "ARRAY<STRING>", "description": "Tags."}],
             "checks": [{"name": "won_has_amount", "expr": "stage <> 'WON' OR amount IS NOT NULL",
              "severity": "fail", "message": "a WON deal needs an amount"}]}
            """
                .formatted(
                    mode,
                    mode,
                    mode.equals("replace") ? "\"partitionBy\": [\"quarter\"]," : "",
                    mode.equals("edition")
                        ? ""
                        : "{\"name\": \"quarter\", \"type\": \"STRING\", \"required\": true, \"description\": \"Quarter.\"},")));
  }

  static Stamp stamp(String inputs) {
    return new Stamp("test", "run-1", inputs, java.util.Map.of("file", inputs));
  }
}
