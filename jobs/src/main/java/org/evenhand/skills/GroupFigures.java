package org.evenhand.skills;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.evenhand.skills.FigureRows.Reading;
import org.evenhand.skills.FigureRows.Subject;
import org.evenhand.skills.FigureRows.What;
import org.evenhand.stats.Figure;
import org.evenhand.stats.skills.Verdicts;
import org.evenhand.table.columns.GoldSkillSourceView;

/** What teams and job families need: how many have or lack a skill, and whether sources agree. */
record GroupFigures(FigureRows rows) {

  /** Verdicts of every team and family. */
  void needs(List<Changed> all) {
    needs("TEAM", all, one -> one.place().team());
    needs("ROLE", all, one -> Optional.of(one.place().family()));
  }

  private void needs(String kind, List<Changed> all, Function<Changed, Optional<String>> group) {
    by(all, group)
        .forEach(
            (id, members) ->
                by(members, one -> Optional.of(one.pair().skill()))
                    .forEach((skill, asked) -> need(kind, id, skill, asked)));
  }

  private void need(String kind, String id, String skill, List<Changed> asked) {
    Subject group = new Subject(kind, id, reps(asked));
    for (Verdicts.OfSkill verdict : Verdicts.OfSkill.values()) {
      long count =
          asked.stream().filter(one -> one.level().verdict().equals(verdict.name())).count();
      rows.add(
          group,
          What.of("skill_need", skill, verdict),
          new Figure.Known(count, count, count, asked.size()),
          Reading.count("reps"));
    }
  }

  /** Share of a team's source views that disagree with the others. */
  void disputes(List<Changed> all, Map<Changed.Pair, List<Row>> views) {
    by(all, one -> one.place().team())
        .forEach(
            (team, members) ->
                by(members, one -> Optional.of(one.pair().skill()))
                    .forEach((skill, asked) -> dispute(team, skill, asked, views)));
  }

  private void dispute(
      String team, String skill, List<Changed> asked, Map<Changed.Pair, List<Row>> views) {
    List<Row> heard =
        asked.stream()
            .flatMap(one -> views.getOrDefault(one.pair(), List.of()).stream())
            .filter(view -> GoldSkillSourceView.N.whole(view) > 0)
            .filter(view -> !GoldSkillSourceView.VERDICT.isNull(view))
            .toList();
    if (heard.isEmpty()) {
      return;
    }
    long disputed =
        heard.stream()
            .filter(view -> GoldSkillSourceView.VERDICT.text(view).equals("DISPUTED"))
            .count();
    double share = (double) disputed / heard.size();
    rows.add(
        new Subject("TEAM", team, reps(asked)),
        What.of("skill_disputed", skill),
        new Figure.Known(share, share, share, heard.size()),
        Reading.count("source views").per("share"));
  }

  /** Stalls of a team that its manager may see already. */
  void stalls(List<Changed> all, List<Stalled> released) {
    by(all, one -> one.place().team())
        .forEach(
            (team, members) -> {
              long named =
                  released.stream().filter(one -> one.team().equals(Optional.of(team))).count();
              rows.add(
                  new Subject("TEAM", team, reps(members)),
                  What.of("skill_stalls"),
                  Figure.count(named),
                  Reading.count("skills"));
            });
  }

  static long reps(List<Changed> members) {
    HashSet<Long> reps = new HashSet<>();
    members.forEach(one -> reps.add(one.pair().rep()));
    return reps.size();
  }

  private static Map<String, List<Changed>> by(
      List<Changed> all, Function<Changed, Optional<String>> group) {
    Map<String, List<Changed>> groups = new TreeMap<>();
    for (Changed one : all) {
      group
          .apply(one)
          .ifPresent(id -> groups.computeIfAbsent(id, key -> new ArrayList<>()).add(one));
    }
    return groups;
  }
}
