package org.evenhand.consolidate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeCallCaptureSetting;
import org.evenhand.table.columns.BronzeCallParty;
import org.evenhand.table.columns.BronzeCrmUser;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeIdentityLink;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverWorkerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind every account any record names. One pass over the records collects the accounts;
 * the matching itself is done on the driver. Evidence that arrives later replaces the match.
 */
public final class IdentityJob implements LedgerJob {

  @Override
  public String name() {
    return "identity";
  }

  @Override
  public List<Table> reads() {
    return Stream.concat(
            Stream.of(
                SilverWorkerIdentity.TABLE,
                BronzeIdentityLink.TABLE,
                BronzeCrmUser.TABLE,
                BronzeCallCaptureSetting.TABLE,
                BronzeCallParty.TABLE,
                BronzeFile.TABLE),
            PersonReference.ALL.stream().map(PersonReference::source))
        .distinct()
        .toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverIdentity.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    List<Row> accounts = AccountFrame.of(new Upstream(context)).collectAsList();
    List<Row> rows =
        rows(
            accounts,
            context.tables().rows(SilverWorkerIdentity.TABLE),
            context.tables().rows(BronzeIdentityLink.TABLE));
    return JobResult.derived(
        context.tables().replace(SilverIdentity.TABLE, Slice.whole(), rows, context.stamp()));
  }

  static List<Row> rows(List<Row> accounts, List<Row> workers, List<Row> links) {
    AccountResolver resolver =
        new AccountResolver(workers.stream().map(IdentityJob::person).toList());
    Map<List<String>, List<Row>> stated = new HashMap<>();
    for (Row link : links) {
      stated
          .computeIfAbsent(
              List.of(
                  BronzeIdentityLink.ACCOUNT_SYSTEM.text(link),
                  BronzeIdentityLink.ACCOUNT_ID.text(link)),
              key -> new ArrayList<>())
          .add(link);
    }
    List<Row> rows = new ArrayList<>();
    for (Row account : accounts) {
      AccountResolver.Account known = account(account);
      List<Row> own = stated.getOrDefault(List.of(known.system(), known.id()), List.of());
      if (own.isEmpty()) {
        rows.add(row(known, resolver.resolve(known), Instant.EPOCH, null, account));
      }
      for (Row link : latestPerDay(own)) {
        rows.add(
            row(
                known,
                resolver.explicit(BronzeIdentityLink.WORKER_ID.text(link)),
                start(BronzeIdentityLink.VALID_FROM.date(link)),
                BronzeIdentityLink.VALID_TO.isNull(link)
                    ? null
                    : start(BronzeIdentityLink.VALID_TO.date(link)),
                account));
      }
    }
    return rows;
  }

  private static List<Row> latestPerDay(List<Row> links) {
    Map<LocalDate, Row> latest = new HashMap<>();
    for (Row link : links) {
      latest.merge(
          BronzeIdentityLink.VALID_FROM.date(link),
          link,
          (a, b) ->
              BronzeIdentityLink.KNOWN_FROM
                      .instant(b)
                      .isBefore(BronzeIdentityLink.KNOWN_FROM.instant(a))
                  ? a
                  : b);
    }
    return List.copyOf(latest.values());
  }

  private static Row row(
      AccountResolver.Account account,
      AccountResolver.Match match,
      Instant from,
      @Nullable Instant to,
      Row named) {
    AccountResolver.Method method = match.method();
    return new Records(SilverIdentity.TABLE)
        .row()
        .put(SilverIdentity.SYSTEM, account.system())
        .put(SilverIdentity.ACCOUNT_ID, account.id())
        .put(
            SilverIdentity.REP_KEY,
            match.candidates().size() == 1 ? match.candidates().get(0) : null)
        .put(SilverIdentity.METHOD, method == null ? null : method.name())
        .put(SilverIdentity.CONFIDENCE, method == null ? null : method.confidence())
        .put(SilverIdentity.STATE, match.state())
        .put(SilverIdentity.CANDIDATES, match.candidates())
        .put(SilverIdentity.NAMED_IN, named.getList(named.fieldIndex(AccountFrame.NAMED_IN)))
        .put(SilverIdentity.VALID_FROM, from)
        .put(SilverIdentity.VALID_TO, to)
        .put(SilverIdentity.KNOWN_FROM, since(named))
        .build();
  }

  private static AccountResolver.Account account(Row row) {
    return new AccountResolver.Account(
        SilverIdentity.SYSTEM.text(row),
        SilverIdentity.ACCOUNT_ID.text(row),
        row.getList(row.fieldIndex(AccountFrame.NUMBERS)),
        row.getList(row.fieldIndex(AccountFrame.MAILS)),
        row.getList(row.fieldIndex(AccountFrame.NAMES)));
  }

  private static Instant since(Row account) {
    return account.getInstant(account.fieldIndex(AccountFrame.SINCE));
  }

  private static AccountResolver.Person person(Row worker) {
    return new AccountResolver.Person(
        SilverWorkerIdentity.WORKER_ID.text(worker),
        SilverWorkerIdentity.REP_KEY.whole(worker),
        (String) SilverWorkerIdentity.DISPLAY_NAME.value(worker),
        (String) SilverWorkerIdentity.EMAIL.value(worker));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
