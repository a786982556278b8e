package org.evenhand.table;

import java.math.BigInteger;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whether a frame is small enough to be collected. Joins multiply Spark's own estimate, so the
 * inputs are added up instead; frames with operators that can make many rows of one are not small.
 */
final class SizeEstimate {
  private static final Set<String> OPAQUE =
      Set.of(
          "MapPartitions", "FlatMapGroupsInR", "MapGroups", "LogicalRDD", "ExternalRDD", "Range");
  private static final int ROWS_PER_EXPLODE = 8;
  private static final int COMPRESSION = 8;

  private SizeEstimate() {}

  static boolean isSmall(Dataset<Row> frame, long limit) {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) frame).queryExecution().optimizedPlan();
    BigInteger most = BigInteger.valueOf(limit);
    return inputs(plan).compareTo(most) <= 0;
  }

  private static BigInteger inputs(LogicalPlan plan) {
    if (OPAQUE.contains(plan.nodeName()) || plan.nodeName().startsWith("MapPartitions")) {
      return BigInteger.valueOf(Long.MAX_VALUE);
    }
    if (plan.children().isEmpty()) {
      BigInteger bytes = plan.stats().sizeInBytes().bigInteger();
      return plan instanceof LogicalRelation
          ? bytes.multiply(BigInteger.valueOf(COMPRESSION))
          : bytes;
    }
    BigInteger sum = BigInteger.ZERO;
    for (LogicalPlan child : CollectionConverters.asJava(plan.children())) {
      sum = sum.add(inputs(child));
    }
    return plan.nodeName().equals("Generate")
        ? sum.multiply(BigInteger.valueOf(ROWS_PER_EXPLODE))
        : sum;
  }
}
