package org.evenhand.skills;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.NormalScores;
import org.evenhand.table.columns.GoldSkillEvidence;

/**
 * What a mark is worth: normal scores by source and scale, from how often each category is used.
 *
 * @param byScale scores of the categories, by "source|bottom|top"
 */
record Scores(Map<String, TreeMap<Double, Double>> byScale) implements Serializable {
  Scores {
    byScale = new TreeMap<>(byScale);
  }

  /** From all evidence that counts. */
  static Scores of(List<Row> evidence) {
    Map<String, List<Double>> marks = new TreeMap<>();
    for (Row row : evidence) {
      if (GoldSkillEvidence.VALUE.isNull(row)) {
        marks
            .computeIfAbsent(scale(row), key -> new ArrayList<>())
            .add(GoldSkillEvidence.SCORE_RAW.real(row));
      }
    }
    Map<String, TreeMap<Double, Double>> scores = new TreeMap<>();
    marks.forEach((scale, used) -> scores.put(scale, new TreeMap<>(NormalScores.of(used))));
    return new Scores(scores);
  }

  /**
   * The value of a piece of evidence on the scale of skills: given by the source, or its mark's
   * score; of a category nobody used that of the nearest below, else above.
   */
  double of(Row row) {
    if (!GoldSkillEvidence.VALUE.isNull(row)) {
      return GoldSkillEvidence.VALUE.real(row);
    }
    TreeMap<Double, Double> known = byScale.getOrDefault(scale(row), new TreeMap<>());
    if (known.isEmpty()) {
      return 0;
    }
    Map.Entry<Double, Double> below = known.floorEntry(GoldSkillEvidence.SCORE_RAW.real(row));
    return Objects.requireNonNullElse(below, known.firstEntry()).getValue();
  }

  private static String scale(Row row) {
    return "%s|%s|%s"
        .formatted(
            GoldSkillEvidence.SOURCE_TYPE.text(row),
            GoldSkillEvidence.SCORE_MIN.real(row),
            GoldSkillEvidence.SCORE_MAX.real(row));
  }
}
