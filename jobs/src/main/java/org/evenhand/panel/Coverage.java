package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.panel.Population.Member;

/**
 * How much of a family of sources was received about a rep.
 *
 * @param expected worked weeks, or statement months, in which records should exist
 * @param received of these, those with records, or in which recording was switched on
 */
record Coverage(String source, long expected, long received, Code code, String reason) {

  /** Why something is missing; values as in the contract of gold.completeness. */
  enum Code {
    COMPLETE("Everything that was expected was received."),
    NOT_DELIVERED("This source was not delivered for anybody."),
    NOT_CONNECTED("Your account is not connected, so part of your work is not recorded."),
    PRIVATE("Recording is switched off on purpose, so part of your work is not recorded."),
    CONCEALED("Names are hidden in this source, so its records cannot be matched to you."),
    NO_RECORDS("No records of yours arrived for some of the weeks you worked."),
    LEAVE("You worked no full week in this quarter."),
    OTHER("Part of your records did not arrive.");

    private final String text;

    Code(String text) {
      this.text = text;
    }
  }

  Optional<Double> share() {
    return expected == 0 || code == Code.NOT_DELIVERED
        ? Optional.empty()
        : Optional.of(Math.min(1, (double) received / expected));
  }

  static List<Coverage> of(
      Member member, Setting setting, Received received, Completeness.Delivered delivered) {
    Received.Weeks weeks = received.weeks(member.rep());
    Map<String, String> gaps = received.gaps().getOrDefault(member.rep(), Map.of());
    List<Coverage> all = new ArrayList<>();
    all.add(of("hr", weeks.worked(), weeks.known(), true, Optional.empty()));
    boolean support = member.role().equals(Optional.of("SUPPORT"));
    all.add(recorded("crm", weeks, received, member, delivered.activities(), Optional.empty()));
    all.add(
        captured(
            "calls",
            weeks,
            received,
            member,
            delivered.activities(),
            gap(gaps, "TELEPHONY", "MEETINGS")));
    all.add(captured("mail", weeks, received, member, delivered.activities(), gap(gaps, "MAIL")));
    if (!support) {
      long months = received.count(member.rep(), "commission");
      all.add(
          of(
              "commission",
              weeks.worked() == 0 ? 0 : 3,
              months,
              delivered.commission(),
              Optional.empty()));
    } else {
      all.add(recorded("tickets", weeks, received, member, delivered.tickets(), Optional.empty()));
    }
    if (setting.starts().containsKey(member.rep()) || !delivered.usage()) {
      all.add(
          captured("ai_usage", weeks, received, member, delivered.usage(), gap(gaps, "AI_USAGE")));
    }
    return all;
  }

  private static Optional<String> gap(Map<String, String> gaps, String... captures) {
    for (String capture : captures) {
      if (gaps.containsKey(capture)) {
        return Optional.ofNullable(gaps.get(capture));
      }
    }
    return Optional.empty();
  }

  /** Where a record every week is the rule. */
  private static Coverage recorded(
      String source,
      Received.Weeks weeks,
      Received received,
      Member member,
      boolean delivered,
      Optional<String> gap) {
    return of(source, weeks.worked(), received.count(member.rep(), source), delivered, gap);
  }

  /** Where a week without records is normal as long as recording is on. */
  private static Coverage captured(
      String source,
      Received.Weeks weeks,
      Received received,
      Member member,
      boolean delivered,
      Optional<String> gap) {
    long records = received.count(member.rep(), source);
    boolean on = gap.isEmpty() && records > 0;
    return of(source, weeks.worked(), on ? weeks.worked() : records, delivered, gap);
  }

  private static Coverage of(
      String source, long expected, long received, boolean delivered, Optional<String> gap) {
    Code code = code(expected, received, delivered, gap);
    return new Coverage(source, expected, Math.min(expected, received), code, code.text);
  }

  private static Code code(long expected, long received, boolean delivered, Optional<String> gap) {
    if (!delivered) {
      return Code.NOT_DELIVERED;
    }
    if (expected == 0) {
      return Code.LEAVE;
    }
    if (received >= expected) {
      return Code.COMPLETE;
    }
    return gap.map(Coverage::code).orElse(Code.NO_RECORDS);
  }

  private static Code code(String setting) {
    return switch (setting) {
      case "PREVENTED" -> Code.PRIVATE;
      case "NOT_CONNECTED", "INACTIVE" -> Code.NOT_CONNECTED;
      case "CONCEALED" -> Code.CONCEALED;
      default -> Code.OTHER;
    };
  }
}
