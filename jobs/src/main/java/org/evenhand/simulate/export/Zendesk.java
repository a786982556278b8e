package org.evenhand.simulate.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Role;
import org.evenhand.simulate.world.Stint;
import org.evenhand.simulate.world.Ticket;
import org.evenhand.simulate.world.Tickets;

/** Zendesk-shaped tickets changed in the quarter, their audits, and agents. */
public final class Zendesk implements Exporter {
  private final Tickets tickets;

  public Zendesk(Tickets tickets) {
    this.tickets = tickets;
  }

  static long agent(Person person) {
    return 360_000_000_000L + person.number();
  }

  @Override
  public void export(Delivery delivery) {
    users(delivery);
    String day = delivery.extracted().toString();
    Landing landing = delivery.landing();
    try (JsonLines states = landing.jsonLines("zendesk/ticket/tickets_%s.jsonl.gz".formatted(day));
        JsonLines audits =
            landing.jsonLines("zendesk/ticket_audit/ticket_audits_%s.jsonl.gz".formatted(day))) {
      for (Person person : delivery.company().people()) {
        for (int week = 0; week <= delivery.lastWeek(); week++) {
          for (Ticket ticket : tickets.of(person, week)) {
            write(ticket, delivery, states, audits);
          }
        }
      }
    }
  }

  private static void write(Ticket ticket, Delivery delivery, JsonLines states, JsonLines audits) {
    Instant from = delivery.from().atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant to = delivery.to().atStartOfDay().toInstant(ZoneOffset.UTC);
    Ticket.Times times = ticket.times();
    if (times.created().isBefore(to) && !ticket.finallySolved().isBefore(from)) {
      states.line(state(ticket, to));
    }
    audit(ticket, times.created(), 1, "new", from, to, audits);
    audit(ticket, times.solved(), 2, "solved", from, to, audits);
    if (times.reopened()) {
      audit(ticket, times.solved().plusSeconds(86_400), 3, "open", from, to, audits);
      audit(ticket, ticket.finallySolved(), 4, "solved", from, to, audits);
    }
  }

  private static ObjectNode state(Ticket ticket, Instant now) {
    Ticket.Times times = ticket.times();
    boolean solved = ticket.finallySolved().isBefore(now);
    boolean reopened = times.reopened() && times.solved().plusSeconds(86_400).isBefore(now);
    ObjectNode node =
        JsonLines.object()
            .put("id", 40_000_000L + ticket.key())
            .put("created_at", Text.utc(times.created()))
            .put("updated_at", Text.utc(solved ? ticket.finallySolved() : times.firstReply()))
            .put("subject", "Question")
            .put("status", solved ? "solved" : "open")
            .put("priority", ticket.priority())
            .put("type", "question")
            .put("assignee_id", agent(ticket.assignee()));
    node.putObject("via").put("channel", ticket.key() % 3 == 0 ? "voice" : "email");
    node.putObject("satisfaction_rating").put("score", solved ? times.good() : "unoffered");
    node.putArray("tags").add("product");
    ObjectNode metrics = node.putObject("metric_set");
    metrics.put("reopens", reopened ? 1 : 0).put("replies", 1 + (int) (ticket.key() % 4));
    metrics
        .putObject("reply_time_in_minutes")
        .put("calendar", minutes(times.created(), times.firstReply()));
    if (solved) {
      metrics.put("solved_at", Text.utc(ticket.finallySolved()));
      metrics
          .putObject("full_resolution_time_in_minutes")
          .put("calendar", minutes(times.created(), ticket.finallySolved()));
    }
    return node;
  }

  private static void audit(
      Ticket ticket,
      Instant when,
      int number,
      String status,
      Instant from,
      Instant to,
      JsonLines file) {
    if (when.isBefore(from) || !when.isBefore(to)) {
      return;
    }
    String before = number == 2 || number == 4 ? "open" : number == 3 ? "solved" : "";
    ObjectNode audit =
        JsonLines.object()
            .put("id", 80_000_000_000L + ticket.key() * 10 + number)
            .put("ticket_id", 40_000_000L + ticket.key())
            .put("created_at", Text.utc(when))
            .put("author_id", agent(ticket.assignee()));
    ArrayNode events = audit.putArray("events");
    ObjectNode event =
        events
            .addObject()
            .put("id", 90_000_000_000L + ticket.key() * 10 + number)
            .put("type", number == 1 ? "Create" : "Change")
            .put("field_name", "status")
            .put("value", status);
    if (!before.isEmpty()) {
      event.put("previous_value", before);
    }
    file.line(audit);
  }

  private static long minutes(Instant from, Instant to) {
    return (to.getEpochSecond() - from.getEpochSecond()) / 60;
  }

  private static void users(Delivery delivery) {
    LocalDate day = delivery.extracted();
    Company company = delivery.company();
    try (JsonLines file =
        delivery.landing().jsonLines("zendesk/user/users_%s.jsonl".formatted(day))) {
      for (Person person : company.people()) {
        if (person.role() == Role.SUPPORT && person.on(day).isPresent()) {
          Stint stint = person.on(day).get();
          file.line(
              JsonLines.object()
                  .put("id", agent(person))
                  .put("name", person.name().full())
                  .put("email", person.email())
                  .put("role", "agent")
                  .put("iana_time_zone", company.team(stint.post().team()).region().zone().getId())
                  .put("active", stint.status() != Stint.Status.GONE)
                  .put("created_at", person.hired() + "T08:00:00Z")
                  .put("updated_at", stint.from() + "T08:00:00Z"));
        }
      }
    }
  }
}
