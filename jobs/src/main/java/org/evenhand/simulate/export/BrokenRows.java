package org.evenhand.simulate.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.evenhand.job.Quarter;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Horizon;
import org.evenhand.simulate.world.Person;

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
    all.put("salesforce/opportunity/Opportunity_%s.csv.gz".formatted(day), Spoilage.tail(deals()));
    all.put("salesforce/task/Task_%s.csv.gz".formatted(day), Spoilage.tail(tasks()));
    all.put("salesforce/event/Event_%s.csv.gz".formatted(day), Spoilage.tail(events()));
    all.put("gong/call/calls_%s.jsonl.gz".formatted(day), Spoilage.tail(calls()));
    all.put("ai/usage/usage_%s.jsonl.gz".formatted(day), Spoilage.tail(usage()));
    return all;
  }

  private String deals() {
    Object[] good = odd(1);
    StringBuilder rows = new StringBuilder();
    add(rows, with(odd(1), 3, "Deal \"Big Ben\"\nsecond line, with comma"));
    add(rows, fifteen(odd(2)));
    add(rows, with(odd(3), 11, "=HYPERLINK(\"http://example.com\",\"Referral\")"));
    add(rows, with(odd(4), 12, "#N/A"));
    add(rows, with(odd(5), 6, "0.00"));
    deleted().ifPresent(row -> add(rows, row));
    add(rows, with(odd(11), 15, "2026-13-45"));
    add(rows, with(odd(12), 6, "12k"));
    add(rows, with(odd(13), 0, ""));
    add(rows, with(odd(14), 8, "XXX"));
    add(rows, Arrays.copyOf(odd(15), 9));
    Object[] longer = Arrays.copyOf(odd(16), good.length + 2);
    longer[good.length] = "stray";
    longer[good.length + 1] = "cells";
    add(rows, longer);
    return rows.toString();
  }

  /** A won deal of the first rep with a key of its own. */
  private Object[] odd(int number) {
    Deal model = firstWon();
    Deal copy =
        new Deal(KEYS + number, model.owner(), model.stint(), model.terms(), model.course());
    return SalesforceDeals.state(copy, copy.on(copy.decided()), lastDelivery());
  }

  private Deal firstWon() {
    Person rep = company.person(1);
    return new Deals(company)
        .of(rep).stream()
            .filter(deal -> deal.course().won())
            .filter(deal -> Horizon.quarterOf(deal.decided()).equals(company.horizon().last()))
            .findFirst()
            .orElseThrow();
  }

  private Optional<Object[]> deleted() {
    Quarter before = company.horizon().last().previous().previous();
    return new Deals(company)
        .of(company.person(Cast.DELETED_DEAL)).stream()
            .filter(deal -> deal.course().won())
            .filter(deal -> Horizon.quarterOf(deal.decided()).equals(before))
            .findFirst()
            .map(this::deletedRow);
  }

  private Object[] deletedRow(Deal deal) {
    Object[] row = SalesforceDeals.state(deal, deal.on(deal.decided()), lastDelivery());
    row[19] = true;
    row[21] = lastDelivery().from().plusDays(40) + "T09:00:00.000Z";
    return row;
  }

  private static Object[] fifteen(Object[] row) {
    row[0] = row[0].toString().substring(0, 15);
    row[2] = row[2].toString().substring(0, 15);
    return row;
  }

  private String tasks() {
    StringBuilder rows = new StringBuilder();
    String owner = CrmUsers.first(company.person(1));
    String day = lastDelivery().to().minusDays(1).toString();
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

  private Delivery lastDelivery() {
    return new Delivery(company, company.horizon().last(), new Landing(Path.of(".")));
  }

  private static Object[] with(Object[] row, int column, String value) {
    row[column] = value;
    return row;
  }

  private static void add(StringBuilder rows, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      rows.append(i == 0 ? "\"" : ",\"");
      rows.append(cells[i].toString().replace("\"", "\"\"")).append('"');
    }
    rows.append('\n');
  }
}
