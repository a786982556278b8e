package org.evenhand.simulate.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.simulate.world.Activities;
import org.evenhand.simulate.world.Activity;
import org.evenhand.simulate.world.ActivityKind;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Deals;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Leads;
import org.evenhand.simulate.world.Person;

/**
 * Salesforce Task and Event. Calls, mails and CRM updates are tasks, everything with a place in the
 * calendar is an event. Generated week by week, so memory does not grow with the company.
 */
public final class SalesforceActivities implements Exporter {
  static final String[] TASK = {
    "Id",
    "OwnerId",
    "WhatId",
    "WhoId",
    "Subject",
    "Status",
    "Type",
    "TaskSubtype",
    "ActivityDate",
    "CompletedDateTime",
    "CallDurationInSeconds",
    "CallType",
    "Duration_Minutes__c",
    "Capture__c",
    "Gong_Call_Id__c",
    "IsClosed",
    "IsDeleted",
    "CreatedDate",
    "SystemModstamp"
  };
  static final String[] EVENT = {
    "Id",
    "OwnerId",
    "WhatId",
    "WhoId",
    "Subject",
    "Type",
    "StartDateTime",
    "EndDateTime",
    "DurationInMinutes",
    "Attendee_Count__c",
    "IsPrivate",
    "IsAllDayEvent",
    "IsDeleted",
    "CreatedDate",
    "SystemModstamp"
  };
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
        try (DayFiles files = new DayFiles(delivery.landing())) {
          week(delivery, week, files);
        }
      }
      return;
    }
    String day = delivery.extracted().toString();
    try (CsvFile tasks =
            delivery.landing().csv("salesforce/task/Task_%s.csv.gz".formatted(day), TASK);
        CsvFile events =
            delivery.landing().csv("salesforce/event/Event_%s.csv.gz".formatted(day), EVENT)) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        week(delivery, week, new Both(tasks, events));
      }
    }
  }

  private void week(Delivery delivery, int week, Sink sink) {
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
      Activity activity, List<String> subjects, Delivery delivery, Sink sink) {
    String about = subjects.get((int) (activity.key() % subjects.size()));
    switch (activity.kind()) {
      case CUSTOMER_CALL, CRM_ADMIN -> task(sink.tasks(activity.day()), activity, about);
      case CUSTOMER_MAIL -> {
        if (activity.rep().number() != Cast.NO_MAIL) {
          task(sink.tasks(activity.day()), activity, about);
        }
      }
      default -> event(sink.events(activity.day()), activity, about, delivery);
    }
  }

  static void task(CsvFile file, Activity activity, String about) {
    ActivityKind kind = activity.kind();
    boolean call = kind == ActivityKind.CUSTOMER_CALL;
    boolean mail = kind == ActivityKind.CUSTOMER_MAIL;
    String done = Text.utc(activity.end());
    file.row(
        Ids.salesforce("00T", activity.key()),
        CrmUsers.idOf(activity.rep(), activity.day()),
        about.startsWith("00Q") ? "" : about,
        about.startsWith("00Q") ? about : "",
        call ? "Call" : mail ? "Email: follow-up" : "Update records",
        "Completed",
        call ? "Call" : mail ? "Email" : "CRM Update",
        call ? "Call" : mail ? "Email" : "Task",
        activity.day(),
        done,
        call ? activity.minutes() * 60 : "",
        call ? (activity.key() % 4 == 0 ? "Inbound" : "Outbound") : "",
        call ? "" : activity.minutes(),
        call || mail ? "Automatic" : "Manual",
        call && GongCalls.isRecorded(activity) ? Ids.call(activity.key()) : "",
        true,
        false,
        done,
        done);
  }

  private static void event(CsvFile file, Activity activity, String about, Delivery delivery) {
    boolean selling = activity.kind().selling();
    Dice dice = delivery.company().dice("event", activity.key());
    String created = Text.utc(activity.start().minusSeconds(86_400L * (1 + dice.below(9))));
    file.row(
        Ids.salesforce("00U", activity.key()),
        CrmUsers.idOf(activity.rep(), activity.day()),
        !selling || about.startsWith("00Q") ? "" : about,
        selling && about.startsWith("00Q") ? about : "",
        type(activity.kind()),
        type(activity.kind()),
        Text.utc(activity.start()),
        Text.utc(activity.end()),
        activity.minutes(),
        activity.kind() == ActivityKind.INTERNAL_MEETING ? 3 + dice.below(6) : selling ? 2 : 1,
        !selling && dice.chance(0.02),
        false,
        false,
        created,
        created);
  }

  private static String type(ActivityKind kind) {
    return switch (kind) {
      case CUSTOMER_MEETING -> "Meeting";
      case DEMO -> "Demo";
      case PROPOSAL -> "Proposal";
      case INTERNAL_MEETING -> "Internal Meeting";
      case INBOX -> "Inbox";
      case REPORTING -> "Reporting";
      case RESEARCH -> "Research";
      case TRAINING -> "Training";
      case CUSTOMER_CALL -> "Call";
      case CUSTOMER_MAIL -> "Email";
      case CRM_ADMIN -> "CRM Update";
    };
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

  /** Where a day's rows go. */
  private interface Sink {
    CsvFile tasks(LocalDate day);

    CsvFile events(LocalDate day);
  }

  private record Both(CsvFile tasks, CsvFile events) implements Sink {
    @Override
    public CsvFile tasks(LocalDate day) {
      return tasks;
    }

    @Override
    public CsvFile events(LocalDate day) {
      return events;
    }
  }

  /** Files opened when the first row of their day comes: at most ten a week. */
  private static final class DayFiles implements Sink, AutoCloseable {
    private final Landing landing;
    private final Map<LocalDate, CsvFile> tasks = new TreeMap<>();
    private final Map<LocalDate, CsvFile> events = new TreeMap<>();

    DayFiles(Landing landing) {
      this.landing = landing;
    }

    @Override
    public CsvFile tasks(LocalDate day) {
      return tasks.computeIfAbsent(day, key -> open("salesforce/task/Task_%s.csv.gz", key, TASK));
    }

    @Override
    public CsvFile events(LocalDate day) {
      return events.computeIfAbsent(
          day, key -> open("salesforce/event/Event_%s.csv.gz", key, EVENT));
    }

    private CsvFile open(String path, LocalDate day, String... header) {
      return landing.csv(path.formatted(day.plusDays(1)), header);
    }

    @Override
    public void close() {
      tasks.values().forEach(CsvFile::close);
      events.values().forEach(CsvFile::close);
    }
  }
}
