package org.evenhand.table;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.types.StructType;
import scala.Function1;

/** A contract's checks on rows of the driver: analysed by Spark, evaluated without a job. */
final class DriverChecks {
  private final StructType columns;
  private final Optional<Expression> holds;

  private DriverChecks(StructType columns, Optional<Expression> holds) {
    this.columns = columns;
    this.holds = holds;
  }

  static DriverChecks of(SparkSession session, Audit audit, Shape shape) {
    StructType columns = shape.nullable();
    return new DriverChecks(
        columns,
        audit
            .checks()
            .map(checks -> session.createDataFrame(List.<Row>of(), columns).where(checks))
            .map(DriverChecks::condition));
  }

  /** Whether no row breaks a check; a check that is unknown is not broken. */
  boolean hold(List<Row> rows) {
    if (holds.isEmpty()) {
      return true;
    }
    Function1<Object, Object> internal = CatalystTypeConverters.createToCatalystConverter(columns);
    return rows.stream()
        .map(row -> (InternalRow) internal.apply(row))
        .noneMatch(row -> Boolean.FALSE.equals(holds.get().eval(row)));
  }

  private static Expression condition(Dataset<Row> filtered) {
    Filter filter =
        (Filter) ((org.apache.spark.sql.classic.Dataset<Row>) filtered).queryExecution().analyzed();
    return BindReferences.bindReference(
        filter.condition(),
        org.apache.spark.sql.catalyst.expressions.package$.MODULE$.AttributeSeq(
            filter.child().output()),
        false);
  }
}
