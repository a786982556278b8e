package org.evenhand.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.MappedColumn;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.SourceMapping;
import org.evenhand.schema.TableContract;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

@ExtendWith(SparkExtension.class)
class MappingExpressionsTest {

  static Stream<String> mappings() {
    return Mappings.bundled().all().stream().map(SourceMapping::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mappings")
  void everyExpressionIsSqlOverTextThatFitsItsColumn(String name, SparkSession session) {
    SourceMapping mapping = Mappings.bundled().get(name);
    TableContract table = Contracts.bundled().get(mapping.target());
    List<String> selected = new ArrayList<>();
    StructType source = new StructType();
    Set<String> known = new TreeSet<>();
    for (MappedColumn column : mapping.fields().columns()) {
      if (column instanceof MappedColumn.Expression computed) {
        String type = table.column(computed.to()).orElseThrow().type();
        selected.add("CAST((%s) AS %s) AS %s".formatted(computed.expr(), type, computed.to()));
        for (String used : columnsOf(computed.expr())) {
          source = known.add(used) ? source.add(used, DataTypes.StringType) : source;
        }
      }
    }
    selected.add("1 AS present");

    Dataset<Row> nothing = session.createDataFrame(List.of(), source);
    Dataset<Row> computed = nothing.selectExpr(selected.toArray(String[]::new));

    assertThat(computed.columns()).hasSameSizeAs(selected);
    assertThat(mapping.fields().drop())
        .as("dropped at the door")
        .doesNotContainAnyElementsOf(read(mapping));
  }

  private static List<String> read(SourceMapping mapping) {
    return mapping.fields().columns().stream()
        .filter(MappedColumn.From.class::isInstance)
        .flatMap(column -> ((MappedColumn.From) column).from().stream())
        .toList();
  }

  private static List<String> columnsOf(String sql) {
    Expression parsed = new CatalystSqlParser().parseExpression(sql);
    return CollectionConverters.asJava(parsed.collectLeaves()).stream()
        .filter(UnresolvedAttribute.class::isInstance)
        .map(leaf -> ((UnresolvedAttribute) leaf).nameParts())
        .map(parts -> String.join(".", CollectionConverters.asJava(parts)))
        .toList();
  }
}
