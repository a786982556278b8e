package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeAiUsage;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeWorkWeek;
import org.evenhand.table.columns.SilverAiUsage;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverWorkWeek;

/** Records whose person is unknown, ambiguous or concealed. No account is written out. */
final class PersonIssues {
  private static final String SYSTEM = "identity_system";
  private static final String ACCOUNT = "identity_account";
  private static final String STATE = "identity_state";
  private static final String CANDIDATES = "identity_candidates";
  private static final String FIRST_FOUND = "AMBIGUOUS";

  private PersonIssues() {}

  static Stream<Dataset<Row>> of(Upstream upstream) {
    Dataset<Row> unmatched =
        upstream
            .read(SilverIdentity.TABLE)
            .where(SilverIdentity.STATE.col().notEqual("MATCHED"))
            .select(
                SilverIdentity.SYSTEM.col().as(SYSTEM),
                SilverIdentity.ACCOUNT_ID.col().as(ACCOUNT),
                SilverIdentity.STATE.col().as(STATE),
                SilverIdentity.CANDIDATES.col().as(CANDIDATES))
            .distinct();
    return upstream.referencesHeld().stream()
        .map(reference -> issues(reference, unmatched, upstream::read));
  }

  private static Dataset<Row> issues(
      PersonReference reference, Dataset<Row> unmatched, Function<Table, Dataset<Row>> read) {
    Column same =
        BronzeOpportunity.META_SYSTEM
            .col()
            .equalTo(col(SYSTEM))
            .and(reference.account().col().equalTo(col(ACCOUNT)));
    Dataset<Row> rows =
        read.apply(reference.source())
            .where(reference.open())
            .join(broadcast(unmatched), same, "inner");
    Column ambiguous = col(STATE).equalTo(FIRST_FOUND);
    Column reason =
        when(
                ambiguous,
                "Several people fit this account equally well. Link it in an identity_link file.")
            .otherwise(
                "No HR record fits this account. Link it in an identity_link file or complete the HR export.");
    String effect = reference.required() ? Issue.LEFT_OUT : Issue.WITHOUT_VALUE;
    return new Issue(
            reference.target(),
            "PERSON_UNMATCHED",
            effect,
            reference.account(),
            reference.recordId())
        .of(rows, lit(null), col(CANDIDATES), reason)
        .withColumn(
            SilverConsolidationIssue.RULE.name(),
            when(
                    org.apache
                        .spark
                        .sql
                        .functions
                        .size(SilverConsolidationIssue.CANDIDATES.col())
                        .gt(1),
                    "PERSON_AMBIGUOUS")
                .otherwise("PERSON_UNMATCHED"));
  }

  /** Uses and weeks whose tool hides the name: counted, never joined to anybody. */
  static Stream<Dataset<Row>> concealed(Upstream upstream) {
    return Stream.of(BronzeAiUsage.TABLE, BronzeWorkWeek.TABLE).anyMatch(upstream::holds)
        ? concealed(upstream::read)
        : Stream.of();
  }

  private static Stream<Dataset<Row>> concealed(Function<Table, Dataset<Row>> read) {
    String reason = "The tool conceals names. Ask its administrator to show them to this export.";
    return Stream.of(
        new Issue(
                SilverAiUsage.TABLE,
                "NAME_CONCEALED",
                Issue.LEFT_OUT,
                BronzeAiUsage.PERSON_ID,
                BronzeAiUsage.FEATURE_ID)
            .of(
                read.apply(BronzeAiUsage.TABLE).where(Events.is(BronzeAiUsage.IS_CONCEALED.col())),
                lit(null),
                reason),
        new Issue(
                SilverWorkWeek.TABLE,
                "NAME_CONCEALED",
                Issue.LEFT_OUT,
                BronzeWorkWeek.PERSON_ID,
                BronzeWorkWeek.WEEK_START)
            .of(
                read.apply(BronzeWorkWeek.TABLE)
                    .where(Events.is(BronzeWorkWeek.IS_CONCEALED.col())),
                lit(null),
                reason));
  }
}
