package org.evenhand.simulate.export;

import org.evenhand.simulate.world.Deal;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Region;

/** Xactly-shaped participant and order_item files: who is paid, and what for. */
public final class XactlyOrders implements Exporter {
  private final Deals deals;

  public XactlyOrders(Deals deals) {
    this.deals = deals;
  }

  static long participant(Person person) {
    return 7_000_000L + person.number();
  }

  @Override
  public void export(Delivery delivery) {
    participants(delivery);
    orders(delivery);
  }

  private void orders(Delivery delivery) {
    String path =
        "commission-xactly/order_item/Order_Item_%s.csv.gz".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                "ORDER_CODE",
                "ITEM_CODE",
                "OPPORTUNITY_ID",
                "PRODUCT_NAME",
                "ORDER_TYPE_NAME",
                "AMOUNT",
                "AMOUNT_UNIT_TYPE_NAME",
                "QUANTITY",
                "INCENTIVE_DATE",
                "CREATED_DATE")) {
      for (Person person : delivery.company().people()) {
        for (Deal deal : deals.of(person)) {
          if (deal.course().won() && delivery.holds(deal.decided())) {
            Region region = delivery.company().team(deal.stint().post().team()).region();
            file.row(
                "O-" + deal.key(),
                1,
                Ids.deal(deal.key()),
                "Product " + (1 + deal.key() % 4),
                "Booking",
                deal.amount(),
                region.currency(),
                1,
                deal.decided(),
                deal.decided() + " 20:00:00");
          }
        }
      }
    }
  }

  private static void participants(Delivery delivery) {
    String path =
        "commission-xactly/participant/Participant_%s.csv".formatted(delivery.extracted());
    try (CsvFile file =
        delivery
            .landing()
            .csv(
                path,
                "PARTICIPANT_ID",
                "NAME",
                "EMAIL",
                "EMPLOYEE_ID",
                "PERSONAL_CURRENCY",
                "IS_ACTIVE",
                "CREATED_DATE")) {
      for (Person person : delivery.company().people()) {
        if (person.on(delivery.extracted()).isPresent()) {
          file.row(
              participant(person),
              person.name().full(),
              person.email(),
              person.workerId(),
              delivery.company().regionOf(person, delivery.extracted()).currency(),
              1,
              person.hired() + " 08:00:00");
        }
      }
    }
  }
}
