package org.evenhand.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.schema.Sha256;
import org.evenhand.stats.skills.SkillFit;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldSkillParameter;

/** A fit as rows of gold.skill_parameter, all under the hash of its numbers. */
final class ParameterRows {
  private static final int VERSION_LENGTH = 12;
  private final List<Line> lines = new ArrayList<>();

  private record Key(ParameterKind kind, String source, String item, String parameter) {}

  private record Line(Key key, double value, Optional<Double> error, Optional<String> reason) {}

  /** Rows of a fit and of the scores it was made with. */
  static List<Row> of(SkillFit fit, Scores scores, Edition edition) {
    ParameterRows rows = new ParameterRows();
    rows.kernel(fit.parameters());
    fit.parameters().means().forEach(rows::mean);
    fit.parameters().sources().forEach(rows::source);
    fit.raters().forEach(rows::rater);
    scores.byScale().forEach((scale, marks) -> marks.forEach((m, v) -> rows.score(scale, m, v)));
    rows.about(fit);
    return rows.under(edition);
  }

  /** One row that says why there is no model. */
  static List<Row> none(String reason, long items, Edition edition) {
    ParameterRows rows = new ParameterRows();
    rows.lines.add(
        new Line(
            new Key(ParameterKind.FIT, "", "", "items"),
            items,
            Optional.empty(),
            Optional.of(reason)));
    return rows.under(edition);
  }

  private void kernel(SkillParameters parameters) {
    add(ParameterKind.KERNEL, "", "", "lasting", parameters.kernel().lasting());
    add(ParameterKind.KERNEL, "", "", "moving", parameters.kernel().moving());
    add(ParameterKind.KERNEL, "", "", "length", parameters.kernel().length());
  }

  private void mean(String key, double value) {
    add(ParameterKind.MEAN, "", key, "mean", value);
  }

  private void source(String name, SkillParameters.Source source) {
    add(ParameterKind.SOURCE, name, "", "offset", source.offset());
    add(ParameterKind.SOURCE, name, "", "loading", source.loading());
    add(ParameterKind.SOURCE, name, "", "deviation", source.deviation());
    add(ParameterKind.SOURCE, name, "", "pair_variance", source.pairVariance());
    add(ParameterKind.SOURCE, name, "", "severity_variance", source.severityVariance());
  }

  private void rater(SkillFit.Rater rater) {
    lines.add(
        new Line(
            new Key(ParameterKind.RATER, rater.source(), rater.rater(), "severity"),
            rater.severity().mean(),
            Optional.of(Math.sqrt(rater.severity().variance())),
            rater.notSeparable().map(why -> "severity_not_separable: " + why)));
  }

  private void score(String scale, double mark, double value) {
    int source = scale.indexOf('|');
    add(
        ParameterKind.SCORE,
        scale.substring(0, source),
        scale.substring(source + 1) + "|" + mark,
        "score",
        value);
  }

  private void about(SkillFit fit) {
    SkillFit.Convergence convergence = fit.convergence();
    boolean heavy = fit.parameters().tails().areHeavy();
    add(ParameterKind.FIT, "", "", "tails", heavy ? fit.parameters().tails().freedom() : 0);
    add(ParameterKind.FIT, fit.anchor(), "", "anchor", 0);
    lines.add(
        new Line(
            new Key(ParameterKind.FIT, "", "", "rounds"),
            convergence.rounds(),
            Optional.empty(),
            convergence.settled()
                ? Optional.empty()
                : Optional.of("not settled, last change %.2g".formatted(convergence.moved()))));
  }

  private void add(ParameterKind kind, String source, String item, String parameter, double value) {
    lines.add(
        new Line(
            new Key(kind, source, item, parameter), value, Optional.empty(), Optional.empty()));
  }

  private List<Row> under(Edition edition) {
    String version = Sha256.of(lines.toString()).substring(0, VERSION_LENGTH);
    return lines.stream().map(line -> row(line, version, edition)).toList();
  }

  private static Row row(Line line, String version, Edition edition) {
    return new RowBuilder(GoldSkillParameter.TABLE, edition)
        .set(GoldSkillParameter.KIND, line.key().kind().name())
        .set(GoldSkillParameter.SOURCE_TYPE, line.key().source())
        .set(GoldSkillParameter.ITEM, line.key().item())
        .set(GoldSkillParameter.PARAMETER, line.key().parameter())
        .set(GoldSkillParameter.VALUE, line.value())
        .maybe(GoldSkillParameter.STANDARD_ERROR, line.error())
        .maybe(GoldSkillParameter.REASON, line.reason())
        .set(GoldSkillParameter.PARAM_VERSION, version)
        .build();
  }
}
