package org.evenhand.consolidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.evenhand.schema.Policies;

/**
 * The policy {@code consolidation}.
 *
 * @param reportingCurrency currency every amount is also kept in
 * @param constantRateDay day whose rates make quarters comparable
 * @param defaultTimeZone stands in where nobody said where a person works
 * @param calendar rule that makes the fiscal calendar where none was delivered
 * @param hours what counts as working hours
 * @param segments known industry names, lower case
 */
record Settings(
    String reportingCurrency,
    LocalDate constantRateDay,
    ZoneId defaultTimeZone,
    CalendarRule calendar,
    WorkingHours hours,
    List<String> segments) {

  /**
   * @param periodAnchor a Monday from which four-week periods are counted
   */
  record CalendarRule(
      LocalDate firstDay, LocalDate lastDay, int firstMonth, LocalDate periodAnchor) {}

  /**
   * @param from first hour of the day, inclusive
   * @param to last hour, exclusive
   * @param days ISO days of the week, 1 = Monday
   */
  record WorkingHours(int from, int to, List<Integer> days) {}

  static Settings of(Policies policies) {
    JsonNode policy = policies.get("consolidation");
    JsonNode calendar = policy.get("calendar");
    JsonNode hours = policy.get("workingHours");
    return new Settings(
        policy.get("reportingCurrency").asText(),
        date(policy.get("constantRateDay")),
        ZoneId.of(policy.get("defaultTimeZone").asText()),
        new CalendarRule(
            date(calendar.get("firstDay")),
            date(calendar.get("lastDay")),
            calendar.get("fiscalYearStartsInMonth").asInt(),
            date(calendar.get("periodAnchor"))),
        new WorkingHours(
            hours.get("from").asInt(),
            hours.get("to").asInt(),
            each(hours.get("days")).map(JsonNode::asInt).toList()),
        each(policy.get("segments")).map(JsonNode::asText).toList());
  }

  private static LocalDate date(JsonNode node) {
    return LocalDate.parse(node.asText());
  }

  private static java.util.stream.Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
