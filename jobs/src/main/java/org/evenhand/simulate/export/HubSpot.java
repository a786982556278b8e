package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;

/**
 * HubSpot-shaped expansion deals of team T08, which came with an acquisition; in 2026Q3 two of them
 * were merged into one.
 */
public final class HubSpot implements Exporter {
  /** The acquired team. */
  static final int TEAM = 8;

  /** The deal that lives on after the merge, in 2026Q3. */
  static final long SURVIVOR = 91_000_000_003L;

  /** The deal that was merged away. */
  static final long MERGED = 91_000_000_001L;

  private static final LocalDate SINCE = LocalDate.of(2026, 4, 1);

  @Override
  public void export(Delivery delivery) {
    if (delivery.from().isBefore(SINCE)) {
      return;
    }
    List<Person> team = delivery.company().startersOf(TEAM);
    try (JsonLines owners =
        delivery
            .landing()
            .jsonLines("hubspot/owner/owners_%s.jsonl".formatted(delivery.extracted()))) {
      team.forEach(person -> owners.line(owner(person)));
    }
    try (JsonLines deals =
        delivery
            .landing()
            .jsonLines("hubspot/deal/deals_%s.jsonl".formatted(delivery.extracted()))) {
      for (int i = 0; i < 12; i++) {
        deals.line(deal(delivery, team.get(i % team.size()), i));
      }
    }
  }

  static long owner(int person) {
    return 78_000_000L + person;
  }

  private static ObjectNode owner(Person person) {
    return JsonLines.object()
        .put("id", String.valueOf(owner(person.number())))
        .put("email", person.email())
        .put("firstName", person.name().given())
        .put("lastName", person.name().family())
        .put("archived", false)
        .put("createdAt", "2026-03-20T09:00:00Z")
        .put("updatedAt", "2026-03-20T09:00:00Z");
  }

  private static ObjectNode deal(Delivery delivery, Person owner, int number) {
    Dice dice = delivery.company().dice("hubspot", delivery.from().toEpochDay(), number);
    boolean merging = delivery.quarter().number() == 3;
    long id =
        merging && number == 0
            ? SURVIVOR
            : merging ? 91_000_000_020L + number : 91_000_000_000L + number;
    boolean closed = number % 3 != 0;
    boolean won = closed && number % 2 == 0;
    LocalDate created = delivery.from().plusDays(5 + dice.below(40));
    LocalDate close = created.plusDays(20 + dice.below(20));
    ObjectNode deal = JsonLines.object().put("id", String.valueOf(id));
    ObjectNode properties =
        deal.putObject("properties")
            .put("dealname", "Expansion " + number)
            .put("hubspot_owner_id", String.valueOf(owner(owner.number())))
            .put("dealtype", "existingbusiness")
            .put("dealstage", won ? "closedwon" : closed ? "closedlost" : "contractsent")
            .put("hs_is_closed", String.valueOf(closed))
            .put("hs_is_closed_won", String.valueOf(won))
            .put("amount", String.valueOf(4_000 + 500 * dice.below(20)))
            .put("deal_currency_code", "USD")
            .put("createdate", created + "T10:00:00Z")
            .put("closedate", close + "T10:00:00Z")
            .put("hs_lastmodifieddate", (closed ? close : created) + "T11:00:00Z");
    if (id == SURVIVOR) {
      properties.put("hs_merged_object_ids", MERGED + ";" + (MERGED + 1));
    }
    return deal.put("archived", false);
  }
}
