package org.evenhand.simulate.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deal.Stage;
import org.evenhand.simulate.world.Deal.Step;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Pay;
import org.evenhand.simulate.world.Person;

/**
 * Salesforce Opportunity and what hangs on it: deals changed in the quarter, with their state at
 * the extract, their stage history, changed fields and splits.
 */
public final class SalesforceDeals implements Exporter {
  static final String[] OPPORTUNITY = {
    "Id",
    "AccountId",
    "OwnerId",
    "Name",
    "Type",
    "StageName",
    "Amount",
    "List_Amount__c",
    "CurrencyIsoCode",
    "Probability",
    "ForecastCategoryName",
    "LeadSource",
    "Territory2Id",
    "Segment__c",
    "Product__c",
    "CloseDate",
    "Renewal_Date__c",
    "IsClosed",
    "IsWon",
    "IsDeleted",
    "CreatedDate",
    "SystemModstamp"
  };
  private static final String[] HISTORY = {
    "Id",
    "OpportunityId",
    "StageName",
    "Amount",
    "CurrencyIsoCode",
    "CloseDate",
    "Probability",
    "ForecastCategory",
    "CreatedById",
    "CreatedDate"
  };
  private static final String[] FIELD = {
    "Id", "OpportunityId", "Field", "DataType", "OldValue", "NewValue", "CreatedById", "CreatedDate"
  };
  private static final String[] SPLIT = {
    "Id",
    "OpportunityId",
    "SplitOwnerId",
    "SplitPercentage",
    "SplitAmount",
    "CurrencyIsoCode",
    "CreatedDate",
    "SystemModstamp",
    "IsDeleted"
  };
  private final Deals deals;
  private final Pay pay;

  public SalesforceDeals(Deals deals, Pay pay) {
    this.deals = deals;
    this.pay = pay;
  }

  @Override
  public void export(Delivery delivery) {
    Landing landing = delivery.landing();
    LocalDate day = delivery.extracted();
    try (CsvFile state =
            landing.csv(
                "salesforce/opportunity/Opportunity_%s.csv.gz".formatted(day), OPPORTUNITY);
        CsvFile history =
            landing.csv(
                "salesforce/opportunity_history/OpportunityHistory_%s.csv.gz".formatted(day),
                HISTORY);
        CsvFile fields =
            landing.csv(
                "salesforce/opportunity_field_history/OpportunityFieldHistory_%s.csv.gz"
                    .formatted(day),
                FIELD);
        CsvFile splits =
            landing.csv(
                "salesforce/opportunity_split/OpportunitySplit_%s.csv".formatted(day), SPLIT)) {
      Files files = new Files(state, history, fields, splits);
      for (Person person : delivery.company().people()) {
        for (Deal deal : deals.of(person)) {
          if (deal.created().isBefore(delivery.to()) && touched(deal, delivery)) {
            write(deal, delivery, files);
          }
        }
      }
    }
  }

  /** Everything up to the end in the first delivery, later only what changed in the quarter. */
  private static boolean touched(Deal deal, Delivery delivery) {
    return delivery.isFirst()
        || deal.course().steps().stream().anyMatch(step -> delivery.holds(step.day()));
  }

  private void write(Deal deal, Delivery delivery, Files files) {
    Step now = deal.on(delivery.to().minusDays(1));
    files.state().row(state(deal, now, delivery));
    for (int i = 0; i < deal.course().steps().size(); i++) {
      Step step = deal.course().steps().get(i);
      boolean news =
          delivery.holds(step.day()) || (delivery.isFirst() && !step.day().isAfter(now.day()));
      if (news) {
        files.history().row(history(deal, step, i, delivery));
      }
    }
    if (isPushed(deal) && delivery.holds(deal.created().plusDays(30))) {
      files.fields().row(closeDatePushed(deal, delivery));
    }
    if (now.stage() == Stage.WON && pay.isSplit(deal)) {
      split(deal, delivery, files.splits());
    }
  }

  static Object[] state(Deal deal, Step now, Delivery delivery) {
    boolean won = now.stage() == Stage.WON;
    boolean closed = won || now.stage() == Stage.LOST;
    return new Object[] {
      Ids.deal(deal.key()),
      account(deal),
      owner(deal),
      (deal.terms().renewal() ? "Renewal " : "Deal ") + deal.key() % 100_000,
      deal.terms().renewal() ? "Renewal" : "New Business",
      now.stage().label(),
      closed ? deal.amount() : deal.listAmount(),
      deal.listAmount(),
      zoneAndCurrency(deal, delivery).currency(),
      now.stage().probability(),
      closed ? (won ? "Closed" : "Omitted") : "Pipeline",
      deal.terms().leadSource(),
      Ids.territory(deal.stint().post().territory()),
      deal.terms().segment(),
      Ids.salesforce("01t", 1 + deal.key() % 4),
      closed ? deal.decided() : expected(deal),
      deal.terms().renewal() ? deal.created().plusDays(60) : "",
      closed,
      won,
      false,
      at(deal, deal.created(), delivery),
      at(deal, now.day(), delivery)
    };
  }

  private static Object[] history(Deal deal, Step step, int index, Delivery delivery) {
    boolean closed = step.stage() == Stage.WON || step.stage() == Stage.LOST;
    return new Object[] {
      Ids.salesforce("008", deal.key() * 10 + index),
      Ids.deal(deal.key()),
      step.stage().label(),
      closed ? deal.amount() : deal.listAmount(),
      zoneAndCurrency(deal, delivery).currency(),
      closed ? deal.decided() : expected(deal),
      step.stage().probability(),
      step.stage() == Stage.WON ? "Closed" : step.stage() == Stage.LOST ? "Omitted" : "Pipeline",
      owner(deal),
      at(deal, step.day(), delivery)
    };
  }

  /** Whether the rep moved the expected close date after a month. */
  private static boolean isPushed(Deal deal) {
    return deal.key() % 3 == 0 && deal.decided().isAfter(deal.created().plusDays(31));
  }

  private static Object[] closeDatePushed(Deal deal, Delivery delivery) {
    return new Object[] {
      Ids.salesforce("017", deal.key() * 10 + 1),
      Ids.deal(deal.key()),
      "CloseDate",
      "DateOnly",
      expected(deal),
      expected(deal).plusDays(30),
      owner(deal),
      at(deal, deal.created().plusDays(30), delivery)
    };
  }

  private void split(Deal deal, Delivery delivery, CsvFile splits) {
    String currency = zoneAndCurrency(deal, delivery).currency();
    String when = at(deal, deal.decided(), delivery);
    String other = CrmUsers.idOf(pay.partner(deal.owner()), deal.decided());
    splits.row(
        Ids.salesforce("1As", deal.key() * 10 + 1),
        Ids.deal(deal.key()),
        owner(deal),
        70,
        deal.amount().multiply(pay.ownShare(deal)).setScale(2),
        currency,
        when,
        when,
        false);
    splits.row(
        Ids.salesforce("1As", deal.key() * 10 + 2),
        Ids.deal(deal.key()),
        other,
        30,
        deal.amount().subtract(deal.amount().multiply(pay.ownShare(deal)).setScale(2)),
        currency,
        when,
        when,
        false);
  }

  static String account(Deal deal) {
    return SalesforceAccounts.id(
        deal.stint().post().territory(), (int) (deal.key() % SalesforceAccounts.PER_TERRITORY));
  }

  private static String owner(Deal deal) {
    return CrmUsers.idOf(deal.owner(), deal.created());
  }

  /** What the rep wrote as close date while the deal was open: too optimistic. */
  private static LocalDate expected(Deal deal) {
    return deal.created().plusDays(45);
  }

  private static String at(Deal deal, LocalDate day, Delivery delivery) {
    Dice dice = delivery.company().dice("deal hour", deal.key(), day.toEpochDay());
    Instant instant = Text.during(day, zoneAndCurrency(deal, delivery).zone(), dice);
    return Text.utc(instant);
  }

  private static Place zoneAndCurrency(Deal deal, Delivery delivery) {
    var region = delivery.company().team(deal.stint().post().team()).region();
    return new Place(region.zone(), region.currency());
  }

  private record Place(ZoneId zone, String currency) {}

  private record Files(CsvFile state, CsvFile history, CsvFile fields, CsvFile splits) {}

  /** All deals of a rep, for other systems that refer to them. */
  List<Deal> of(Person person) {
    return deals.of(person);
  }
}
