package org.evenhand.simulate.export;

/** Registers of signals, score models and external claims. */
public final class Registers implements Exporter {
  @Override
  public void export(Delivery delivery) {
    if (!delivery.isFirst()) {
      return;
    }
    signals(delivery);
    scoreModels(delivery);
    claims(delivery);
  }

  static CsvFile open(Delivery delivery, String name, String... header) {
    String path = "register/%s/%s_%s.csv".formatted(name, name, delivery.extracted());
    return delivery.landing().csv(path, Dialect.PLAIN, header);
  }

  private static void signals(Delivery delivery) {
    try (CsvFile file =
        open(
            delivery,
            "signal",
            "signal_id",
            "name",
            "kind",
            "unit",
            "source",
            "reliability",
            "is_rep_visible",
            "definition",
            "added_on",
            "retired_on",
            "reason")) {
      file.row(
          "call_time",
          "Call time",
          "ACTIVITY",
          "minutes",
          "gong",
          0.9,
          true,
          "Minutes in recorded calls",
          "2025-05-05",
          "",
          "");
      file.row(
          "sentiment",
          "Sentiment",
          "BEHAVIOUR",
          "score",
          "gong",
          0.45,
          false,
          "Machine reading of tone",
          "2025-05-05",
          "",
          "");
      file.row(
          "response_speed",
          "Response speed",
          "BEHAVIOUR",
          "minutes",
          "salesforce",
          0.8,
          true,
          "Minutes from assignment to first answer",
          "2025-05-05",
          "",
          "");
      file.row(
          "close_rate",
          "Close rate",
          "OUTCOME",
          "share",
          "salesforce",
          0.7,
          true,
          "Won deals over decided deals, by cohort",
          "2025-05-05",
          "",
          "");
      file.row(
          "pipeline_hygiene",
          "Pipeline hygiene",
          "BEHAVIOUR",
          "share",
          "salesforce",
          0.6,
          true,
          "Open deals with a close date ahead",
          "2025-05-05",
          "",
          "");
    }
  }

  private static void scoreModels(Delivery delivery) {
    try (CsvFile file =
        open(
            delivery,
            "score_model",
            "score_name",
            "score_version",
            "input",
            "weight",
            "vendor",
            "is_opaque",
            "valid_from")) {
      file.row("DealGenius", "3.1", "undisclosed", "", "DealGenius Inc", true, "2025-05-05");
    }
  }

  private static void claims(Delivery delivery) {
    try (CsvFile file =
        open(
            delivery,
            "external_claim",
            "claim_id",
            "text",
            "source",
            "source_kind",
            "period",
            "published_on",
            "url",
            "is_verified",
            "verified_on")) {
      file.row(
          "EC-1",
          "Reps save two hours a day, says the vendor",
          "Assistco brochure",
          "VENDOR",
          "2025",
          "2025-03-01",
          "",
          false,
          "");
      file.row(
          "EC-2",
          "Most sales organisations pilot AI forecasting",
          "Analyst survey",
          "ANALYST",
          "2025",
          "2025-02-10",
          "",
          false,
          "");
    }
  }
}
