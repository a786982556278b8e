package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The true hours of one rep's week by kind of activity, for a full week at full time. Structure:
 * role mean, what is the rep's own, a shock of the team's week, a shock of the rep's week, the
 * quarter-end rush, minus what the AI bundle saves; 60 % of what is saved becomes selling.
 *
 * @param hours by kind, all kinds present
 */
public record WorkWeek(Map<ActivityKind, Double> hours) {
  /** Share of saved hours that becomes selling time. */
  public static final double PASS_THROUGH = 0.6;

  private static final double REP_NOISE = 2.2;
  private static final double TEAM_NOISE = 0.5;
  private static final double RUSH_HOURS = 1.5;
  private static final int WEEKS_TO_FULL_EFFECT = 3;

  /** The week that starts on that Monday, for a rep in that team. */
  public static WorkWeek of(Company company, Person person, int team, LocalDate monday) {
    Dice dice = company.dice("hours", person.number(), monday.toEpochDay());
    Dice shared = company.dice("team week", team, monday.toEpochDay());
    double saved = savedHours(company.team(team), person, monday);
    double shock = TEAM_NOISE * shared.normal();
    double nonSelling =
        person.role().nonSellingHours()
            + person.nature().nonSellingHours()
            + shock
            + REP_NOISE * dice.normal()
            + rush(monday);
    double selling =
        person.role().sellingHours()
            + person.nature().sellingHours()
            - shock
            + REP_NOISE * dice.normal()
            + PASS_THROUGH * saved;
    Map<ActivityKind, Double> hours = new EnumMap<>(ActivityKind.class);
    spread(hours, true, Math.max(4, selling), dice);
    spread(hours, false, Math.max(5, nonSelling), dice);
    hours.replaceAll((kind, all) -> Math.max(0, all - kind.savedShare() * saved));
    return new WorkWeek(hours);
  }

  /** Hours of all selling, or of all non-selling, kinds. */
  public double total(boolean selling) {
    double total = 0;
    for (Map.Entry<ActivityKind, Double> entry : hours.entrySet()) {
      total += entry.getKey().selling() == selling ? entry.getValue() : 0;
    }
    return total;
  }

  /** Hours the bundle saves this rep in the week: the effect phases in over three weeks. */
  public static double savedHours(Team team, Person person, LocalDate monday) {
    Optional<LocalDate> live = team.goLive();
    if (live.isEmpty()) {
      return 0;
    }
    long days = monday.toEpochDay() - live.get().toEpochDay();
    double phase = Math.max(0, Math.min(1, (days / 7.0 + 1) / WEEKS_TO_FULL_EFFECT));
    return team.effect().hoursSaved() * person.nature().adoption() * phase;
  }

  private static double rush(LocalDate monday) {
    LocalDate end = Horizon.endOf(Horizon.quarterOf(monday.plusDays(2)));
    return monday.plusWeeks(2).isBefore(end) ? 0 : RUSH_HOURS;
  }

  private static void spread(
      Map<ActivityKind, Double> hours, boolean selling, double total, Dice dice) {
    double sum = 0;
    for (ActivityKind kind : ActivityKind.values()) {
      if (kind.selling() == selling) {
        double weight = kind.share() * StrictMath.exp(0.25 * dice.normal());
        hours.put(kind, weight);
        sum += weight;
      }
    }
    double scale = total / sum;
    hours.replaceAll((kind, value) -> kind.selling() == selling ? value * scale : value);
  }
}
