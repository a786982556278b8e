package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Stint;

/** Gong users with the capture settings that explain why somebody's data is missing. */
public final class GongUsers implements Exporter {
  @Override
  public void export(Delivery delivery) {
    String path = "gong/user/users_%s.jsonl".formatted(delivery.extracted());
    try (JsonLines file = delivery.landing().jsonLines(path)) {
      for (Manager manager : SalesforcePeople.managers(delivery)) {
        file.line(user(manager.number(), manager.name(), manager.email(), true));
      }
      for (Person person : delivery.company().people()) {
        person
            .on(delivery.extracted())
            .ifPresent(stint -> file.line(user(person, stint, delivery)));
      }
    }
  }

  private static ObjectNode user(Person person, Stint stint, Delivery delivery) {
    boolean active = stint.status() != Stint.Status.GONE;
    ObjectNode user = user(person.number(), person.name().full(), person.email(), active);
    Manager manager = delivery.company().managerOf(stint.post().team(), delivery.extracted());
    user.put("managerId", Ids.callUser(manager.number()));
    ObjectNode settings = (ObjectNode) user.get("settings");
    settings.put("preventWebConferenceRecording", person.number() == Cast.NO_CALLS);
    settings.put("emailsImported", person.number() != Cast.NO_MAIL);
    settings.put("preventEmailImport", person.number() == Cast.NO_MAIL);
    return user;
  }

  private static ObjectNode user(int number, String name, String email, boolean active) {
    String[] parts = name.split(" ", 2);
    ObjectNode user = JsonLines.object();
    user.put("id", Ids.callUser(number))
        .put("emailAddress", email)
        .put("firstName", parts[0])
        .put("lastName", parts[1])
        .put("active", active)
        .put("created", "2024-01-10T09:00:00Z");
    user.putObject("settings")
        .put("webConferencesRecorded", true)
        .put("telephonyCallsImported", true)
        .put("emailsImported", true)
        .put("preventWebConferenceRecording", false)
        .put("preventEmailImport", false);
    return user;
  }
}
