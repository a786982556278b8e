package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeAiUsage;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeWorkWeek;
import org.evenhand.table.columns.SilverAiUsage;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverWorkWeek;

/** Records whose person is unknown, ambiguous or concealed. No account is written out. */
final class PersonIssues {
  private static final String SYSTEM = "identity_system";
  private static final String ACCOUNT = "identity_account";
  private static final String STATE = "identity_state";
  private static final String CANDIDATES = "identity_candidates";
  private static final String AMBIGUOUS = "AMBIGUOUS";

  private PersonIssues() {}

  /** Reads only the tables in which an account without a person is named. */
  static Stream<Dataset<Row>> of(Upstream upstream) {
    List<Row> unmatched =
        upstream.rows(SilverIdentity.TABLE).stream()
            .filter(account -> !SilverIdentity.STATE.text(account).equals("MATCHED"))
            .toList();
    Set<String> naming =
        unmatched.stream()
            .flatMap(account -> SilverIdentity.NAMED_IN.<String>list(account).stream())
            .collect(Collectors.toSet());
    Dataset<Row> accounts =
        upstream.frame(SilverIdentity.TABLE, unmatched).transform(PersonIssues::keys);
    return PersonReference.ALL.stream()
        .filter(reference -> naming.contains(reference.account().toString()))
        .map(reference -> issues(reference, accounts, upstream::read));
  }

  private static Dataset<Row> keys(Dataset<Row> unmatched) {
    return unmatched
        .select(
            SilverIdentity.SYSTEM.col().as(SYSTEM),
            SilverIdentity.ACCOUNT_ID.col().as(ACCOUNT),
            SilverIdentity.STATE.col().as(STATE),
            SilverIdentity.CANDIDATES.col().as(CANDIDATES))
        .distinct();
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
    return Issue.in(
        rows,
        issue(reference, "PERSON_AMBIGUOUS")
            .where(
                col(STATE).equalTo(AMBIGUOUS),
                lit(null),
                col(CANDIDATES),
                lit(
                    "Several people fit this account equally well. Link it in an identity_link file.")),
        issue(reference, "PERSON_UNMATCHED")
            .where(
                col(STATE).notEqual(AMBIGUOUS),
                lit(null),
                "No HR record fits this account. Link it in an identity_link file or complete the HR export."));
  }

  private static Issue issue(PersonReference reference, String rule) {
    String effect = reference.required() ? Issue.LEFT_OUT : Issue.WITHOUT_VALUE;
    return new Issue(reference.target(), rule, effect, reference.account(), reference.recordId());
  }

  /** Uses and weeks whose tool hides the name: counted, never joined to anybody. */
  static Stream<Dataset<Row>> concealed(Upstream upstream) {
    return Stream.of(
            concealed(SilverAiUsage.TABLE, BronzeAiUsage.PERSON_ID, BronzeAiUsage.FEATURE_ID),
            concealed(SilverWorkWeek.TABLE, BronzeWorkWeek.PERSON_ID, BronzeWorkWeek.WEEK_START))
        .filter(issue -> upstream.holds(issue.field().table()))
        .map(
            issue ->
                issue.of(
                    upstream
                        .read(issue.field().table())
                        .where(Events.is(BronzeAiUsage.IS_CONCEALED.col())),
                    lit(null),
                    "The tool conceals names. Ask its administrator to show them to this export."));
  }

  private static Issue concealed(
      Table target, org.evenhand.table.Column person, org.evenhand.table.Column record) {
    return new Issue(target, "NAME_CONCEALED", Issue.LEFT_OUT, person, record);
  }
}
