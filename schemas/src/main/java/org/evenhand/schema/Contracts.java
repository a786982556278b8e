package org.evenhand.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue of table contracts. */
public final class Contracts {
  private final Map<TableName, TableContract> byName;

  private Contracts(Map<TableName, TableContract> byName) {
    this.byName = byName;
  }

  /** The contracts shipped with this version. */
  public static Contracts bundled() {
    return Holder.BUNDLED;
  }

  /** Parses every file; all problems of all files are reported together. */
  public static Contracts of(Map<String, String> files) {
    Map<TableName, TableContract> contracts = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (path, json) -> {
              try {
                TableContract contract = ContractParser.parse(path, json);
                if (contracts.put(contract.name(), contract) != null) {
                  problems.add("%s: table %s is described twice".formatted(path, contract.name()));
                }
              } catch (SchemaException e) {
                e.problems().forEach(problem -> problems.add(path + ": " + problem));
              }
            });
    if (problems.isEmpty()) {
      problems.addAll(ReferenceChecks.problems(contracts.values()));
    }
    if (!problems.isEmpty()) {
      throw new SchemaException("table contracts", problems);
    }
    return new Contracts(contracts);
  }

  public Collection<TableContract> all() {
    return byName.values();
  }

  /**
   * @throws IllegalArgumentException naming the known tables when there is no such table
   */
  public TableContract get(TableName name) {
    TableContract contract = byName.get(name);
    if (contract == null) {
      throw new IllegalArgumentException(
          "Cannot find table %s: known tables are %s. Correct the name or add schemas/%s.json."
              .formatted(name, byName.keySet(), name.toString().replace('.', '/')));
    }
    return contract;
  }

  private static final class Holder {
    private static final Contracts BUNDLED = Contracts.of(SchemaFiles.contracts());
  }
}
