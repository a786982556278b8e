package org.evenhand.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeWorker;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverWorker;
import org.jspecify.annotations.Nullable;

/**
 * Spells of employment. Only a hire or rehire begins one and only a termination ends one: a
 * transfer, a promotion or a change of manager does neither.
 */
final class EmploymentHistory {
  private static final Set<String> HIRES = Set.of("HIRE", "REHIRE");

  private EmploymentHistory() {}

  /** What HR says about employment: the person's own row or a row of the job history. */
  sealed interface Statement permits Person, Event {}

  /** The person's row. */
  record Person(
      @Nullable LocalDate hired,
      @Nullable LocalDate firstHired,
      @Nullable LocalDate terminated,
      Other other)
      implements Statement {
    static Person of(Row row) {
      return new Person(
          (LocalDate) BronzeWorker.HIRED_ON.value(row),
          (LocalDate) BronzeWorker.ORIGINAL_HIRE_ON.value(row),
          (LocalDate) BronzeWorker.TERMINATED_ON.value(row),
          new Other(
              (String) BronzeWorker.TERMINATION_KIND.value(row),
              (Boolean) BronzeWorker.IS_REGRETTED.value(row),
              (String) BronzeWorker.COUNTRY.value(row),
              (String) BronzeWorker.PAY_CURRENCY.value(row),
              row.getString(row.fieldIndex(SilverWorker.PRESENCE.name()))));
    }
  }

  /** The rest of the person's row. */
  record Other(
      @Nullable String terminationKind,
      @Nullable Boolean regretted,
      @Nullable String country,
      @Nullable String payCurrency,
      String presence) {}

  /** A hire, rehire or termination in the job history. */
  record Event(LocalDate day, boolean hire) implements Statement {
    static boolean isOne(Row row) {
      return hire(row) || terminated(row);
    }

    static Event of(Row row) {
      return new Event(BronzeWorkerAssignment.EFFECTIVE_FROM.date(row), hire(row));
    }

    private static boolean hire(Row row) {
      return HIRES.contains(String.valueOf(BronzeWorkerAssignment.EVENT.value(row)));
    }

    private static boolean terminated(Row row) {
      return BronzeWorkerAssignment.STATUS.text(row).equals("TERMINATED");
    }
  }

  /**
   * Days employed, both inclusive.
   *
   * @param to null = still employed
   */
  record Spell(LocalDate from, @Nullable LocalDate to) {
    @Override
    public String toString() {
      return from + "/" + (to == null ? ".." : to);
    }
  }

  /** A person and the spells, in order; none when HR gave no dates. */
  record Employment(Person person, List<Spell> spells) {}

  /** Nothing without the person's row. */
  static List<Employment> of(List<Statement> statements) {
    return statements.stream()
        .filter(Person.class::isInstance)
        .map(Person.class::cast)
        .limit(1)
        .map(person -> new Employment(person, spells(person, statements)))
        .toList();
  }

  private static List<Spell> spells(Person person, List<Statement> statements) {
    List<Event> events =
        statements.stream()
            .filter(Event.class::isInstance)
            .map(Event.class::cast)
            .sorted(Comparator.comparing(Event::day))
            .toList();
    List<Spell> spells = new ArrayList<>();
    LocalDate open = null;
    for (Event event : events) {
      if (event.hire() && open == null) {
        open = event.day();
      } else if (!event.hire() && open != null) {
        spells.add(new Spell(open, event.day().minusDays(1)));
        open = null;
      }
    }
    if (open != null) {
      spells.add(new Spell(open, person.terminated()));
    }
    LocalDate hired = person.hired();
    return spells.isEmpty() && hired != null
        ? List.of(new Spell(hired, person.terminated()))
        : List.copyOf(spells);
  }
}
