package org.evenhand.simulate.export;

/** Registers of signals, decision rights, data uses, score models and external claims. */
public final class Registers implements Exporter {
  @Override
  public void export(Delivery delivery) {
    if (!delivery.isFirst()) {
      return;
    }
    signals(delivery);
    decisionRights(delivery);
    dataUses(delivery);
    scoreModels(delivery);
    claims(delivery);
  }

  private static CsvFile open(Delivery delivery, String name, String... header) {
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

  private static void decisionRights(Delivery delivery) {
    try (CsvFile file =
        open(
            delivery,
            "decision_rights",
            "decision_kind",
            "ai_right",
            "description",
            "owner",
            "effective_from",
            "agreed_with")) {
      file.row(
          "COACHING_PRIORITY",
          "AI_INFORMS",
          "Whom to coach on what",
          "Sales",
          "2025-05-01",
          "Works council");
      file.row(
          "LEAD_ALLOCATION",
          "AI_INFORMS",
          "Who gets which lead",
          "Sales Operations",
          "2025-05-01",
          "Works council");
      file.row(
          "PROMOTION",
          "HUMAN_ONLY",
          "Promotion to the next profile",
          "HR",
          "2025-05-01",
          "Works council");
      file.row(
          "TERMINATION", "HUMAN_ONLY", "Ending an employment", "HR", "2025-05-01", "Works council");
      file.row("QUOTA", "AI_NOT_USED", "Setting a quota", "Finance", "2025-05-01", "Works council");
    }
  }

  private static void dataUses(Delivery delivery) {
    try (CsvFile file =
        open(
            delivery,
            "data_use",
            "field",
            "purpose",
            "consumers",
            "retention",
            "legal_basis",
            "agreed_on")) {
      file.row(
          "activity.minutes",
          "Workload before and after AI",
          "REP;MANAGER;EXEC",
          "24 months",
          "Works agreement 7",
          "2025-04-28");
      file.row(
          "call.talk_ratio",
          "Coaching",
          "REP;MANAGER",
          "12 months",
          "Works agreement 7",
          "2025-04-28");
      file.row(
          "commission_line.amount",
          "Take-home pay effect",
          "REP;EXEC",
          "36 months",
          "Employment contract",
          "2025-04-28");
      file.row(
          "demographic.gender",
          "Fairness audit",
          "AUDITOR",
          "36 months",
          "Legal duty",
          "2025-04-28");
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
