package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Frames;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverIdentity;

/** The matched accounts, for replacing an account by the person it belonged to at an instant. */
final class People {
  private final Dataset<Row> matched;

  /**
   * @param identity rows of silver.identity
   */
  People(Dataset<Row> identity) {
    this.matched = identity.where(SilverIdentity.REP_KEY.col().isNotNull());
  }

  /**
   * Adds a rep_key, NULL where the account is unmatched or ambiguous; no row is lost or doubled.
   *
   * @param account the account, of the row's own system
   * @param at when it acted; only matters for accounts that changed hands
   * @param repKey column to add
   */
  Dataset<Row> resolve(
      Dataset<Row> rows, Column account, Column at, org.evenhand.table.Column repKey) {
    String prefix = "person_" + repKey.name() + "_";
    Dataset<Row> people =
        matched.select(
            SilverIdentity.SYSTEM.col().as(prefix + SilverIdentity.SYSTEM.name()),
            SilverIdentity.ACCOUNT_ID.col().as(prefix + SilverIdentity.ACCOUNT_ID.name()),
            SilverIdentity.VALID_FROM.col().as(prefix + SilverIdentity.VALID_FROM.name()),
            SilverIdentity.VALID_TO.col().as(prefix + SilverIdentity.VALID_TO.name()),
            SilverIdentity.REP_KEY.col().as(prefix + SilverIdentity.REP_KEY.name()));
    Column until = col(prefix + SilverIdentity.VALID_TO.name());
    Column same =
        SilverActivity.SYSTEM
            .col()
            .equalTo(col(prefix + SilverIdentity.SYSTEM.name()))
            .and(account.equalTo(col(prefix + SilverIdentity.ACCOUNT_ID.name())))
            .and(at.geq(col(prefix + SilverIdentity.VALID_FROM.name())))
            .and(until.isNull().or(at.lt(until)));
    return rows.join(broadcast(people), same, "left")
        .transform(
            joined ->
                Frames.with(
                    joined,
                    List.of(people.columns()),
                    Map.of(repKey.name(), col(prefix + SilverIdentity.REP_KEY.name()))));
  }

  /** The same, leaving out records whose person is not known; those are consolidation issues. */
  Dataset<Row> onlyResolved(
      Dataset<Row> rows, Column account, Column at, org.evenhand.table.Column repKey) {
    return resolve(rows, account, at, repKey).where(repKey.col().isNotNull());
  }
}
