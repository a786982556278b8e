package org.evenhand.skills;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.evenhand.stats.skills.SkillParameters;
import org.evenhand.table.Edition;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.table.columns.GoldSkillSourceView;

/**
 * Solves pairs of person and skill inside executors: one row in, with all evidence of the pair; one
 * row out, with the rows of three tables.
 */
final class PairSolver implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;
  static final String ESTIMATE = "estimate";
  static final String CONTRIBUTIONS = "contributions";
  static final String SOURCES = "sources";

  private static final String NOBODY = "Nobody of the job family has evidence of this skill.";

  private final List<Row> parameters;
  private final Setting setting;
  private final String quarter;
  private final String edition;

  /**
   * @param parameters rows of gold.skill_parameter
   */
  PairSolver(List<Row> parameters, Setting setting, Edition edition) {
    this.parameters = List.copyOf(parameters);
    this.setting = setting;
    this.quarter = edition.quarter();
    this.edition = edition.id();
  }

  @Override
  public Iterator<Row> call(Iterator<Row> pairs) {
    Optional<Model> model = Model.of(parameters);
    Iterable<Row> once = () -> pairs;
    Stream<Row> rows = StreamSupport.stream(once.spliterator(), false);
    return rows.map(pair -> solved(pair, model)).iterator();
  }

  /** One struct and two arrays of structs. */
  static StructType schema() {
    return new StructType(
        new StructField[] {
          DataTypes.createStructField(ESTIMATE, GoldSkillEstimate.TABLE.schema(), false),
          DataTypes.createStructField(
              CONTRIBUTIONS,
              DataTypes.createArrayType(GoldSkillContribution.TABLE.schema()),
              false),
          DataTypes.createStructField(
              SOURCES, DataTypes.createArrayType(GoldSkillSourceView.TABLE.schema()), false)
        });
  }

  private Row solved(Row pair, Optional<Model> model) {
    Target target = PairFrames.target(pair);
    Edition own = new Edition(quarter, edition);
    EstimateRows estimates = new EstimateRows(setting, own);
    if (model.isEmpty()) {
      return unknown(estimates.undefined(target, "none", setting.release().reason()));
    }
    SkillParameters known = model.get().parameters();
    if (!known.covers(target.subject())) {
      return unknown(estimates.undefined(target, model.get().version(), NOBODY));
    }
    Solved solved = Solved.of(target, items(pair, model.get()), model.get(), setting);
    return RowFactory.create(
        estimates.of(solved, model.get()),
        new ContributionRows(own).of(solved, known).toArray(),
        new SourceRows(own).of(solved, known).toArray());
  }

  private static List<Item> items(Row pair, Model model) {
    return PairFrames.evidence(pair).stream()
        .map(row -> Item.of(row, model.scores()))
        .filter(item -> model.parameters().covers(item.evidence()))
        .toList();
  }

  private static Row unknown(Row estimate) {
    return RowFactory.create(estimate, new Row[0], new Row[0]);
  }
}
