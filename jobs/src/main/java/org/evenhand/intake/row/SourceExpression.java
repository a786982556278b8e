package org.evenhand.intake.row;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.evenhand.errors.UserException;
import scala.jdk.javaapi.CollectionConverters;

/** A mapping's Spark SQL expression and the source columns it names. */
record SourceExpression(Expression parsed, Set<String> references) {

  static SourceExpression parse(SparkSession session, String sql) {
    try {
      Expression parsed =
          ((org.apache.spark.sql.classic.SparkSession) session)
              .sessionState()
              .sqlParser()
              .parseExpression(sql);
      Set<String> references = new LinkedHashSet<>();
      collect(parsed, references);
      return new SourceExpression(parsed, references);
    } catch (ParseException e) {
      throw UserException.configuration(
          "Cannot use expression '%s' of a source mapping: %s. Correct the mapping."
              .formatted(sql, RowProblems.inWords(new IllegalArgumentException(e.getMessage()))));
    }
  }

  /** The expression over input columns named otherwise. */
  Column over(UnaryOperator<String> names) {
    return ExpressionUtils.column(renamed(parsed, names));
  }

  private static void collect(Expression expression, Set<String> references) {
    if (expression instanceof UnresolvedAttribute attribute) {
      references.add(name(attribute));
    }
    CollectionConverters.asJava(expression.children()).forEach(child -> collect(child, references));
  }

  private static Expression renamed(Expression expression, UnaryOperator<String> names) {
    if (expression instanceof UnresolvedAttribute attribute) {
      return UnresolvedAttribute.quoted(names.apply(name(attribute)));
    }
    List<Expression> children = new ArrayList<>();
    CollectionConverters.asJava(expression.children())
        .forEach(child -> children.add(renamed(child, names)));
    return children.isEmpty()
        ? expression
        : expression.withNewChildren(CollectionConverters.asScala(children).toSeq());
  }

  private static String name(UnresolvedAttribute attribute) {
    return String.join(".", CollectionConverters.asJava(attribute.nameParts()));
  }
}
