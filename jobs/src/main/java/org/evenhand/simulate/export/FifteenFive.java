package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;

/** 15Five-shaped users and high fives: praise without a rating. */
public final class FifteenFive implements Exporter {
  private static final double PER_WEEK = 0.12;

  static long user(Person person) {
    return 15_000_000L + person.number();
  }

  @Override
  public void export(Delivery delivery) {
    users(delivery);
    ObjectNode page = JsonLines.object();
    ArrayNode results = page.putArray("results");
    for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
      for (Person person : delivery.company().people()) {
        week(delivery, person, week, results);
      }
    }
    delivery
        .landing()
        .text(
            "15five/high_five/high_five_%s.json".formatted(delivery.extracted()),
            page.toPrettyString());
  }

  private static void week(Delivery delivery, Person person, int week, ArrayNode results) {
    Dice dice = delivery.company().dice("praise", person.number(), week);
    LocalDate day = delivery.company().horizon().monday(week).plusDays(dice.below(5));
    if (!dice.chance(PER_WEEK) || person.workingOn(day).isEmpty() || !delivery.holds(day)) {
      return;
    }
    Person giver = delivery.company().colleague(person, dice);
    ObjectNode praise = results.addObject();
    praise
        .put("id", 33_000_000L + person.number() * 1_000L + week)
        .put("creator_id", user(giver))
        .put("create_ts", day + "T16:00:00Z")
        .put("text", "Thank you for the help with the demo!");
    praise.putArray("receivers").addObject().put("id", user(person));
  }

  private static void users(Delivery delivery) {
    ObjectNode page = JsonLines.object();
    ArrayNode results = page.putArray("results");
    for (Person person : delivery.company().people()) {
      if (person.on(delivery.extracted()).isPresent()) {
        results
            .addObject()
            .put("id", user(person))
            .put("first_name", person.name().given())
            .put("last_name", person.name().family())
            .put("email", person.email())
            .put("is_active", person.workingOn(delivery.extracted()).isPresent())
            .put("create_ts", "2024-02-01T09:00:00Z");
      }
    }
    delivery
        .landing()
        .text("15five/user/user_%s.json".formatted(delivery.extracted()), page.toString());
  }
}
