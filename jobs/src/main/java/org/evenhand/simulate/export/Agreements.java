package org.evenhand.simulate.export;

/** What was agreed about AI: decision rights and uses of data. */
public final class Agreements implements Exporter {
  @Override
  public void export(Delivery delivery) {
    if (delivery.isFirst()) {
      decisionRights(delivery);
      dataUses(delivery);
    }
  }

  private static void decisionRights(Delivery delivery) {
    try (CsvFile file =
        Registers.open(
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
        Registers.open(
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
}
