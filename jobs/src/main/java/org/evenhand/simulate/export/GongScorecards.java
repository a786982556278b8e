package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.evenhand.simulate.world.Activity;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Raters;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;

/** Scorecards answered for some calls, by the manager or by a machine, with question revisions. */
final class GongScorecards {
  private static final int ANSWERED_EVERY = 6;
  private static final LocalDate REVISED = LocalDate.of(2026, 1, 1);
  private final Skills skills;
  private final JsonLines file;

  GongScorecards(Skills skills, JsonLines file) {
    this.skills = skills;
    this.file = file;
  }

  void answer(Activity activity, Delivery delivery) {
    Dice dice = delivery.company().dice("scorecard", activity.key());
    if (dice.below(ANSWERED_EVERY) != 0) {
      return;
    }
    boolean machine = dice.chance(0.4);
    int team = activity.rep().on(activity.day()).orElseThrow().post().team();
    Manager manager = delivery.company().managerOf(team, activity.day());
    ObjectNode card = JsonLines.object();
    card.put("answeredScorecardId", Ids.call(activity.key() + 7))
        .put("scorecardId", "6100000000000000001")
        .put("scorecardName", "Discovery call")
        .put("callId", Ids.call(activity.key()))
        .put("callStartTime", Text.utc(activity.start()))
        .put("reviewedUserId", Ids.callUser(activity.rep().number()))
        .put("reviewMethod", machine ? "AUTOMATIC" : "MANUAL")
        .put("reviewTime", Text.utc(activity.end().plusSeconds(86_400)))
        .put("visibilityType", "PUBLIC");
    if (!machine) {
      card.put("reviewerUserId", Ids.callUser(manager.number()));
    }
    double severity = machine ? -0.2 : Raters.severity(delivery.company(), manager.number());
    ArrayNode answers = card.putArray("answers");
    question(answers, 1, Skill.DISCOVERY, activity, severity, dice);
    question(answers, 2, Skill.NEGOTIATION, activity, severity, dice);
    file.line(card);
  }

  private void question(
      ArrayNode answers, int number, Skill skill, Activity activity, double severity, Dice dice) {
    boolean revised = number == 1 && !activity.day().isBefore(REVISED);
    double level = skills.level(activity.rep(), skill, activity.day());
    answers
        .addObject()
        .put("questionId", "62000000000000000" + number)
        .put("questionRevisionId", "630000000000000%d0%d".formatted(revised ? 2 : 1, number))
        .put("isOverall", false)
        .put("score", Raters.rating(level, severity, dice))
        .put("notApplicable", false);
  }
}
