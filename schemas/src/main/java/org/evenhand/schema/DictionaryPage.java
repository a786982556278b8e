package org.evenhand.schema;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One table in the dictionary. */
final class DictionaryPage {
  private DictionaryPage() {}

  static String of(TableContract table, List<String> sources) {
    return """

        ## %s

        %s

        %s

        | column | type | NULL | unit | personal | what it is |
        |---|---|---|---|---|---|
        %s%s"""
        .formatted(
            table.name(),
            table.description(),
            facts(table, sources),
            table.columns().stream().map(DictionaryPage::line).collect(Collectors.joining()),
            rules(table));
  }

  private static String facts(TableContract table, List<String> sources) {
    Storage storage = table.storage();
    List<String> facts = new ArrayList<>();
    facts.add("Key: " + Markdown.codes(storage.key()));
    facts.add("zone: " + lower(storage.zone()));
    facts.add("mode: " + lower(storage.mode()));
    if (!storage.partitionBy().isEmpty()) {
      facts.add("partitioned by " + Markdown.codes(storage.partitionBy()));
    }
    facts.add("kept " + period(storage.retention()));
    facts.add("owner: " + table.owner());
    String filled =
        sources.isEmpty() ? "" : " Filled from %s.".formatted(String.join(", ", sources));
    return String.join(" · ", facts) + "." + filled;
  }

  private static String line(ColumnContract column) {
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            Markdown.code(column.name()),
            Markdown.cell(column.type()),
            column.required() ? "never" : "unknown",
            Markdown.cell(column.notes().unit()),
            column.pii() == Pii.NONE ? "" : lower(column.pii()),
            words(column));
  }

  private static String words(ColumnContract column) {
    Constraints limits = column.constraints();
    List<String> words = new ArrayList<>();
    words.add(Markdown.cell(column.description()));
    if (!limits.allowed().isEmpty()) {
      words.add("One of " + Markdown.codes(limits.allowed()) + ".");
    }
    limits.minimum().ifPresent(min -> words.add("At least " + min + "."));
    limits.maximum().ifPresent(max -> words.add("At most " + max + "."));
    limits.regex().ifPresent(regex -> words.add("Looks like " + Markdown.code(regex) + "."));
    if (!limits.references().isEmpty()) {
      words.add("Found in " + Markdown.code(limits.references()) + ".");
    }
    if (!column.notes().derivedFrom().isEmpty()) {
      words.add("From " + Markdown.codes(column.notes().derivedFrom()) + ".");
    }
    if (!column.notes().example().isEmpty()) {
      words.add("Example: " + Markdown.code(column.notes().example()) + ".");
    }
    return String.join(" ", words);
  }

  private static String rules(TableContract table) {
    if (table.checks().isEmpty()) {
      return "";
    }
    return table.checks().stream()
        .map(
            check ->
                "* %s: %s (%s)\n"
                    .formatted(
                        check.severity() == Severity.FAIL ? "Refused" : "Counted",
                        Markdown.cell(check.message()),
                        Markdown.code(check.expr())))
        .collect(Collectors.joining("", "\nRules over a row:\n\n", ""));
  }

  private static String period(String iso) {
    Period period = Period.parse(iso);
    List<String> parts = new ArrayList<>();
    add(parts, period.getYears(), "year");
    add(parts, period.getMonths(), "month");
    add(parts, period.getDays(), "day");
    return parts.isEmpty() ? "not at all" : String.join(" and ", parts);
  }

  private static void add(List<String> parts, int n, String unit) {
    if (n != 0) {
      parts.add(n + " " + unit + (n == 1 ? "" : "s"));
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
