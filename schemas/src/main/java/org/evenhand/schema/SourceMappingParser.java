package org.evenhand.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a source mapping from JSON; every problem of the file is reported together. */
public final class SourceMappingParser {
  private static final List<String> MISSING = List.of("", "#N/A");
  private static final double MAX_LOST_SHARE = 0.2;

  private final Problems problems;
  private final SyntaxChecks syntax;
  private final Contracts contracts;

  private SourceMappingParser(Problems problems, Contracts contracts) {
    this.problems = problems;
    this.syntax = new SyntaxChecks(problems);
    this.contracts = contracts;
  }

  /**
   * @param subject what the messages call this file
   * @param contracts where the target table must be
   * @throws SchemaException with all problems found
   */
  public static SourceMapping parse(String subject, String json, Contracts contracts) {
    Problems problems = new Problems(subject);
    JsonObjectReader in = new JsonObjectReader(StrictJson.read(subject, json), "$", problems);
    Optional<SourceMapping> mapping = new SourceMappingParser(problems, contracts).mapping(in);
    problems.throwIfAny();
    return mapping.orElseThrow();
  }

  private Optional<SourceMapping> mapping(JsonObjectReader in) {
    SourceMapping.About about =
        new SourceMapping.About(
            in.required("system"), in.required("object"), in.required("description"));
    String target = in.required("target");
    FileShape shape = shape(in);
    TextRules text = text(in);
    Delivery delivery = delivery(in);
    FieldRules fields =
        new FieldRules(
            normalisers(in.object("normalise")),
            in.texts("drop"),
            in.objects("columns").stream().map(this::column).flatMap(Optional::stream).toList());
    in.done();
    Optional<TableContract> contract =
        target.isEmpty() ? Optional.empty() : MappingChecks.target(target, contracts, problems);
    contract.ifPresent(table -> MappingChecks.fields(fields, table, problems));
    return contract.map(
        table -> new SourceMapping(about, table.name(), shape, text, delivery, fields));
  }

  private FileShape shape(JsonObjectReader in) {
    FileFormat format = in.choice("format", FileFormat.class, FileFormat.CSV);
    if (in.has("csv") && format != FileFormat.CSV) {
      problems.add("$.csv: only a mapping of format csv has a dialect");
    }
    if (in.has("records") && format != FileFormat.JSON) {
      problems.add("$.records: only a mapping of format json has a path of records");
    }
    if (in.has("explode") && (format == FileFormat.CSV || format == FileFormat.PARQUET)) {
      problems.add("$.explode: only json and ndjson records hold arrays to explode");
    }
    String files = in.required("files");
    syntax.glob("$.files", files);
    return new FileShape(
        files, format, dialect(in.object("csv")), in.text("records", ""), in.text("explode", ""));
  }

  private CsvDialect dialect(JsonObjectReader in) {
    CsvDialect csv =
        new CsvDialect(
            in.text("delimiter", CsvDialect.DEFAULT.delimiter()),
            in.text("quote", CsvDialect.DEFAULT.quote()),
            in.text("encoding", CsvDialect.DEFAULT.encoding()),
            in.text("decimal", CsvDialect.DEFAULT.decimal()),
            in.texts("footer"));
    in.done();
    syntax.oneCharacter("$.csv.delimiter", csv.delimiter());
    syntax.oneCharacter("$.csv.quote", csv.quote());
    syntax.encoding("$.csv.encoding", csv.encoding());
    syntax.oneOf("$.csv.decimal", csv.decimal(), List.of(".", ","));
    csv.footer().forEach(regex -> syntax.regex("$.csv.footer", regex));
    return csv;
  }

  private TextRules text(JsonObjectReader in) {
    TextRules text =
        new TextRules(
            in.text("timezone", "UTC"),
            in.texts("dates"),
            in.texts("timestamps"),
            in.has("missing") ? in.texts("missing") : MISSING);
    syntax.zone("$.timezone", text.timezone());
    syntax.datePatterns("$.dates", text.dates());
    syntax.datePatterns("$.timestamps", text.timestamps());
    return text;
  }

  private Delivery delivery(JsonObjectReader in) {
    Delivery delivery =
        new Delivery(
            in.choice("load", Delivery.Load.class, Delivery.Load.INCREMENTAL),
            in.choice("absence", Delivery.Absence.class, Delivery.Absence.UNKNOWN),
            in.share("maxLostShare", MAX_LOST_SHARE),
            extractTime(in.object("extractTime")),
            in.text("window", ""));
    if (delivery.load() != Delivery.Load.FULL && delivery.absence() == Delivery.Absence.DELETED) {
      problems.add("$.absence: 'deleted' can only be said of a load that is full");
    }
    if (!delivery.windowPattern().isEmpty()) {
      syntax.regexWithOneGroup("$.window", delivery.windowPattern());
    }
    return delivery;
  }

  private ExtractTime extractTime(JsonObjectReader in) {
    String path = in.text("path", "");
    String constant = in.text("constant", "");
    in.done();
    if (!path.isEmpty() && !constant.isEmpty()) {
      problems.add("$.extractTime: give either 'path' or 'constant', not both");
    }
    if (!constant.isEmpty()) {
      syntax.instant("$.extractTime.constant", constant);
      return new ExtractTime.Constant(constant);
    }
    ExtractTime.FromPath fromPath =
        path.isEmpty() ? ExtractTime.FromPath.DATE : new ExtractTime.FromPath(path);
    syntax.regexWithOneGroup("$.extractTime.path", fromPath.regex());
    return fromPath;
  }

  private Map<String, Normaliser> normalisers(JsonObjectReader in) {
    Map<String, Normaliser> byColumn = new LinkedHashMap<>();
    for (String column : in.keys()) {
      byColumn.put(column, in.choice(column, Normaliser.class, Normaliser.TRIM));
    }
    return byColumn;
  }

  private Optional<MappedColumn> column(JsonObjectReader in) {
    String to = in.required("to");
    boolean from = in.has("from");
    boolean expr = in.has("expr");
    boolean constant = in.has("constant");
    List<String> headers = in.texts("from");
    String sql = in.text("expr", "");
    String value = in.text("constant", "");
    in.done();
    if (List.of(from, expr, constant).stream().filter(given -> given).count() != 1) {
      problems.add(
          "%s: column '%s' needs exactly one of 'from', 'expr' and 'constant'"
              .formatted(in.where(), to));
      return Optional.empty();
    }
    if (from) {
      return Optional.of(new MappedColumn.From(to, headers));
    }
    return Optional.of(
        expr ? new MappedColumn.Expression(to, sql) : new MappedColumn.Constant(to, value));
  }
}
