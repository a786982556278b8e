package org.evenhand.skills;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Kernel;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.stats.skills.Tails;
import org.evenhand.table.columns.GoldSkillParameter;

/**
 * The fitted model, as gold.skill_parameter keeps it.
 *
 * @param anchor the source all others are measured against
 * @param version hash of all parameters
 */
record Model(SkillParameters parameters, Scores scores, String anchor, String version)
    implements Serializable {

  /** Empty when there was too little evidence to fit one. */
  static Optional<Model> of(List<Row> rows) {
    return rows.stream().anyMatch(row -> ParameterKind.KERNEL.is(row))
        ? Optional.of(new Reader(rows).model())
        : Optional.empty();
  }

  private record Reader(List<Row> rows) {
    Model model() {
      Map<String, SkillParameters.Source> sources = new TreeMap<>();
      for (String source : names(ParameterKind.SOURCE, GoldSkillParameter.SOURCE_TYPE)) {
        sources.put(source, source(source));
      }
      return new Model(
          new SkillParameters(
              new Kernel(kernel("lasting"), kernel("moving"), kernel("length")),
              means(),
              sources,
              severities(),
              tails()),
          scores(),
          anchor(),
          GoldSkillParameter.PARAM_VERSION.text(rows.get(0)));
    }

    private List<String> names(ParameterKind kind, org.evenhand.table.Column column) {
      return rows.stream().filter(kind::is).map(column::text).distinct().sorted().toList();
    }

    private double value(ParameterKind kind, String source, String parameter) {
      return rows.stream()
          .filter(kind::is)
          .filter(row -> GoldSkillParameter.SOURCE_TYPE.text(row).equals(source))
          .filter(row -> GoldSkillParameter.PARAMETER.text(row).equals(parameter))
          .mapToDouble(GoldSkillParameter.VALUE::real)
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("no %s %s %s".formatted(kind, source, parameter)));
    }

    private double kernel(String parameter) {
      return value(ParameterKind.KERNEL, "", parameter);
    }

    private SkillParameters.Source source(String name) {
      return new SkillParameters.Source(
          value(ParameterKind.SOURCE, name, "offset"),
          value(ParameterKind.SOURCE, name, "loading"),
          value(ParameterKind.SOURCE, name, "deviation"),
          value(ParameterKind.SOURCE, name, "pair_variance"),
          value(ParameterKind.SOURCE, name, "severity_variance"));
    }

    private Map<String, Double> means() {
      Map<String, Double> means = new TreeMap<>();
      rows.stream()
          .filter(ParameterKind.MEAN::is)
          .forEach(
              row ->
                  means.put(GoldSkillParameter.ITEM.text(row), GoldSkillParameter.VALUE.real(row)));
      return means;
    }

    private Map<String, SkillParameters.Severity> severities() {
      Map<String, SkillParameters.Severity> severities = new TreeMap<>();
      rows.stream()
          .filter(ParameterKind.RATER::is)
          .forEach(
              row ->
                  severities.put(
                      GoldSkillParameter.SOURCE_TYPE.text(row)
                          + "|"
                          + GoldSkillParameter.ITEM.text(row),
                      severity(row)));
      return severities;
    }

    private static SkillParameters.Severity severity(Row row) {
      double error = GoldSkillParameter.STANDARD_ERROR.real(row);
      return new SkillParameters.Severity(GoldSkillParameter.VALUE.real(row), error * error);
    }

    private Scores scores() {
      Map<String, TreeMap<Double, Double>> scores = new TreeMap<>();
      for (Row row : rows) {
        if (ParameterKind.SCORE.is(row)) {
          String item = GoldSkillParameter.ITEM.text(row);
          int mark = item.lastIndexOf('|');
          scores
              .computeIfAbsent(
                  GoldSkillParameter.SOURCE_TYPE.text(row) + "|" + item.substring(0, mark),
                  scale -> new TreeMap<>())
              .put(Double.valueOf(item.substring(mark + 1)), GoldSkillParameter.VALUE.real(row));
        }
      }
      return new Scores(scores);
    }

    private Tails tails() {
      double freedom = value(ParameterKind.FIT, "", "tails");
      return freedom > 0 ? new Tails(freedom) : Tails.GAUSSIAN;
    }

    private String anchor() {
      return rows.stream()
          .filter(ParameterKind.FIT::is)
          .filter(row -> GoldSkillParameter.PARAMETER.text(row).equals("anchor"))
          .map(GoldSkillParameter.SOURCE_TYPE::text)
          .findFirst()
          .orElse("");
    }
  }
}
