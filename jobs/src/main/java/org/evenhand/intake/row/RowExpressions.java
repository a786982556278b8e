package org.evenhand.intake.row;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BindReferences$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.evenhand.errors.UserException;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Columns computed from one row, analysed by Spark once and then evaluated row by row anywhere: on
 * the driver without a Spark job, and inside executors. The same rows give the same values on both.
 * Not for use by several threads at once.
 */
final class RowExpressions implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Each stage computes a row from the row of the stage before. */
  private final List<Expression[]> stages;

  private RowExpressions(List<Expression[]> stages) {
    this.stages = stages;
  }

  /**
   * @throws UserException when a column needs more than its own row, as aggregates do
   */
  static RowExpressions of(SparkSession session, StructType input, List<Column> columns) {
    LogicalPlan plan = plan(session, input, columns);
    Deque<Expression[]> stages = new ArrayDeque<>();
    while (plan instanceof Project project) {
      stages.addFirst(bound(project));
      plan = project.child();
    }
    if (!plan.children().isEmpty() || stages.isEmpty()) {
      throw notFromOneRow(plan.nodeName());
    }
    return new RowExpressions(List.copyOf(stages));
  }

  private static LogicalPlan plan(SparkSession session, StructType input, List<Column> columns) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    try {
      Dataset<Row> frame =
          session
              .createDataFrame(context.<Row>emptyRDD(), input)
              .select(columns.toArray(Column[]::new));
      return ((org.apache.spark.sql.classic.Dataset<Row>) frame).queryExecution().optimizedPlan();
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw notFromOneRow(RowProblems.inWords(new IllegalArgumentException(e.getMessage())));
      }
      throw e;
    }
  }

  private static Expression[] bound(Project project) {
    List<Expression> bound = new ArrayList<>();
    for (NamedExpression expression : CollectionConverters.asJava(project.projectList())) {
      Expression plain = (Expression) expression;
      if (!plain.deterministic()) {
        throw notFromOneRow(plain.sql());
      }
      bound.add(
          BindReferences$.MODULE$.bindReference(
              plain,
              org.apache.spark.sql.catalyst.expressions.package$.MODULE$.AttributeSeq(
                  project.child().output()),
              false));
    }
    return bound.toArray(Expression[]::new);
  }

  private static UserException notFromOneRow(String what) {
    return UserException.configuration(
        "Cannot use an expression of a source mapping: it is not computed from one row alone (%s). Use only functions of one row and columns the file may have."
            .formatted(what));
  }

  DataType type(int column) {
    return last()[column].dataType();
  }

  /** The row the columns are evaluated from; to be made once a record. */
  InternalRow prepared(InternalRow input) {
    InternalRow row = input;
    for (Expression[] stage : stages.subList(0, stages.size() - 1)) {
      @Nullable Object[] values = new @Nullable Object[stage.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = stage[i].eval(row);
      }
      row = new GenericInternalRow(values);
    }
    return row;
  }

  /** One column's value, as Spark holds it inside. */
  @Nullable Object value(int column, InternalRow prepared) {
    return last()[column].eval(prepared);
  }

  private Expression[] last() {
    return stages.get(stages.size() - 1);
  }
}
