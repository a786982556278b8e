package org.evenhand.simulate.export;

import org.evenhand.simulate.world.Activity;
import org.evenhand.simulate.world.ActivityKind;
import org.evenhand.simulate.world.Dice;

/** Rows of Salesforce Task and Event. */
final class ActivityRows {
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

  private ActivityRows() {}

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

  static void event(CsvFile file, Activity activity, String about, Delivery delivery) {
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
}
