package org.evenhand.intake;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.schema.SourceMapping;

/** What other mappings read of the same files: such columns are not new. */
final class Siblings {
  private final Map<String, Set<String>> columns = new HashMap<>();

  Siblings(SparkSession session, Map<SourceMapping, List<LandedFile>> landed) {
    Map<String, Set<SourceMapping>> readers = new HashMap<>();
    landed.forEach(
        (mapping, files) ->
            files.forEach(
                file ->
                    readers.computeIfAbsent(file.path(), path -> new HashSet<>()).add(mapping)));
    Set<Set<SourceMapping>> groups = new HashSet<>(readers.values());
    groups.removeIf(group -> group.size() < 2);
    for (Set<SourceMapping> group : groups) {
      Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      group.forEach(mapping -> all.addAll(CompiledMapping.sourceColumns(session, mapping)));
      group.forEach(mapping -> columns.merge(mapping.name(), all, Siblings::union));
    }
  }

  private static Set<String> union(Set<String> first, Set<String> second) {
    Set<String> both = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    both.addAll(first);
    both.addAll(second);
    return both;
  }

  /** Columns that a mapping's files are known to have, without regard to case. */
  Set<String> known(SourceMapping mapping) {
    return Collections.unmodifiableSet(columns.getOrDefault(mapping.name(), Set.of()));
  }
}
