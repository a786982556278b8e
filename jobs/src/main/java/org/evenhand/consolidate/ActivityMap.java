package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.Policies;
import org.evenhand.table.columns.SilverActivity;
import org.jspecify.annotations.Nullable;

/** The policy {@code activity_map}: what an activity is, and whether that is selling. */
final class ActivityMap {
  /** Added by {@link #classify}: minutes that stand in where none were measured. */
  static final String STANDARD_MINUTES = "standard_minutes";

  private static final String CODE = "map_code";
  private static final StructType CLASSES =
      new StructType()
          .add(CODE, DataTypes.IntegerType)
          .add(SilverActivity.ACTIVITY_CLASS.name(), DataTypes.StringType)
          .add(SilverActivity.SELLING.name(), DataTypes.BooleanType)
          .add(STANDARD_MINUTES, DataTypes.DoubleType);
  private final List<Row> classes;
  private final List<Rule> rules;

  private record Rule(List<String> kinds, String pattern, int code) {}

  private ActivityMap(List<Row> classes, List<Rule> rules) {
    this.classes = classes;
    this.rules = rules;
  }

  static ActivityMap of(Policies policies) {
    JsonNode policy = policies.get("activity_map");
    Map<String, Integer> codes = new HashMap<>();
    List<Row> classes = new ArrayList<>();
    for (JsonNode one : policy.get("classes")) {
      codes.put(one.get("name").asText(), one.get("code").asInt());
      classes.add(
          RowFactory.create(
              one.get("code").asInt(),
              one.get("name").asText(),
              orNull(one.get("selling"), one.get("selling").asBoolean()),
              orNull(one.get("standardMinutes"), one.get("standardMinutes").asDouble())));
    }
    List<Rule> rules = new ArrayList<>();
    for (JsonNode rule : policy.get("rules")) {
      List<String> kinds = new ArrayList<>();
      rule.get("kinds").forEach(kind -> kinds.add(kind.asText()));
      rules.add(
          new Rule(
              List.copyOf(kinds),
              rule.get("type").asText(),
              code(codes, rule.get("class").asText())));
    }
    return new ActivityMap(classes, rules);
  }

  /**
   * Adds class_code, activity_class, selling and standard_minutes. The patterns run once per
   * distinct pair of kind and type, not once per activity.
   *
   * @param said every pair of kind and subject_type that occurs
   */
  Dataset<Row> classify(SparkSession session, Dataset<Row> activities, Dataset<Row> said) {
    Column kind = SilverActivity.KIND.col();
    Column type = SilverActivity.SUBJECT_TYPE.col();
    String mapKind = "map_kind";
    String mapType = "map_type";
    Dataset<Row> pairs =
        said.select(kind.as(mapKind), type.as(mapType))
            .distinct()
            .withColumn(
                SilverActivity.CLASS_CODE.name(),
                code(col(mapKind), coalesce(col(mapType), lit(""))));
    Dataset<Row> described = session.createDataFrame(classes, CLASSES);
    Dataset<Row> map =
        pairs
            .join(broadcast(described), SilverActivity.CLASS_CODE.col().equalTo(col(CODE)), "inner")
            .drop(CODE);
    return activities
        .join(broadcast(map), kind.equalTo(col(mapKind)).and(type.eqNullSafe(col(mapType))), "left")
        .drop(mapKind, mapType);
  }

  private Column code(Column kind, Column type) {
    Column code = lit(null).cast("int");
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      Column kinds = rule.kinds().isEmpty() ? lit(true) : kind.isin(rule.kinds().toArray());
      Column types = rule.pattern().isEmpty() ? lit(true) : lower(type).rlike(rule.pattern());
      code = when(kinds.and(types), lit(rule.code())).otherwise(code);
    }
    return code;
  }

  private static int code(Map<String, Integer> codes, String name) {
    Integer code = codes.get(name);
    if (code == null) {
      throw new IllegalArgumentException(
          "Cannot use policy activity_map: rule names class '%s', known classes are %s. Correct the rule."
              .formatted(name, codes.keySet()));
    }
    return code;
  }

  private static @Nullable Object orNull(JsonNode node, Object value) {
    return node.isNull() ? null : value;
  }
}
