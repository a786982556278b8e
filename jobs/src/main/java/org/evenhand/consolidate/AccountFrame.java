package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Frames;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.BronzeCallCaptureSetting;
import org.evenhand.table.columns.BronzeCallParty;
import org.evenhand.table.columns.BronzeCrmUser;
import org.evenhand.table.columns.SilverIdentity;

/** Every account any record names, once, with all texts it may be recognised by. */
final class AccountFrame {
  static final String NUMBERS = "numbers";
  static final String MAILS = "mails";
  static final String NAMES = "names";
  static final String SINCE = "since";
  static final String NAMED_IN = SilverIdentity.NAMED_IN.name();
  private static final Column NOTHING = lit(null).cast("string");

  private AccountFrame() {}

  /** Columns: system, account_id, numbers, mails, names, named_in (arrays without NULL), since. */
  static Dataset<Row> of(Upstream upstream) {
    return described(upstream::read)
        .unionAll(referred(upstream))
        .transform(AccountFrame::perAccount);
  }

  /** Accounts that a system describes. */
  private static Dataset<Row> described(Function<Table, Dataset<Row>> read) {
    return accounts(
            read.apply(BronzeCrmUser.TABLE),
            BronzeCrmUser.USER_ID.col(),
            BronzeCrmUser.EMPLOYEE_NUMBER.col(),
            array(BronzeCrmUser.EMAIL.col(), BronzeCrmUser.USERNAME.col()),
            BronzeCrmUser.NAME.col())
        .unionAll(
            accounts(
                read.apply(BronzeCallCaptureSetting.TABLE),
                BronzeCallCaptureSetting.USER_ID.col(),
                NOTHING,
                array(BronzeCallCaptureSetting.EMAIL.col()),
                BronzeCallCaptureSetting.NAME.col()))
        .unionAll(
            accounts(
                read.apply(BronzeCallParty.TABLE),
                BronzeCallParty.USER_ID.col(),
                NOTHING,
                array(BronzeCallParty.EMAIL.col()),
                NOTHING));
  }

  /** Accounts that records name: first reduced to distinct ones, since there are many records. */
  private static Dataset<Row> referred(Upstream upstream) {
    List<Dataset<Row>> parts = new ArrayList<>();
    for (PersonReference reference : upstream.referencesHeld()) {
      parts.add(
          upstream
              .read(reference.source())
              .where(reference.open().and(reference.account().col().isNotNull()))
              .select(
                  BronzeActivity.META_SYSTEM.col().as(SilverIdentity.SYSTEM.name()),
                  reference.account().col().as(SilverIdentity.ACCOUNT_ID.name()),
                  lit(reference.account().toString()).as(NAMED_IN),
                  BronzeActivity.KNOWN_FROM.col().as(SINCE)));
    }
    return Frames.union(parts)
        .groupBy(SilverIdentity.SYSTEM.col(), SilverIdentity.ACCOUNT_ID.col(), col(NAMED_IN))
        .agg(min(col(SINCE)).as(SINCE))
        .select(
            SilverIdentity.SYSTEM.col(),
            SilverIdentity.ACCOUNT_ID.col(),
            NOTHING.as(NUMBERS),
            array().cast("array<string>").as(MAILS),
            NOTHING.as(NAMES),
            col(NAMED_IN),
            col(SINCE));
  }

  private static Dataset<Row> accounts(
      Dataset<Row> rows, Column id, Column number, Column mails, Column name) {
    return rows.where(id.isNotNull())
        .select(
            BronzeActivity.META_SYSTEM.col().as(SilverIdentity.SYSTEM.name()),
            id.as(SilverIdentity.ACCOUNT_ID.name()),
            number.as(NUMBERS),
            array_compact(mails).as(MAILS),
            name.as(NAMES),
            NOTHING.as(NAMED_IN),
            BronzeActivity.KNOWN_FROM.col().as(SINCE));
  }

  private static Dataset<Row> perAccount(Dataset<Row> accounts) {
    return accounts
        .groupBy(SilverIdentity.SYSTEM.col(), SilverIdentity.ACCOUNT_ID.col())
        .agg(
            collect_set(col(NUMBERS)).as(NUMBERS),
            flatten(collect_set(col(MAILS))).as(MAILS),
            collect_set(col(NAMES)).as(NAMES),
            array_sort(collect_set(col(NAMED_IN))).as(NAMED_IN),
            min(col(SINCE)).as(SINCE));
  }
}
