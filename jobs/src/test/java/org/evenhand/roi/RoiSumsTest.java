package org.evenhand.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sums by Spark are those of the driver, however rows are ordered and spread. */
@ExtendWith(SparkExtension.class)
class RoiSumsTest {
  private static final World WORLD =
      new World(5).team("A", 5, 3, 1).team("B", 8, 2, 1).team("C", 0, 3, 0);

  @Test
  void everyPairIsSummedAsOnTheDriver(SparkSession session) {
    Map<String, BlockSum> expected = new TreeMap<>();
    WORLD.sums(0).forEach(sum -> expected.put(key(sum), sum));

    Map<String, BlockSum> found = sums(session, 1);

    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach(
        (key, sum) ->
            sum.sums()
                .forEach(
                    (outcome, value) ->
                        assertThat(value)
                            .as(key + outcome)
                            .isCloseTo(
                                java.util.Objects.requireNonNull(expected.get(key)).sum(outcome),
                                within(1e-9))));
  }

  @Test
  void partitioningDoesNotMatter(SparkSession session) {
    Map<String, BlockSum> one = sums(session, 1);
    sums(session, 7)
        .forEach(
            (key, sum) -> {
              BlockSum other = java.util.Objects.requireNonNull(one.get(key));
              assertThat(sum.counts()).isEqualTo(other.counts());
              sum.sums().forEach((o, v) -> assertThat(v).isCloseTo(other.sum(o), within(1e-9)));
            });
  }

  private static String key(BlockSum sum) {
    return sum.block().name() + " " + sum.pair();
  }

  private static Map<String, BlockSum> sums(SparkSession session, int partitions) {
    List<Row> rows = new ArrayList<>();
    long rep = 0;
    for (World.Rep one : WORLD.reps()) {
      rep++;
      for (Map.Entry<Integer, Map<Outcome, Double>> period : one.byPeriod().entrySet()) {
        rows.add(row(rep, one.block(), period.getKey(), period.getValue()));
      }
    }
    Map<String, BlockSum> sums = new TreeMap<>();
    RoiSums.perPair(session.createDataFrame(rows, schema()).repartition(partitions), List.of(4, 7))
        .collectAsList()
        .forEach(
            row -> {
              BlockSum sum = BlockSum.of(row);
              sums.put(key(sum), sum);
            });
    return sums;
  }

  private static Row row(long rep, Block block, int period, Map<Outcome, Double> outcomes) {
    List<Object> values =
        new ArrayList<>(
            List.of(
                rep,
                block.team(),
                block.cohort(),
                block.stratum().role(),
                block.stratum().tenureBand(),
                block.stratum().territoryTier(),
                block.stratum().priorTercile(),
                period));
    for (Family family : Family.values()) {
      values.add(true);
      family.outcomes().forEach(o -> values.add(outcomes.getOrDefault(o, 0.0)));
    }
    return RowFactory.create(values.toArray());
  }

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add("rep_key", DataTypes.LongType)
            .add("team_id", DataTypes.StringType)
            .add("cohort", DataTypes.IntegerType)
            .add("role", DataTypes.StringType)
            .add("tenure_band", DataTypes.StringType)
            .add("territory_tier", DataTypes.StringType)
            .add("prior_tercile", DataTypes.StringType)
            .add(RepPeriods.PERIOD, DataTypes.IntegerType);
    for (Family family : Family.values()) {
      schema = schema.add(family.known(), DataTypes.BooleanType);
      for (Outcome outcome : family.outcomes()) {
        schema = schema.add(outcome.column().name(), DataTypes.DoubleType);
      }
    }
    return schema;
  }
}
