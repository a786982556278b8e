package org.evenhand.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evenhand.estimate.DidOptions.Errors;
import org.evenhand.estimate.DidOptions.Sampling;
import org.evenhand.estimate.DidOptions.Target;
import org.evenhand.stats.did.Adjustment;
import org.evenhand.stats.did.Design;

/**
 * An estimate to be asked for, option by option; by default the reference case did_mpdta with
 * never-treated controls.
 */
record DidCase(InputTable table, DidOptions options) {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "did_mpdta");

  static JsonNode expected(String pointer) {
    try {
      return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile()).at(pointer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The counties, with their state and size class as columns beside the published ones. */
  static DidCase counties() {
    InputTable read = InputTable.read(FOLDER.resolve("mpdta.csv"));
    int county = read.column("countyreal");
    int size = read.column("lpop");
    return new DidCase(read, options("countyreal", "year", "lemp", "first.treat"))
        .with("state", row -> Integer.toString(Integer.parseInt(row.get(county)) / 1000))
        .with("size", row -> size(Double.parseDouble(row.get(size))))
        .design(new Design(Design.Control.NEVER, Design.Base.VARYING, 0));
  }

  /** Lines of unit, time, outcome, cohort. */
  static DidCase of(List<String> lines) {
    List<List<String>> rows = lines.stream().map(line -> List.of(line.split(",", -1))).toList();
    List<String> header = new ArrayList<>(List.of("unit", "time", "outcome", "cohort"));
    return new DidCase(
        new InputTable(header, rows, "none"), options("unit", "time", "outcome", "cohort"));
  }

  ObjectNode run() {
    return DidEstimate.of(table, options);
  }

  DidCase only(Predicate<List<String>> rows) {
    return new DidCase(
        new InputTable(table.header(), table.rows().stream().filter(rows).toList(), "none"),
        options);
  }

  DidCase with(String name, Function<List<String>, String> value) {
    List<String> header = new ArrayList<>(table.header());
    header.add(name);
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : table.rows()) {
      List<String> longer = new ArrayList<>(row);
      longer.add(value.apply(row));
      rows.add(longer);
    }
    return new DidCase(new InputTable(header, rows, "none"), options);
  }

  DidCase table(InputTable other) {
    return new DidCase(other, options);
  }

  DidCase design(Design design) {
    return new DidCase(
        table, new DidOptions(options.columns(), design, options.method(), options.sensitivity()));
  }

  DidCase columns(Function<DidOptions.Columns, DidOptions.Columns> change) {
    return new DidCase(
        table,
        new DidOptions(
            change.apply(options.columns()),
            options.design(),
            options.method(),
            options.sensitivity()));
  }

  DidCase method(Function<DidOptions.Method, DidOptions.Method> change) {
    return new DidCase(
        table,
        new DidOptions(
            options.columns(),
            options.design(),
            change.apply(options.method()),
            options.sensitivity()));
  }

  DidCase cluster(String name) {
    return columns(
        c ->
            new DidOptions.Columns(
                c.unit(),
                c.time(),
                c.outcome(),
                c.cohort(),
                c.weights(),
                Optional.of(name),
                c.covariates(),
                c.strata()));
  }

  DidCase weights(String name) {
    return columns(
        c ->
            new DidOptions.Columns(
                c.unit(),
                c.time(),
                c.outcome(),
                c.cohort(),
                Optional.of(name),
                c.cluster(),
                c.covariates(),
                c.strata()));
  }

  DidCase adjusting(List<String> covariates, List<String> strata) {
    return columns(
        c ->
            new DidOptions.Columns(
                c.unit(),
                c.time(),
                c.outcome(),
                c.cohort(),
                c.weights(),
                c.cluster(),
                covariates,
                strata));
  }

  DidCase adjustment(Adjustment adjustment) {
    return method(
        m ->
            new DidOptions.Method(
                adjustment, m.errors(), m.sampling(), m.draws(), m.seed(), m.balance()));
  }

  DidCase errors(Errors errors) {
    return method(
        m ->
            new DidOptions.Method(
                m.adjustment(), errors, m.sampling(), m.draws(), m.seed(), m.balance()));
  }

  DidCase draws(int draws) {
    return method(
        m ->
            new DidOptions.Method(
                m.adjustment(), m.errors(), m.sampling(), draws, m.seed(), m.balance()));
  }

  DidCase sampling(Sampling sampling) {
    return method(
        m ->
            new DidOptions.Method(
                m.adjustment(), m.errors(), sampling, m.draws(), m.seed(), m.balance()));
  }

  DidCase balance(int most) {
    return method(
        m ->
            new DidOptions.Method(
                m.adjustment(),
                m.errors(),
                m.sampling(),
                m.draws(),
                m.seed(),
                OptionalInt.of(most)));
  }

  private static String size(double population) {
    return population < 2.5 ? "0" : population < 3.5 ? "1" : "2";
  }

  private static DidOptions options(String unit, String time, String outcome, String cohort) {
    return new DidOptions(
        new DidOptions.Columns(
            unit, time, outcome, cohort, Optional.empty(), Optional.empty(), List.of(), List.of()),
        Design.standard(),
        new DidOptions.Method(
            Adjustment.DR, Errors.ANALYTIC, Sampling.PANEL, 1000, 1, OptionalInt.empty()),
        new DidOptions.Sensitivity(List.of(), Target.FIRST));
  }
}
