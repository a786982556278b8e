package org.evenhand.simulate.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Horizon;

/**
 * Broken and merely odd rows at the end of files of the last quarter, a handful of each kind. The
 * odd ones are valid and must survive: newlines and quotes inside cells, 15-character ids, formulas
 * as text, deals deleted later, tasks that are only planned.
 */
public final class BrokenRows {
  /** First of the keys that only broken and odd rows have. */
  static final long KEYS = 900_000_000L;

  private final Company company;

  public BrokenRows(Company company) {
    this.company = company;
  }

  /** By path of the file. */
  public Map<String, Spoilage> all() {
    Quarter last = company.horizon().last();
    String day = Horizon.extractDateOf(last).toString();
    Map<String, Spoilage> all = new LinkedHashMap<>();
    all.put("hr-workday/worker/Workers_%s.csv".formatted(day), Spoilage.head("\uFEFF"));
    all.put(
        "salesforce/opportunity/Opportunity_%s.csv.gz".formatted(day),
        Spoilage.tail(new BrokenDeals(company).rows()));
    all.put("salesforce/task/Task_%s.csv.gz".formatted(day), Spoilage.tail(tasks()));
    all.put("salesforce/event/Event_%s.csv.gz".formatted(day), Spoilage.tail(events()));
    all.put("gong/call/calls_%s.jsonl.gz".formatted(day), Spoilage.tail(calls()));
    all.put("ai/usage/usage_%s.jsonl.gz".formatted(day), Spoilage.tail(usage()));
    return all;
  }

  private String tasks() {
    StringBuilder rows = new StringBuilder();
    String owner = CrmUsers.first(company.person(1));
    String day = company.horizon().end().minusDays(1).toString();
    String stamp = day + "T09:00:00.000Z";
    for (int i = 1; i <= 3; i++) {
      add(
          rows,
          Ids.salesforce("00T", KEYS + i),
          owner,
          "",
          "",
          "Planned, \"not\" done\r\nyet",
          "Not Started",
          "CRM Update",
          "Task",
          day,
          "",
          "",
          "",
          "",
          "Manual",
          "",
          false,
          false,
          stamp,
          stamp);
    }
    add(
        rows,
        Ids.salesforce("00T", KEYS + 11),
        owner,
        "",
        "",
        "Done",
        "Completed",
        "Call",
        "Call",
        day,
        "yesterday at noon",
        600,
        "Outbound",
        "",
        "Manual",
        "",
        true,
        false,
        stamp,
        stamp);
    add(
        rows,
        Ids.salesforce("00T", KEYS + 12),
        "",
        "",
        "",
        "Nobody's",
        "Completed",
        "Call",
        "Call",
        day,
        stamp,
        "ten",
        "Outbound",
        "",
        "Manual",
        "",
        true,
        false,
        stamp,
        stamp);
    return rows.toString();
  }

  /**
   * An event across the hour that Europe skipped on 2026-03-29, and one that ends before it begins.
   */
  private String events() {
    StringBuilder rows = new StringBuilder();
    String owner = CrmUsers.first(company.person(Cast.TERRITORY_MOVE));
    add(
        rows,
        Ids.salesforce("00U", KEYS + 1),
        owner,
        "",
        "",
        "Trade fair",
        "Training",
        "2026-03-29T00:30:00.000Z",
        "2026-03-29T02:00:00.000Z",
        90,
        1,
        false,
        false,
        false,
        "2026-03-20T09:00:00.000Z",
        "2026-07-02T09:00:00.000Z");
    add(
        rows,
        Ids.salesforce("00U", KEYS + 11),
        owner,
        "",
        "",
        "Upside down",
        "Training",
        "2026-08-12T10:00:00.000Z",
        "2026-08-12T09:00:00.000Z",
        -60,
        1,
        false,
        false,
        false,
        "2026-08-11T09:00:00.000Z",
        "2026-08-11T09:00:00.000Z");
    return rows.toString();
  }

  private static String calls() {
    return """
    {"metaData":{"id":"5100000000900000011","started":"2026-08-1
    {"metaData":{"id":"5100000000900000012","started":"soon","duration":60}}
    not json at all
    """;
  }

  private String usage() {
    return JsonLines.object()
            .put("event_id", "U-SHADOW-1")
            .put("person_id", company.person(1).email())
            .put("feature_id", "SHADOW_NOTES")
            .put("occurred_at", "2026-08-14T10:00:00.000Z")
            .put("action", "generated")
            .put("moment", "in_flow")
            .toString()
        + "\n";
  }

  /** Appends a row with every cell quoted. */
  static void add(StringBuilder rows, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      rows.append(i == 0 ? "\"" : ",\"");
      rows.append(cells[i].toString().replace("\"", "\"\"")).append('"');
    }
    rows.append('\n');
  }
}
