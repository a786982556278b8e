package org.evenhand.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Count;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataTypes;
import org.evenhand.errors.UserException;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Withholds every group of a query that rests on fewer people than the threshold. Each aggregate
 * over rows of people gets a hidden count of distinct {@code rep_key} and a filter on it.
 */
public final class SmallCells {
  private static final String PERSON = "rep_key";

  private SmallCells() {}

  /**
   * The same query without groups of fewer than {@code least} people.
   *
   * @param analyzed a resolved plan
   * @throws UserException when an inner select drops rep_key, so that people cannot be counted
   */
  public static LogicalPlan withhold(LogicalPlan analyzed, int least) {
    return analyzed.transformUp(
        new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
          @Override
          public boolean isDefinedAt(LogicalPlan plan) {
            return plan instanceof Aggregate aggregate && readsPeople(aggregate.child());
          }

          @Override
          public <A1 extends LogicalPlan, B1> B1 applyOrElse(
              A1 plan, scala.Function1<A1, B1> otherwise) {
            return isDefinedAt(plan)
                ? result(guarded((Aggregate) plan, least))
                : otherwise.apply(plan);
          }

          @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
          private <B1> B1 result(LogicalPlan plan) {
            return (B1) plan;
          }
        });
  }

  private static LogicalPlan guarded(Aggregate aggregate, int least) {
    Attribute person =
        person(aggregate.child())
            .orElseThrow(
                () ->
                    UserException.usage(
                        "Cannot apply the small-cell rule: an inner select drops rep_key, so the people"
                            + " behind each group cannot be counted. Keep rep_key in the inner select."));
    Alias people =
        new Alias(
            new Count(seq(List.of((Expression) person)))
                .toAggregateExpression(true, Option.empty()),
            "_people",
            NamedExpression.newExprId(),
            seq(List.of()),
            Option.empty(),
            seq(List.of()));
    List<NamedExpression> counted =
        new ArrayList<>(CollectionConverters.asJava(aggregate.aggregateExpressions()));
    counted.add(people);
    LogicalPlan filtered =
        new Filter(
            new GreaterThanOrEqual(
                people.toAttribute(), new Literal((long) least, DataTypes.LongType)),
            new Aggregate(
                aggregate.groupingExpressions(),
                seq(counted),
                aggregate.child(),
                aggregate.hint()));
    List<NamedExpression> original = new ArrayList<>();
    CollectionConverters.asJava(aggregate.output()).forEach(original::add);
    return new Project(seq(original), filtered);
  }

  /**
   * Whether rows of single people reach this plan: rep_key somewhere below, no aggregate between.
   */
  private static boolean readsPeople(LogicalPlan plan) {
    if (plan instanceof Aggregate) {
      return false;
    }
    if (person(plan).isPresent()) {
      return true;
    }
    return CollectionConverters.asJava(plan.children()).stream().anyMatch(SmallCells::readsPeople);
  }

  private static Optional<Attribute> person(LogicalPlan plan) {
    return CollectionConverters.asJava(plan.output()).stream()
        .filter(attribute -> attribute.name().equalsIgnoreCase(PERSON))
        .findFirst();
  }

  private static <T> Seq<T> seq(List<T> items) {
    return CollectionConverters.asScala(items).toList();
  }
}
