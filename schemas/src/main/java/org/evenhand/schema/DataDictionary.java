package org.evenhand.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue of tables as one Markdown page for people who query them. */
public final class DataDictionary {
  private static final String HEAD =
      """
      # Data dictionary

      Generated from the contracts in this folder by `make dictionary`; edit those, not this page.

      **How to read it.** Start with the gold tables: they hold what the reports print. NULL always means *unknown*, never
      zero. Timestamps are UTC instants. Money is a decimal with its currency beside it. `rep_key` is a pseudonym of a person,
      the same in every table.

      | word | meaning |
      |---|---|
      | zone `restricted` | raw exports, identities, demographics: opened by nobody but the pipeline |
      | zone `hr` | pseudonymised rows for HR analytics |
      | zone `exec` | suppressed aggregates |
      | mode `append` | rows are only added |
      | mode `replace` | a slice is replaced exactly; without a slice the whole table |
      | mode `merge` | rows replace those with the same key |
      | mode `edition` | one complete set of rows per `quarter` and `edition`; the published edition is the one to read |
      | personal `indirect` | about one person, under a pseudonym |
      | personal `direct` | names a person |
      | personal `special` | special category of personal data |
      """;

  private DataDictionary() {}

  /** Writes the dictionary of the shipped contracts to the file {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), render(Contracts.bundled(), Mappings.bundled()));
  }

  /** Gold first, then silver, then bronze; tables by name. */
  public static String render(Contracts contracts, Mappings mappings) {
    Comparator<TableContract> order =
        Comparator.<TableContract, Layer>comparing(contract -> contract.name().layer())
            .reversed()
            .thenComparing(contract -> contract.name().name());
    List<TableContract> tables = contracts.all().stream().sorted(order).toList();
    String details =
        tables.stream()
            .map(table -> DictionaryPage.of(table, sources(table, mappings)))
            .collect(Collectors.joining("\n"));
    return HEAD + "\n## Tables\n" + overview(tables) + "\n" + details;
  }

  private static String overview(Collection<TableContract> tables) {
    StringBuilder text = new StringBuilder();
    for (Layer layer : List.of(Layer.GOLD, Layer.SILVER, Layer.BRONZE)) {
      List<TableContract> ofLayer =
          tables.stream().filter(table -> table.name().layer() == layer).toList();
      if (!ofLayer.isEmpty()) {
        text.append("\n### %s\n\n".formatted(title(layer)))
            .append("| table | one row is | key | zone | columns |\n|---|---|---|---|--:|\n");
        ofLayer.forEach(table -> text.append(line(table)));
      }
    }
    return text.toString();
  }

  private static String title(Layer layer) {
    return switch (layer) {
      case GOLD -> "Gold: what reports print";
      case SILVER -> "Silver: one truth across systems, over time";
      case BRONZE -> "Bronze: exports as they came";
    };
  }

  private static String line(TableContract table) {
    return "| [%s](#%s) | %s | %s | %s | %d |\n"
        .formatted(
            table.name(),
            anchor(table),
            Markdown.cell(table.description()),
            Markdown.codes(table.storage().key()),
            table.storage().zone().name().toLowerCase(Locale.ROOT),
            table.columns().size());
  }

  private static String anchor(TableContract table) {
    return table.name().toString().replace(".", "");
  }

  private static List<String> sources(TableContract table, Mappings mappings) {
    return mappings.all().stream()
        .filter(mapping -> mapping.target().equals(table.name()))
        .map(SourceMapping::name)
        .toList();
  }
}
