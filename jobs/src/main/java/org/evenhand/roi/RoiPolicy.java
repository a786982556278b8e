package org.evenhand.roi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.evenhand.schema.Policies;
import org.evenhand.table.columns.SilverAiFeature;

/** How effects are estimated and judged: {@code policy/roi.json}. */
record RoiPolicy(JsonNode policy, JsonNode thresholds, JsonNode measures) {

  static RoiPolicy of(Policies policies) {
    return new RoiPolicy(
        policies.get("roi"), policies.get("thresholds"), policies.get("measures").path("measures"));
  }

  double confidence() {
    return policy.path("confidence").asDouble();
  }

  long seed() {
    return policy.path("seed").asLong();
  }

  int draws() {
    return policy.path("draws").asInt();
  }

  /** Draws of the test by lot. */
  int lots() {
    return policy.path("lots").asInt();
  }

  /** Periods looked back, the last included. */
  int mostPeriods() {
    return policy.path("mostPeriods").asInt();
  }

  int minimumWorkedDays() {
    return policy.path("minimumWorkedDays").asInt();
  }

  int minimumReps() {
    return thresholds.path("minimumReps").asInt();
  }

  int conversionHorizon(String role) {
    JsonNode horizons = thresholds.path("conversionHorizonDays");
    return horizons.path(role).asInt(horizons.path("AE").asInt());
  }

  /** Ids of the features that help the rep first, at the work itself. */
  Set<String> helping(Collection<Row> features) {
    Set<String> helping = new TreeSet<>();
    for (Row row : features) {
      boolean helps =
          lists("classes", SilverAiFeature.FEATURE_CLASS.text(row))
              && lists("beneficiaries", SilverAiFeature.BENEFICIARY.text(row))
              && !lists("apart", SilverAiFeature.KIND.text(row));
      if (helps) {
        helping.add(SilverAiFeature.FEATURE_ID.text(row));
      }
    }
    return helping;
  }

  private boolean lists(String what, String value) {
    for (JsonNode entry : policy.path("helping").path(what)) {
      if (entry.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** Choices of strata, finest first; each a list of column names. */
  List<List<String>> strata() {
    List<List<String>> choices = new ArrayList<>();
    for (JsonNode choice : policy.path("strata")) {
      List<String> names = new ArrayList<>();
      choice.forEach(name -> names.add(name.asText()));
      choices.add(List.copyOf(names));
    }
    return choices;
  }

  double mostOverlapLoss() {
    return policy.path("mostOverlapLoss").asDouble();
  }

  int fewClusters() {
    return policy.path("fewClusters").asInt();
  }

  int fewTreated() {
    return policy.path("fewTreated").asInt();
  }

  int syntheticTreated() {
    return policy.path("syntheticTreated").asInt();
  }

  /** Untreated teams needed for the error of a synthetic comparison. */
  int fewestPlacebos() {
    return policy.path("fewestPlacebos").asInt();
  }

  int tenureDays(String band) {
    return policy.path("tenureBandDays").path(band).asInt();
  }

  double compositionShare() {
    return policy.path("compositionShare").asDouble();
  }

  double minutesPerAction() {
    return policy.path("claimed").path("minutesPerAction").asDouble();
  }

  double minutesPerSummarisedMeeting() {
    return policy.path("claimed").path("minutesPerSummarisedMeeting").asDouble();
  }

  double workingWeeks() {
    return policy.path("workingWeeks").asDouble();
  }

  String selfReportItem() {
    return policy.path("selfReportItem").asText();
  }

  /** What an hour is assumed to be worth; empty when the company does not say. */
  Optional<Double> hourValue() {
    JsonNode amount = policy.path("hourValue").path("amount");
    return amount.isNumber() ? Optional.of(amount.asDouble()) : Optional.empty();
  }

  String hourValueWhy() {
    return policy.path("hourValue").path("why").asText();
  }

  /** From this policy, else from the catalogue of measures. */
  double smallestWorthwhile(String measure) {
    JsonNode own = policy.path("smallestWorthwhile").path(measure);
    return own.isNumber() ? own.asDouble() : entry(measure).path("smallest_worthwhile").asDouble(0);
  }

  /** UP or DOWN. */
  boolean goodIsUp(String measure) {
    return !entry(measure).path("direction").asText().equals("DOWN");
  }

  /** Why a measure does not exist for a role; empty when it does. */
  Optional<String> notApplicable(String measure, String role) {
    JsonNode reason = entry(measure).path("roles").path(role).path("not_applicable");
    return reason.isMissingNode() ? Optional.empty() : Optional.of(reason.asText());
  }

  private JsonNode entry(String measure) {
    for (JsonNode entry : measures) {
      if (entry.path("key").asText().equals(measure)) {
        return entry;
      }
    }
    throw new IllegalArgumentException(
        "Cannot judge '%s': policy/measures.json does not know it. Add it there."
            .formatted(measure));
  }
}
