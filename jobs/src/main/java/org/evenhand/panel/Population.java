package org.evenhand.panel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverAssignment;

/** Who was a rep in the quarter, and the groups they make. */
record Population(List<Member> members) {
  Population {
    members = members.stream().sorted(Comparator.comparingLong(Member::rep)).toList();
  }

  /** A rep with the team and role held last in the quarter. */
  record Member(long rep, Optional<String> team, Optional<String> role) {}

  /** A group figures are made for. */
  record Scope(Subject subject, List<Member> members) {}

  static Population of(RunContext context, Quarters.Dates quarter) {
    Dataset<Row> known = Known.rows(context, SilverAssignment.TABLE);
    return new Population(
        lastPlace(known, quarter).collectAsList().stream()
            .map(r -> new Member(r.getLong(0), text(r, 1), text(r, 2)))
            .toList());
  }

  private static Dataset<Row> lastPlace(Dataset<Row> assignments, Quarters.Dates quarter) {
    Column to = SilverAssignment.TO_DATE.col();
    return assignments
        .where(SilverAssignment.EMPLOYED.col())
        .where(SilverAssignment.FROM_DATE.col().leq(lit(quarter.last())))
        .where(to.isNull().or(to.geq(lit(quarter.first()))))
        .groupBy(SilverAssignment.REP_KEY.col())
        .agg(
            max_by(
                    struct(SilverAssignment.TEAM_ID.col(), SilverAssignment.ROLE.col()),
                    SilverAssignment.FROM_DATE.col())
                .as("place"))
        .select(SilverAssignment.REP_KEY.col(), col("place.team_id"), col("place.role"))
        .where(Roles.isRep(col("role")));
  }

  static Optional<String> text(Row row, int position) {
    return row.isNullAt(position) ? Optional.empty() : Optional.of(row.getString(position));
  }

  Map<Long, Member> byRep() {
    Map<Long, Member> byRep = new TreeMap<>();
    members.forEach(member -> byRep.put(member.rep(), member));
    return byRep;
  }

  /** Company, roles, teams. */
  List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>();
    scopes.add(company());
    scopes.addAll(roles());
    scopes.addAll(teams());
    return scopes;
  }

  Scope company() {
    return new Scope(Subject.COMPANY, members);
  }

  List<Scope> roles() {
    return grouped(Member::role, Subject::role);
  }

  List<Scope> teams() {
    return grouped(Member::team, Subject::team);
  }

  private List<Scope> grouped(
      Function<Member, Optional<String>> group, Function<String, Subject> subject) {
    Map<String, List<Member>> groups = new TreeMap<>();
    for (Member member : members) {
      group
          .apply(member)
          .ifPresent(id -> groups.computeIfAbsent(id, key -> new ArrayList<>()).add(member));
    }
    return groups.entrySet().stream()
        .map(entry -> new Scope(subject.apply(entry.getKey()), List.copyOf(entry.getValue())))
        .toList();
  }
}
