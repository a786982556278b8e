package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deal.Stage;
import org.evenhand.simulate.world.Deal.Step;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Pay;
import org.evenhand.simulate.world.Person;

/**
 * Salesforce Opportunity and what hangs on it: deals changed in the quarter, with their state at
 * the extract, their stage history, changed fields and splits.
 */
public final class SalesforceDeals implements Exporter {
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
                "salesforce/opportunity/Opportunity_%s.csv.gz".formatted(day),
                DealRows.OPPORTUNITY);
        CsvFile history =
            landing.csv(
                "salesforce/opportunity_history/OpportunityHistory_%s.csv.gz".formatted(day),
                DealRows.HISTORY);
        CsvFile fields =
            landing.csv(
                "salesforce/opportunity_field_history/OpportunityFieldHistory_%s.csv.gz"
                    .formatted(day),
                DealRows.FIELD);
        CsvFile splits =
            landing.csv(
                "salesforce/opportunity_split/OpportunitySplit_%s.csv".formatted(day),
                DealRows.SPLIT)) {
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
    files.state().row(DealRows.state(deal, now, delivery));
    for (int i = 0; i < deal.course().steps().size(); i++) {
      Step step = deal.course().steps().get(i);
      boolean news =
          delivery.holds(step.day()) || (delivery.isFirst() && !step.day().isAfter(now.day()));
      if (news) {
        files.history().row(DealRows.history(deal, step, i, delivery));
      }
    }
    if (DealRows.isPushed(deal) && delivery.holds(deal.created().plusDays(30))) {
      files.fields().row(DealRows.closeDatePushed(deal, delivery));
    }
    if (now.stage() == Stage.WON && pay.isSplit(deal)) {
      String other = CrmUsers.idOf(pay.partner(deal.owner()), deal.decided());
      files.splits().row(DealRows.ownSplit(deal, pay.ownShare(deal), delivery));
      files.splits().row(DealRows.otherSplit(deal, other, pay.ownShare(deal), delivery));
    }
  }

  private record Files(CsvFile state, CsvFile history, CsvFile fields, CsvFile splits) {}
}
