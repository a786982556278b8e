package org.evenhand.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.evenhand.errors.UserException;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets through one SELECT over published views and nothing else: no commands, no files by path, no
 * functions that leave the query.
 */
public final class QueryGuard {
  private static final Set<String> REFUSED_FUNCTIONS =
      Set.of(
          "reflect", "java_method", "try_reflect", "input_file_name", "read_files", "current_user");

  private QueryGuard() {}

  /**
   * Parses and checks.
   *
   * @param views the names that may be read
   * @throws UserException saying what is refused and which views there are
   */
  public static LogicalPlan check(SparkSession session, String sql, Set<String> views) {
    LogicalPlan plan = parse(session, sql);
    Set<String> known = new HashSet<>(views);
    List<LogicalPlan> nodes = everyPlan(plan);
    for (LogicalPlan node : nodes) {
      if (node instanceof UnresolvedWith with) {
        CollectionConverters.asJava(with.cteRelations())
            .forEach(cte -> known.add(cte._1().toLowerCase(Locale.ROOT)));
      }
    }
    nodes.forEach(node -> refuse(node, known, views));
    return plan;
  }

  private static LogicalPlan parse(SparkSession session, String sql) {
    try {
      return ((org.apache.spark.sql.classic.SparkSession) session)
          .sessionState()
          .sqlParser()
          .parsePlan(sql);
    } catch (Exception e) {
      if (e instanceof AnalysisException || e instanceof RuntimeException) {
        throw UserException.usage(
            "Cannot read the statement: %s. Write one SELECT over the published views."
                .formatted(firstLine(e)));
      }
      throw new IllegalStateException(e);
    }
  }

  private static void refuse(LogicalPlan node, Set<String> known, Collection<String> views) {
    if (node instanceof Command) {
      throw UserException.usage(
          "Cannot run this statement: %s changes or inspects more than published rows. Only SELECT is allowed."
              .formatted(node.nodeName()));
    }
    if (node instanceof UnresolvedRelation relation) {
      List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
      if (parts.size() != 1 || !known.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
        throw UserException.usage(
            "Cannot read %s: it is not a published view. There are: %s."
                .formatted(String.join(".", parts), String.join(", ", new TreeSet<>(views))));
      }
    }
    if (node instanceof UnresolvedTableValuedFunction function) {
      List<String> name = CollectionConverters.asJava(function.name());
      if (!name.get(name.size() - 1).equalsIgnoreCase("explode")) {
        throw UserException.usage(
            "Cannot call the table function %s: only published views may be read."
                .formatted(String.join(".", name)));
      }
    }
    expressions(node).forEach(QueryGuard::refuse);
  }

  private static void refuse(Expression expression) {
    if (expression instanceof UnresolvedFunction function) {
      List<String> name = CollectionConverters.asJava(function.nameParts());
      if (REFUSED_FUNCTIONS.contains(name.get(name.size() - 1).toLowerCase(Locale.ROOT))) {
        throw UserException.usage(
            "Cannot call %s: it reaches outside the published rows. Leave it out."
                .formatted(String.join(".", name)));
      }
    }
  }

  /** The plan, its children, common table expressions and subqueries, all the way down. */
  private static List<LogicalPlan> everyPlan(LogicalPlan plan) {
    List<LogicalPlan> found = new ArrayList<>();
    found.add(plan);
    CollectionConverters.asJava(plan.children()).forEach(child -> found.addAll(everyPlan(child)));
    CollectionConverters.asJava(plan.innerChildren())
        .forEach(
            inner -> {
              if (inner instanceof LogicalPlan logical) {
                found.addAll(everyPlan(logical));
              }
            });
    CollectionConverters.asJava(plan.subqueries()).forEach(sub -> found.addAll(everyPlan(sub)));
    return found;
  }

  private static List<Expression> expressions(LogicalPlan node) {
    List<Expression> found = new ArrayList<>();
    CollectionConverters.asJava(node.expressions()).forEach(root -> collect(root, found));
    return found;
  }

  private static void collect(Expression expression, List<Expression> into) {
    into.add(expression);
    CollectionConverters.asJava(expression.children()).forEach(child -> collect(child, into));
  }

  private static String firstLine(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).strip();
    return message.lines().findFirst().orElse(message).replaceFirst("\\.$", "");
  }
}
