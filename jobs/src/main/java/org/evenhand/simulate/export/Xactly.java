package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Pay;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Region;

/**
 * Xactly-shaped credit and payment files. Statements close on the third day after the month; teams
 * in Germany are paid by {@link GermanStatements}.
 */
public final class Xactly implements Exporter {
  /** The month whose statement is restated one quarter later. */
  static final YearMonth RESTATED_MONTH = YearMonth.of(2026, 5);

  private static final String[] PAYMENT = {
    "PAYMENT_ID",
    "PARTICIPANT_ID",
    "PERIOD_NAME",
    "RUN_ID",
    "PERIOD_START_DATE",
    "PERIOD_END_DATE",
    "PERIOD_CLOSED_DATE",
    "EARNING_GROUP_NAME",
    "NAME",
    "AMOUNT",
    "PAYMENT_CURRENCY",
    "IS_ACTIVE",
    "PAYMENT_FLAG",
    "PLAN_NAME",
    "RULE_NAME",
    "ORDER_CODE",
    "ITEM_CODE",
    "OPPORTUNITY_ID",
    "CREDIT_AMOUNT",
    "INCENTIVE_DATE"
  };
  private static final String[] CREDIT = {
    "CREDIT_ID",
    "PARTICIPANT_ID",
    "ORDER_CODE",
    "ITEM_CODE",
    "CREDIT_TYPE_NAME",
    "RULE_NAME",
    "AMOUNT",
    "AMOUNT_UNIT_TYPE_NAME",
    "PERIOD_START_DATE",
    "PERIOD_END_DATE",
    "IS_HELD",
    "CREATED_DATE"
  };
  private final Pay pay;

  public Xactly(Pay pay) {
    this.pay = pay;
  }

  @Override
  public void export(Delivery delivery) {
    String day = delivery.extracted().toString();
    Landing landing = delivery.landing();
    try (CsvFile payments =
            landing.csv("commission-xactly/payment/Payment_%s.csv.gz".formatted(day), PAYMENT);
        CsvFile credits =
            landing.csv("commission-xactly/credit/Credit_%s.csv.gz".formatted(day), CREDIT)) {
      for (Person person : delivery.company().people()) {
        if (!GermanStatements.paid(delivery.company(), person)) {
          statements(delivery, person, payments, credits);
        }
      }
    }
  }

  private void statements(Delivery delivery, Person person, CsvFile payments, CsvFile credits) {
    YearMonth first = YearMonth.from(delivery.from());
    for (int i = 0; i < 3; i++) {
      statement(delivery, person, new Run(first.plusMonths(i), 1), payments, credits);
    }
    boolean later = RESTATED_MONTH.plusMonths(2).equals(first);
    if (later && person.number() == Cast.RESTATED) {
      statement(delivery, person, new Run(RESTATED_MONTH, 2), payments, credits);
    }
  }

  /** One calculation of a month. */
  private record Run(YearMonth month, int version) {
    LocalDate closed() {
      return month.plusMonths(version == 1 ? 1 : 3).atDay(3);
    }

    long key(Person person, int line) {
      long period = month.getYear() * 12L + month.getMonthValue();
      return ((person.number() * 100_000L + period) * 10 + version) * 100 + line;
    }
  }

  private void statement(
      Delivery delivery, Person person, Run run, CsvFile payments, CsvFile credits) {
    Region region = delivery.company().regionOf(person, run.month().atEndOfMonth());
    List<Pay.Line> lines = pay.of(person, run.month());
    for (int i = 0; i < lines.size(); i++) {
      Pay.Line line = lines.get(i);
      payments.row(payment(person, run, i, line, region));
      if (line.deal().isPresent() && run.version() == 1) {
        credits.row(credit(person, run, i, line, region));
      }
    }
    if (run.version() == 2) {
      Object[] extra = payment(person, run, lines.size(), lines.get(0), region);
      extra[7] = "Adjustment";
      extra[8] = "Manual adjustment after audit";
      extra[9] = "-250.00";
      payments.row(extra);
    }
  }

  private static Object[] payment(Person person, Run run, int index, Pay.Line line, Region region) {
    YearMonth month = run.month();
    return new Object[] {
      run.key(person, index),
      XactlyOrders.participant(person),
      month,
      run.version(),
      month.atDay(1),
      month.atEndOfMonth(),
      run.closed() + " 18:00:00",
      group(line),
      group(line) + " " + month,
      line.amount(),
      region.currency(),
      1,
      1,
      Pay.plan(person, month.atEndOfMonth()),
      group(line) + " rate",
      line.deal().map(deal -> "O-" + deal.key()).orElse(""),
      line.deal().isPresent() ? 1 : "",
      line.deal().map(deal -> Ids.deal(deal.key())).orElse(""),
      line.credited(),
      line.deal().map(Deal::decided).orElse(month.atEndOfMonth())
    };
  }

  private static Object[] credit(Person person, Run run, int index, Pay.Line line, Region region) {
    return new Object[] {
      run.key(person, index),
      XactlyOrders.participant(person),
      "O-" + line.deal().orElseThrow().key(),
      1,
      "Revenue Credit",
      "Direct credit",
      line.credited(),
      region.currency(),
      run.month().atDay(1),
      run.month().atEndOfMonth(),
      0,
      run.closed() + " 06:00:00"
    };
  }

  private static String group(Pay.Line line) {
    return switch (line.type()) {
      case "SPIFF" -> "SPIFF";
      case "DRAW" -> "Recoverable draw";
      case "CLAWBACK" -> "Clawback";
      default -> "Commission";
    };
  }
}
