package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import org.evenhand.simulate.world.Activities;
import org.evenhand.simulate.world.Activity;
import org.evenhand.simulate.world.ActivityKind;
import org.evenhand.simulate.world.Cast;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Role;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;

/** Gong-shaped calls: the recorded ones among the customer calls that the CRM holds as tasks. */
public final class GongCalls implements Exporter {
  private static final int RECORDED_EVERY = 5;
  private final Activities activities;
  private final Skills skills;

  public GongCalls(Activities activities, Skills skills) {
    this.activities = activities;
    this.skills = skills;
  }

  /** Whether a call was recorded: a part of the calls of AEs and CSMs who consent. */
  static boolean isRecorded(Activity activity) {
    Role role = activity.rep().role();
    return (role == Role.AE || role == Role.CSM)
        && activity.kind() == ActivityKind.CUSTOMER_CALL
        && activity.rep().number() != Cast.NO_CALLS
        && activity.key() % RECORDED_EVERY == 0;
  }

  @Override
  public void export(Delivery delivery) {
    String day = delivery.extracted().toString();
    try (JsonLines calls =
            delivery.landing().jsonLines("gong/call/calls_%s.jsonl.gz".formatted(day));
        JsonLines cards =
            delivery.landing().jsonLines("gong/scorecard/scorecards_%s.jsonl".formatted(day))) {
      GongScorecards scorecards = new GongScorecards(skills, cards);
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        for (Person person : delivery.company().people()) {
          for (Activity activity : activities.of(person, week)) {
            if (isRecorded(activity) && delivery.holds(activity.day())) {
              calls.line(call(activity, delivery));
              scorecards.answer(activity, delivery);
            }
          }
        }
      }
    }
  }

  private ObjectNode call(Activity activity, Delivery delivery) {
    Dice dice = delivery.company().dice("call", activity.key());
    Person rep = activity.rep();
    int team = rep.on(activity.day()).orElseThrow().post().team();
    ZoneId zone = delivery.company().team(team).region().zone();
    int seconds = activity.minutes() * 60;
    double discovery = skills.level(rep, Skill.DISCOVERY, activity.day());
    double ratio = Math.max(0.15, Math.min(0.9, 0.58 - 0.05 * discovery + 0.07 * dice.normal()));
    ObjectNode call = JsonLines.object();
    call.putObject("metaData")
        .put("id", Ids.call(activity.key()))
        .put("started", Text.offset(activity.start(), zone))
        .put("duration", seconds)
        .put("primaryUserId", Ids.callUser(rep.number()))
        .put("direction", activity.key() % 4 == 0 ? "Inbound" : "Outbound")
        .put("scope", "External")
        .put("media", "Audio")
        .put("language", "eng")
        .put("isPrivate", dice.chance(0.03))
        .put("clientUniqueId", Ids.salesforce("00T", activity.key()));
    ArrayNode parties = call.putArray("parties");
    parties
        .addObject()
        .put("id", "p1")
        .put("userId", Ids.callUser(rep.number()))
        .put("emailAddress", rep.email())
        .put("affiliation", "Internal")
        .put("speakerId", "s1");
    parties.addObject().put("id", "p2").put("affiliation", "External").put("speakerId", "s2");
    ObjectNode content = call.putObject("content");
    tracker(content.putArray("trackers"), dice, activity);
    ObjectNode interaction = call.putObject("interaction");
    ArrayNode speakers = interaction.putArray("speakers");
    speakers.addObject().put("id", "s1").put("talkTime", Math.round(seconds * ratio));
    speakers.addObject().put("id", "s2").put("talkTime", Math.round(seconds * (1 - ratio)));
    ArrayNode stats = interaction.putArray("interactionStats");
    stat(stats, "Talk Ratio", Math.round(ratio * 100) / 100.0);
    stat(stats, "Longest Monologue", 40 + dice.below(120));
    stat(stats, "Interactivity", 1 + Math.round(dice.uniform() * 70) / 10.0);
    stat(stats, "Patience", Math.round(dice.uniform() * 20) / 10.0);
    interaction
        .putObject("questions")
        .put("companyCount", Math.max(0, Math.round(8 + 2 * discovery + 2 * dice.normal())))
        .put("nonCompanyCount", 2 + dice.below(8));
    return call;
  }

  private void tracker(ArrayNode trackers, Dice dice, Activity activity) {
    double level = skills.level(activity.rep(), Skill.MARKET, activity.day());
    trackers
        .addObject()
        .put("id", "TR1")
        .put("name", "Competitors")
        .put("type", "KEYWORD")
        .put("count", (int) Math.max(0, Math.round(1.5 + level + dice.normal())));
  }

  private static void stat(ArrayNode stats, String name, double value) {
    stats.addObject().put("name", name).put("value", value);
  }
}
