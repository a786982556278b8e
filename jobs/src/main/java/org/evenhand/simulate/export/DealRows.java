package org.evenhand.simulate.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deal.Stage;
import org.evenhand.simulate.world.Deal.Step;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Region;

/** Rows of Salesforce Opportunity, its histories and splits. */
final class DealRows {
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
  static final String[] HISTORY = {
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
  static final String[] FIELD = {
    "Id", "OpportunityId", "Field", "DataType", "OldValue", "NewValue", "CreatedById", "CreatedDate"
  };
  static final String[] SPLIT = {
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

  private DealRows() {}

  /** The deal as the extract shows it. */
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
      region(deal, delivery).currency(),
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

  static Object[] history(Deal deal, Step step, int index, Delivery delivery) {
    boolean closed = step.stage() == Stage.WON || step.stage() == Stage.LOST;
    return new Object[] {
      Ids.salesforce("008", deal.key() * 10 + index),
      Ids.deal(deal.key()),
      step.stage().label(),
      closed ? deal.amount() : deal.listAmount(),
      region(deal, delivery).currency(),
      closed ? deal.decided() : expected(deal),
      step.stage().probability(),
      step.stage() == Stage.WON ? "Closed" : step.stage() == Stage.LOST ? "Omitted" : "Pipeline",
      owner(deal),
      at(deal, step.day(), delivery)
    };
  }

  /** Whether the rep moved the expected close date after a month. */
  static boolean isPushed(Deal deal) {
    return deal.key() % 3 == 0 && deal.decided().isAfter(deal.created().plusDays(31));
  }

  static Object[] closeDatePushed(Deal deal, Delivery delivery) {
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

  /** The owner's part of a shared deal. */
  static Object[] ownSplit(Deal deal, BigDecimal share, Delivery delivery) {
    BigDecimal amount = deal.amount().multiply(share).setScale(2);
    return split(deal, new Part(1, owner(deal), 70, amount), delivery);
  }

  /** What is left of a shared deal, for the other. */
  static Object[] otherSplit(Deal deal, String other, BigDecimal share, Delivery delivery) {
    BigDecimal amount = deal.amount().subtract(deal.amount().multiply(share).setScale(2));
    return split(deal, new Part(2, other, 30, amount), delivery);
  }

  private record Part(int number, String owner, int percent, BigDecimal amount) {}

  private static Object[] split(Deal deal, Part part, Delivery delivery) {
    String when = at(deal, deal.decided(), delivery);
    return new Object[] {
      Ids.salesforce("1As", deal.key() * 10 + part.number()),
      Ids.deal(deal.key()),
      part.owner(),
      part.percent(),
      part.amount(),
      region(deal, delivery).currency(),
      when,
      when,
      false
    };
  }

  private static String account(Deal deal) {
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
    Instant instant = Text.during(day, region(deal, delivery).zone(), dice);
    return Text.utc(instant);
  }

  private static Region region(Deal deal, Delivery delivery) {
    return delivery.company().team(deal.stint().post().team()).region();
  }
}
