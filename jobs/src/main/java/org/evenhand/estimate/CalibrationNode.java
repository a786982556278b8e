package org.evenhand.estimate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.evenhand.stats.skills.Calibration;
import org.evenhand.stats.skills.ForwardValidation;
import org.evenhand.stats.skills.PredictionScore;

/** Whether intervals hold, as JSON. */
final class CalibrationNode {
  private CalibrationNode() {}

  static void put(ObjectNode node, Calibration calibration) {
    score(node.putObject("leave_one_out"), calibration.all());
    node.put("holds", Calibration.holds(calibration.all()));
    calibration.latest().ifPresent(latest -> score(node.putObject("latest_week"), latest));
    sources(node.putObject("by_source"), calibration.bySource());
    ObjectNode alarm = node.putObject("model_break");
    alarm.put("weeks", calibration.detector().statistic().size());
    calibration
        .alarm()
        .ifPresentOrElse(week -> alarm.put("week", week), () -> alarm.putNull("week"));
    alarm.put(
        "largest_statistic",
        calibration.detector().statistic().stream()
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0));
  }

  static void put(ObjectNode node, ForwardValidation forward) {
    node.put("weeks_hidden", ForwardValidation.WEEKS);
    score(node.putObject("model"), forward.model());
    score(node.putObject("family_mean"), forward.family());
    node.putObject("last_rating").put("mean_absolute_error", forward.lastRating());
    node.putObject("ewma").put("mean_absolute_error", forward.weightedMean());
    sources(node.putObject("by_source"), forward.bySource());
  }

  private static void sources(ObjectNode node, Map<String, PredictionScore> scores) {
    scores.forEach((source, score) -> score(node.putObject(source), score));
  }

  private static void score(ObjectNode node, PredictionScore score) {
    node.put("n", score.n());
    node.put("mean_z", score.mean());
    node.put("sd_z", score.deviation());
    node.put("coverage80", score.coverage());
    node.put("mean_absolute_error", score.loss().absolute());
    node.put("crps", score.loss().ranked());
    node.put("log_score", score.loss().logarithmic());
    ArrayNode tenths = node.putArray("pit");
    score.tenths().forEach(tenths::add);
  }
}
