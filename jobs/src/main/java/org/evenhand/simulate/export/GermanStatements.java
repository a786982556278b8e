package org.evenhand.simulate.export;

import java.nio.charset.Charset;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Pay;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Region;

/**
 * Generic commission statements as a German payroll office exports them: semicolons, decimal comma,
 * day first, Windows encoding, a total line.
 */
public final class GermanStatements implements Exporter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final String HEADER =
      "line_id;statement_id;version;period_start;period_end;participant_id;line_type;amount;"
          + "currency;status;plan_id;rule;opportunity_id;credited_amount;closed_at\r\n";
  private final Pay pay;

  public GermanStatements(Pay pay) {
    this.pay = pay;
  }

  /** Whether this rep is paid by these statements. */
  static boolean paid(Company company, Person person) {
    return company.team(person.stints().get(0).post().team()).region() == Region.DACH;
  }

  @Override
  public void export(Delivery delivery) {
    StringBuilder text = new StringBuilder(HEADER);
    int lines = 0;
    for (Person person : delivery.company().people()) {
      if (paid(delivery.company(), person)) {
        for (int i = 0; i < 3; i++) {
          lines += statement(text, person, YearMonth.from(delivery.from()).plusMonths(i));
        }
      }
    }
    text.append("Summe;").append(lines).append("\r\n");
    delivery
        .landing()
        .text(
            "commission-generic/statement_line_eu/Provisionen_%s.csv"
                .formatted(delivery.extracted()),
            text.toString(),
            Charset.forName("windows-1252"));
  }

  private int statement(StringBuilder text, Person person, YearMonth month) {
    List<Pay.Line> lines = pay.of(person, month);
    String statement = person.workerId() + "/" + month;
    for (int i = 0; i < lines.size(); i++) {
      Pay.Line line = lines.get(i);
      text.append(
          String.join(
              ";",
              statement + "/" + (i + 1),
              statement,
              "1",
              DAY.format(month.atDay(1)),
              DAY.format(month.atEndOfMonth()),
              person.workerId(),
              line.type(),
              comma(line.amount().toPlainString()),
              "EUR",
              "PAID",
              Pay.plan(person, month.atEndOfMonth()),
              line.type().equals("COMMISSION") ? "Prämie" : "",
              line.deal().map(deal -> Ids.deal(deal.key())).orElse(""),
              comma(line.credited().toPlainString()),
              DAY.format(month.plusMonths(1).atDay(3)) + " 18:00"));
      text.append("\r\n");
    }
    return lines.size();
  }

  private static String comma(String number) {
    return number.replace('.', ',');
  }
}
