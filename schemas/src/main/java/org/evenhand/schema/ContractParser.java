package org.evenhand.schema;

import java.util.List;

/** Reads a table contract from JSON; every problem of the file is reported together. */
public final class ContractParser {
  private final Problems problems;

  private ContractParser(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param subject what the messages call this file
   * @throws SchemaException with all problems found
   */
  public static TableContract parse(String subject, String json) {
    Problems problems = new Problems(subject);
    JsonObjectReader in = new JsonObjectReader(StrictJson.read(subject, json), "$", problems);
    TableContract contract = new ContractParser(problems).table(in);
    ContractChecks.check(contract, problems);
    problems.throwIfAny();
    return contract;
  }

  private TableContract table(JsonObjectReader in) {
    Storage storage = storage(in);
    TableContract contract =
        new TableContract(
            new TableName(in.requiredChoice("layer", Layer.class), in.required("name")),
            in.required("description"),
            in.required("owner"),
            storage,
            ImpliedColumns.around(
                in.objects("columns").stream().map(this::column).toList(),
                in.flag("landed"),
                in.flag("bitemporal"),
                storage.mode() == WriteMode.EDITION),
            in.objects("checks").stream().map(this::check).toList());
    in.done();
    return contract;
  }

  private Storage storage(JsonObjectReader in) {
    WriteMode mode = in.requiredChoice("mode", WriteMode.class);
    List<String> partitionBy = in.texts("partitionBy");
    return new Storage(
        mode,
        in.requiredChoice("zone", Zone.class),
        in.texts("key"),
        mode == WriteMode.EDITION ? List.of(ImpliedColumns.QUARTER) : partitionBy,
        in.text("retention", "P7Y"));
  }

  private ColumnContract column(JsonObjectReader in) {
    ColumnContract column =
        new ColumnContract(
            in.required("name"),
            in.required("type"),
            in.flag("required"),
            in.choice("pii", Pii.class, Pii.NONE),
            new ColumnContract.Documentation(
                in.required("description"),
                new ColumnNotes(
                    in.text("unit", ""),
                    in.texts("derivedFrom"),
                    in.text("example", ""),
                    in.text("since", ""))),
            new Constraints(
                in.texts("allowed"),
                in.text("min", ""),
                in.text("max", ""),
                in.text("pattern", ""),
                in.text("references", "")));
    in.done();
    ColumnChecks.check(column, in.where(), problems);
    return column;
  }

  private Check check(JsonObjectReader in) {
    Check check =
        new Check(
            in.required("name"),
            in.required("expr"),
            in.choice("severity", Severity.class, Severity.FAIL),
            in.required("message"));
    in.done();
    return check;
  }
}
