package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.simulate.world.Feature;
import org.evenhand.simulate.world.Team;

/** The register of AI features and their rollout by team, full at each extract. */
public final class AiRegister implements Exporter {
  private static final String COPILOT = "copilot";

  @Override
  public void export(Delivery delivery) {
    features(delivery);
    rollouts(delivery);
  }

  private static void features(Delivery delivery) {
    String path = "ai/feature/ai_feature_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "feature_id",
                "name",
                "purpose",
                "owner",
                "class",
                "kind",
                "capability",
                "beneficiary",
                "is_rep_visible",
                "stage",
                "population_cap",
                "starts_on",
                "vendor",
                "yearly_cost",
                "rollout_cost",
                "currency",
                "gate_id")) {
      for (Feature feature : Feature.values()) {
        boolean watching = feature.use().equals("OVERSIGHT");
        file.row(
            feature,
            feature.label(),
            feature.purpose(),
            watching ? "Sales Operations" : "Enablement",
            feature.use(),
            feature,
            feature.capability(),
            feature.beneficiary(),
            feature != Feature.CALL_SUMMARY,
            feature.inBundle() ? "FOCUSED" : "WIDE",
            "",
            "2025-05-05",
            "Assistco",
            feature.inBundle() ? "18000.00" : "12000.00",
            "9000.00",
            "USD",
            "");
      }
      file.row(
          COPILOT,
          "Office assistant",
          "General writing help",
          "IT",
          "ENABLEMENT",
          "GENERAL_ASSISTANT",
          "PROCESSING",
          "REP",
          true,
          "WIDE",
          "",
          "2025-04-07",
          "Officeco",
          "21600.00",
          "0.00",
          "USD",
          "");
    }
  }

  private static void rollouts(Delivery delivery) {
    String path = "ai/rollout/ai_rollout_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                Dialect.PLAIN,
                "feature_id",
                "team_id",
                "starts_on",
                "ends_on",
                "assignment",
                "wave",
                "trained_on",
                "announced_on",
                "gate_id")) {
      for (Feature feature : Feature.values()) {
        for (Team team : delivery.company().teams()) {
          feature
              .liveIn(team)
              .filter(day -> day.isBefore(delivery.extracted()))
              .ifPresent(day -> rollout(file, feature, team, day));
        }
      }
    }
  }

  private static void rollout(CsvFile file, Feature feature, Team team, LocalDate day) {
    file.row(
        feature,
        team.id(),
        day,
        "",
        feature.inBundle() ? "STAGED" : "CHOSEN",
        feature.inBundle() ? wave(day) : "",
        day.minusDays(5),
        day.minusDays(30),
        "");
  }

  private static int wave(LocalDate day) {
    return day.getYear() == 2025 ? 1 : day.getMonthValue() < 4 ? 2 : 3;
  }
}
