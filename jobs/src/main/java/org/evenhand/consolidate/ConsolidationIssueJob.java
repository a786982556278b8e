package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Frames;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeAccount;
import org.evenhand.table.columns.BronzeAiFeature;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeProduct;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverFx;
import org.evenhand.table.columns.SilverIdentity;

/** Every record that could not be consolidated, wholly or in part, and why. */
public final class ConsolidationIssueJob extends SilverJob {

  public ConsolidationIssueJob() {
    super(SilverConsolidationIssue.TABLE, inputs());
  }

  private static Table[] inputs() {
    return Stream.concat(
            Stream.of(
                SilverIdentity.TABLE,
                SilverFx.TABLE,
                BronzeProduct.TABLE,
                BronzeAccount.TABLE,
                BronzeAiFeature.TABLE,
                BronzeFile.TABLE),
            PersonReference.ALL.stream().map(PersonReference::source))
        .distinct()
        .toArray(Table[]::new);
  }

  /** Something always may have gone wrong. */
  @Override
  List<Table> driving() {
    return List.of();
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    DealIssues deals =
        new DealIssues(
            upstream::read,
            upstream.rates(),
            upstream.products(),
            new Segments(upstream.settings().segments()));
    List<Dataset<Row>> issues =
        Stream.of(
                PersonIssues.of(upstream),
                PersonIssues.concealed(upstream),
                UseIssues.of(upstream),
                deals.all(upstream::holds))
            .flatMap(found -> found)
            .toList();
    return issues.isEmpty()
        ? upstream.frame(SilverConsolidationIssue.TABLE, List.of())
        : transform(issues);
  }

  static Dataset<Row> transform(List<Dataset<Row>> issues) {
    return Issue.first(Frames.union(issues))
        .transform(
            Projection.onto(SilverConsolidationIssue.TABLE)
                    .put(
                        SilverConsolidationIssue.VALID_FROM,
                        SilverConsolidationIssue.KNOWN_FROM.col())
                    .put(SilverConsolidationIssue.KNOWN_TO, lit(null))
                ::of);
  }
}
