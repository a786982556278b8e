package org.evenhand.roi;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;

/**
 * The first helping feature of each team: one made first of all for the rep, by the register.
 * Features that watch, or that save time only at reviews, are no help at selling work.
 *
 * @param byTeam teams that ever got one
 */
record Rollouts(Map<String, Start> byTeam) {
  Rollouts {
    byTeam = Map.copyOf(byTeam);
  }

  /**
   * @param assignment how the team was picked: RANDOM, STAGED or CHOSEN
   */
  record Start(LocalDate day, String assignment) {}

  static Rollouts of(RunContext context, RoiPolicy policy, LocalDate until) {
    List<Row> features = Known.onDriver(context, SilverAiFeature.TABLE);
    List<Row> known = Known.onDriver(context, SilverAiRollout.TABLE);
    return of(known, policy.helping(features), until);
  }

  /**
   * Rollouts after the last day do not exist yet.
   *
   * @param helping ids of the features that count
   */
  static Rollouts of(Collection<Row> rows, Set<String> helping, LocalDate until) {
    Map<String, Start> byTeam = new TreeMap<>();
    for (Row row : rows) {
      Start start =
          new Start(SilverAiRollout.FROM_DATE.date(row), SilverAiRollout.ASSIGNMENT.text(row));
      if (helping.contains(SilverAiRollout.FEATURE_ID.text(row)) && !start.day().isAfter(until)) {
        byTeam.merge(SilverAiRollout.TEAM_ID.text(row), start, Rollouts::earlier);
      }
    }
    return new Rollouts(byTeam);
  }

  private static Start earlier(Start one, Start other) {
    int order = one.day().compareTo(other.day());
    boolean first = order < 0 || (order == 0 && one.assignment().compareTo(other.assignment()) < 0);
    return first ? one : other;
  }

  Optional<Start> of(String team) {
    return Optional.ofNullable(byTeam.get(team));
  }
}
