package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Company;

/** Challenges and adverse actions, full files from 2026Q1 on. */
public final class Disputes implements Exporter {
  private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

  @Override
  public void export(Delivery delivery) {
    if (delivery.from().isBefore(SINCE)) {
      return;
    }
    challenges(delivery);
    actions(delivery);
  }

  private static void challenges(Delivery delivery) {
    String path = "hr-cases/challenge/challenge_%s.csv".formatted(delivery.extracted());
    Company company = delivery.company();
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "challenge_id",
                "worker_id",
                "kind",
                "quarter",
                "subject_table",
                "subject_key",
                "subject_column",
                "claimed_value",
                "opened_at",
                "acknowledged_at",
                "reviewed_at",
                "reviewer_worker_id",
                "closed_at",
                "outcome",
                "reason",
                "corrected_value",
                "corrected_at")) {
      String leave = company.person(Cast.LEAVE).workerId();
      String moved = company.person(Cast.TERRITORY_MOVE).workerId();
      String reviewer = company.managerOf(4, delivery.from()).workerId();
      file.row(
          "CH-1",
          leave,
          "SCORE",
          "2025Q4",
          "vendor_score",
          "DealGenius",
          "value",
          "61",
          "2026-01-20T09:00:00Z",
          "2026-01-21T09:00:00Z",
          "2026-01-30T09:00:00Z",
          reviewer,
          "2026-01-30T10:00:00Z",
          "REJECTED",
          "No input was wrong",
          "",
          "");
      if (delivery.quarter().number() >= 2) {
        file.row(
            "CH-2",
            moved,
            "MISSING_DATA",
            "2026Q1",
            "activity",
            "mail",
            "minutes",
            "120",
            "2026-04-22T09:00:00Z",
            "2026-04-23T09:00:00Z",
            "2026-05-04T09:00:00Z",
            reviewer,
            "2026-05-05T10:00:00Z",
            "UPHELD",
            "Two weeks of mail were not captured",
            "120",
            "2026-05-05T10:00:00Z");
      }
      if (delivery.quarter().number() >= 3) {
        file.row(
            "CH-3",
            company.person(Cast.PLAN_CHANGE).workerId(),
            "CREDIT",
            "2026Q2",
            "opportunity_split",
            "share",
            "share",
            "0.5",
            "2026-09-28T09:00:00Z",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "");
      }
    }
  }

  private static void actions(Delivery delivery) {
    String path = "hr-cases/adverse_action/adverse_action_%s.csv".formatted(delivery.extracted());
    Company company = delivery.company();
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "action_id",
                "worker_id",
                "kind",
                "opened_at",
                "decided_at",
                "decider_worker_id",
                "status",
                "score_name",
                "score_version",
                "score_quarter",
                "score_value",
                "score_low",
                "score_high",
                "score_completeness",
                "open_challenges",
                "non_score_evidence",
                "rationale")) {
      file.row(
          "AA-1",
          company.person(Cast.LEAVE).workerId(),
          "PIP",
          "2026-02-10T09:00:00Z",
          "2026-02-12T09:00:00Z",
          company.managerOf(2, delivery.from()).workerId(),
          "IN_FORCE",
          "DealGenius",
          "3.1",
          "2025Q4",
          38,
          "",
          "",
          0.41,
          0,
          "",
          "");
      file.row(
          "AA-2",
          company.person(Cast.PLAN_CHANGE).workerId(),
          "PROMOTION_DENIAL",
          "2026-03-05T09:00:00Z",
          "2026-03-20T09:00:00Z",
          company.managerOf(4, delivery.from()).workerId(),
          "ENDED",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          0,
          "goal G22-2025Q4-1;two customer calls",
          "Not yet at the scope of the next profile.");
    }
  }
}
