package org.evenhand.simulate.export;

import java.time.LocalDate;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;

/** CRM accounts of people: one each, but two of the rehired rep. */
final class CrmUsers {
  /** First day of the rehired rep's second account. */
  static final LocalDate REHIRED = LocalDate.of(2026, 2, 2);

  private static final int SECOND_ACCOUNT = 400_000;

  private CrmUsers() {}

  static String idOf(Person person, LocalDate day) {
    return isRehired(person) && !day.isBefore(REHIRED) ? second(person) : first(person);
  }

  static String idOf(Manager manager) {
    return Ids.user(manager.number());
  }

  static String first(Person person) {
    return Ids.user(person.number());
  }

  static String second(Person person) {
    return Ids.user(person.number() + SECOND_ACCOUNT);
  }

  static boolean isRehired(Person person) {
    return person.number() == Cast.REHIRE;
  }
}
