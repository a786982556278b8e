package org.evenhand.simulate.export;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.simulate.world.Activities;
import org.evenhand.simulate.world.Activity;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Leads;
import org.evenhand.simulate.world.Person;

/**
 * Salesforce Task and Event. Calls, mails and CRM updates are tasks, everything with a place in the
 * calendar is an event. Generated week by week, so memory does not grow with the company.
 */
public final class SalesforceActivities implements Exporter {
  private final Activities activities;
  private final Deals deals;
  private final Leads leads;
  private final boolean daily;

  /**
   * @param daily whether there is one file per day, otherwise one per quarter
   */
  public SalesforceActivities(Activities activities, Deals deals, Leads leads, boolean daily) {
    this.activities = activities;
    this.deals = deals;
    this.leads = leads;
    this.daily = daily;
  }

  @Override
  public void export(Delivery delivery) {
    if (daily) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        try (ActivityFiles.Daily files = new ActivityFiles.Daily(delivery.landing())) {
          week(delivery, week, files);
        }
      }
      return;
    }
    String day = delivery.extracted().toString();
    try (CsvFile tasks =
            delivery
                .landing()
                .csv("salesforce/task/Task_%s.csv.gz".formatted(day), ActivityRows.TASK);
        CsvFile events =
            delivery
                .landing()
                .csv("salesforce/event/Event_%s.csv.gz".formatted(day), ActivityRows.EVENT)) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        week(delivery, week, new ActivityFiles.Quarterly(tasks, events));
      }
    }
  }

  private void week(Delivery delivery, int week, ActivityFiles sink) {
    for (Person person : delivery.company().people()) {
      List<Activity> all = activities.of(person, week);
      List<String> subjects = subjects(person, week);
      for (Activity activity : all) {
        if (delivery.holds(activity.day())) {
          write(activity, subjects, delivery, sink);
        }
      }
    }
  }

  private static void write(
      Activity activity, List<String> subjects, Delivery delivery, ActivityFiles sink) {
    String about = subjects.get((int) (activity.key() % subjects.size()));
    switch (activity.kind()) {
      case CUSTOMER_CALL, CRM_ADMIN ->
          ActivityRows.task(sink.tasks(activity.day()), activity, about);
      case CUSTOMER_MAIL -> {
        if (activity.rep().number() != Cast.NO_MAIL) {
          ActivityRows.task(sink.tasks(activity.day()), activity, about);
        }
      }
      default -> ActivityRows.event(sink.events(activity.day()), activity, about, delivery);
    }
  }

  /** What the week's activities can be about: recent deals and leads, or else an account. */
  private List<String> subjects(Person person, int week) {
    List<String> subjects = new ArrayList<>();
    for (int back : new int[] {0, 2, 4}) {
      deals.of(person, week - back).forEach(deal -> subjects.add(Ids.deal(deal.key())));
    }
    leads.of(person, week).forEach(lead -> subjects.add(Ids.salesforce("00Q", lead.key())));
    if (subjects.isEmpty()) {
      int territory = person.stints().get(0).post().territory();
      subjects.add(
          Ids.salesforce(
              "001", territory * 1_000L + person.number() % SalesforceAccounts.PER_TERRITORY));
    }
    return subjects;
  }
}
